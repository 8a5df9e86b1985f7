import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImportedFacts } from './imported-facts.repository.js';
import { ImportLessons } from './import-lessons.js';
import { ImportAttendance } from './import-attendance.js';
import { ImporterRegistry } from '#platform/imports';
import { AccountsModule } from '#accounts';
import { EnrollmentModule } from '#enrollment';
import { PeopleModule } from '#people';
import { ScheduleModule } from '#schedule';
import { UnitsModule } from '#units';
import { AttendanceRepository } from './attendance.repository.js';
import { AttendedRepository } from './folding/attended.repository.js';
import { CarryMatches } from './carry-matches.js';
import { FactsAround } from './facts-around.js';
import { FillPack } from './fill-pack.js';
import { DecideMark } from './decide-mark.js';
import { Photo } from './evidence/photo.entity.js';
import { PhotoRepository } from './evidence/photo.repository.js';
import { RemovePhoto } from './evidence/remove-photo.js';
import { ShowPhotos } from './evidence/show-photos.js';
import { TakePhoto } from './evidence/take-photo.js';
import { EnterHall } from './hall/enter-hall.js';
import { HallRepository } from './hall/hall.repository.js';
import { HallSecrets } from './hall/hall-secrets.js';
import { ShowHall } from './hall/show-hall.js';
import { SignInHere } from './hall/sign-in-here.js';
import { HeadCount, HeadCountReplacement, ServedSession } from './head-count.entity.js';
import { HeadCountRepository } from './head-count.repository.js';
import { ListHeadCounts } from './list-head-counts.js';
import { ListOwnSessions } from './list-own-sessions.js';
import { Mark, MarkDecision, MarkReplacement } from './mark.entity.js';
import { MarkRepository } from './mark.repository.js';
import { MarkingReach } from './marking-reach.js';
import { PackPeople } from './pack-people.js';
import { PackRepository } from './pack.repository.js';
import { PutHeadCount } from './put-head-count.js';
import { ReceiveMarks } from './receive-marks.js';
import { ServePack } from './serve-pack.js';
import { TakeUnsent } from './take-unsent.js';
import { ShowGrid } from './show-grid.js';
import { ShowStops } from './show-stops.js';
import { ThingNames } from './thing-names.repository.js';
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
  PackPeople,
  MarkingReach,
  FactsAround,
  CarryMatches,
  ReceiveMarks,
  TakeUnsent,
  FillPack,
  ServePack,
  ListOwnSessions,
  ShowGrid,
  ShowStops,
  PutHeadCount,
  ListHeadCounts,
  VerifyHeadCount,
  DecideMark,
  ThingNames,
  HallRepository,
  HallSecrets,
  EnterHall,
  ShowHall,
  SignInHere,
  PhotoRepository,
  TakePhoto,
  ShowPhotos,
  RemovePhoto,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([Mark, MarkReplacement, MarkDecision, HeadCount, HeadCountReplacement, ServedSession, Photo]),
    AccountsModule,
    PeopleModule,
    ScheduleModule,
    EnrollmentModule,
    UnitsModule,
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
