import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EnrollmentModule } from '#enrollment';
import { PeopleModule } from '#people';
import { ScheduleModule } from '#schedule';
import { AttendanceRepository } from './attendance.repository.js';
import { DecideMark } from './decide-mark.js';
import { HeadCount, HeadCountReplacement, ServedSession } from './head-count.entity.js';
import { HeadCountRepository } from './head-count.repository.js';
import { Mark, MarkDecision, MarkReplacement } from './mark.entity.js';
import { MarkRepository } from './mark.repository.js';
import { MarkingReach } from './marking-reach.js';
import { PutHeadCount } from './put-head-count.js';
import { ReceiveMarks } from './receive-marks.js';
import { ServePack } from './serve-pack.js';
import { VerifyHeadCount } from './verify-head-count.js';

const parts = [
  AttendanceRepository,
  MarkRepository,
  HeadCountRepository,
  MarkingReach,
  ReceiveMarks,
  ServePack,
  PutHeadCount,
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
export class AttendanceModule {}
