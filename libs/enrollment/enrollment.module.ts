import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImportRosters } from './import-rosters.js';
import { ImporterRegistry } from '#platform/imports';
import { ScheduleModule } from '#schedule';
import { EnrollPeople } from './enroll-people.js';
import { Enrollment } from './enrollment.entity.js';
import { EnrollmentRepository } from './enrollment.repository.js';
import { RemoveEnrollment } from './remove-enrollment.js';
import { RosterLinesRepository } from './roster-lines.repository.js';
import { UpdateEnrollment } from './update-enrollment.js';

const parts = [ImportRosters, RosterLinesRepository, EnrollmentRepository, EnrollPeople, UpdateEnrollment, RemoveEnrollment];

@Module({ imports: [TypeOrmModule.forFeature([Enrollment]), ScheduleModule], providers: parts, exports: parts })
export class EnrollmentModule implements OnModuleInit {
  constructor(
    private readonly importers: ImporterRegistry,
    private readonly rosters: ImportRosters,
  ) {}

  onModuleInit(): void {
    this.importers.register(this.rosters);
  }
}
