import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImportRosters } from './import-rosters.js';
import { PeopleModule } from '#people';
import { ImporterRegistry } from '#platform/imports';
import { ScheduleModule } from '#schedule';
import { CardsInPack } from './cards-in-pack.js';
import { EnrollPeople } from './enroll-people.js';
import { Enrollment } from './enrollment.entity.js';
import { EnrollmentRepository } from './enrollment.repository.js';
import { IssueCards } from './issue-cards.js';
import { RemoveEnrollment } from './remove-enrollment.js';
import { RenewCard } from './renew-card.js';
import { RosterLinesRepository } from './roster-lines.repository.js';
import { TraineeCard } from './trainee-card.entity.js';
import { TraineeCardRepository } from './trainee-card.repository.js';
import { UpdateEnrollment } from './update-enrollment.js';

const parts = [
  ImportRosters,
  RosterLinesRepository,
  EnrollmentRepository,
  EnrollPeople,
  UpdateEnrollment,
  RemoveEnrollment,
  TraineeCardRepository,
  CardsInPack,
  IssueCards,
  RenewCard,
];

@Module({ imports: [TypeOrmModule.forFeature([Enrollment, TraineeCard]), PeopleModule, ScheduleModule], providers: parts, exports: parts })
export class EnrollmentModule implements OnModuleInit {
  constructor(
    private readonly importers: ImporterRegistry,
    private readonly rosters: ImportRosters,
  ) {}

  onModuleInit(): void {
    this.importers.register(this.rosters);
  }
}
