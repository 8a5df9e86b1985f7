import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImportedFacts } from './imported-facts.repository.js';
import { ImportLessons } from './import-lessons.js';
import { ImportAttendance } from './import-attendance.js';
import { ImporterRegistry } from '#platform/imports';
import { EnrollmentModule } from '#enrollment';
import { PeopleModule } from '#people';
import { ScheduleModule } from '#schedule';
import { AttendanceRepository } from './attendance.repository.js';
import { AttendedRepository } from './folding/attended.repository.js';
import { FactsAround } from './facts-around.js';
import { DecideMark } from './decide-mark.js';
import { HeadCount, HeadCountReplacement, ServedSession } from './head-count.entity.js';
import { HeadCountRepository } from './head-count.repository.js';
import { ListHeadCounts } from './list-head-counts.js';
import { Mark, MarkDecision, MarkReplacement } from './mark.entity.js';
import { MarkRepository } from './mark.repository.js';
import { MarkingReach } from './marking-reach.js';
import { PackRepository } from './pack.repository.js';
import { PutHeadCount } from './put-head-count.js';
import { ReceiveMarks } from './receive-marks.js';
import { ServePack } from './serve-pack.js';
import { ShowGrid } from './show-grid.js';
import { VerifyHeadCount } from './verify-head-count.js';

const parts = [
  ImportAttendance,
  ImportLessons,
  ImportedFacts,
  AttendanceRepository,
  AttendedRepository,
  MarkRepository,
  HeadCountRepository,
  PackRepository,
  MarkingReach,
  FactsAround,
  ReceiveMarks,
  ServePack,
  ShowGrid,
  PutHeadCount,
  ListHeadCounts,
  VerifyHeadCount,
  DecideMark,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([Mark, MarkReplacement, MarkDecision, HeadCount, HeadCountReplacement, ServedSession]),
    PeopleModule,
    ScheduleModule,
    EnrollmentModule,
  ],
  providers: parts,
  exports: parts,
})
export class AttendanceModule implements OnModuleInit {
  constructor(
    private readonly importers: ImporterRegistry,
    private readonly attendance: ImportAttendance,
    private readonly lessons: ImportLessons,
  ) {}

  onModuleInit(): void {
    this.importers.register(this.attendance);
    this.importers.register(this.lessons);
  }
}
