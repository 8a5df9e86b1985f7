import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { VillageClasses } from './village-classes.js';
import { VillageClassRepository } from './village-class.repository.js';
import { TimetableLines } from './timetable-lines.js';
import { TimetableLinesRepository } from './timetable-lines.repository.js';
import { ScheduleUndo } from './schedule-undo.js';
import { ImportClasses } from './import-classes.js';
import { ClassLines } from './class-lines.js';
import { ClassLinesRepository } from './class-lines.repository.js';
import { ImporterRegistry } from '#platform/imports';
import { AccountsModule } from '#accounts';
import { CoursesModule } from '#courses';
import { InstructorsModule } from '#instructors';
import { SitesModule } from '#sites';
import { UnitsModule } from '#units';
import { AddViewingPoint } from './add-viewing-point.js';
import { AnnounceOnSiteMoved } from './announce-on-site-moved.js';
import { ChangeClassState } from './change-class-state.js';
import { ChangeSessionState } from './change-session-state.js';
import { ClassFactsChanged } from './class-facts-changed.js';
import { ClassRepository } from './class.repository.js';
import { ClassHeadRepository } from './class-head.repository.js';
import { CountUnfinished } from './count-unfinished.js';
import { CreateClass } from './create-class.js';
import { CreateSession } from './create-session.js';
import { FindClassHeads } from './find-class-heads.js';
import { ForeseeClassStates } from './foresee-class-states.js';
import { NamesRepository } from './names.repository.js';
import { RemoveViewingPoint } from './remove-viewing-point.js';
import { SessionRepository } from './session.repository.js';
import { Checkpoint, RemovedViewingPoint, Session, SessionClass, SessionInstructor, ViewingPoint } from './session.entity.js';
import { ClassUnit, Series, TrainingClass } from './training-class.entity.js';
import { TimetableLookup } from './timetable-lookup.repository.js';
import { UpdateClass } from './update-class.js';
import { UpdateSession } from './update-session.js';
import { UpdateViewingPoint } from './update-viewing-point.js';
import { ViewingPointRepository } from './viewing-point.repository.js';

const parts = [
  ImportClasses,
  ClassLines,
  ClassLinesRepository,
  TimetableLines,
  TimetableLinesRepository,
  ScheduleUndo,
  VillageClasses,
  VillageClassRepository,
  ClassRepository,
  SessionRepository,
  TimetableLookup,
  ClassFactsChanged,
  AnnounceOnSiteMoved,
  CountUnfinished,
  CreateClass,
  UpdateClass,
  ChangeClassState,
  ForeseeClassStates,
  FindClassHeads,
  ClassHeadRepository,
  NamesRepository,
  CreateSession,
  UpdateSession,
  ChangeSessionState,
  ViewingPointRepository,
  AddViewingPoint,
  UpdateViewingPoint,
  RemoveViewingPoint,
];

@Module({
  // Beside its own tables, those that its rows point to.
  imports: [
    UnitsModule,
    AccountsModule,
    InstructorsModule,
    SitesModule,
    CoursesModule,
    TypeOrmModule.forFeature([
      Series,
      TrainingClass,
      ClassUnit,
      Session,
      SessionClass,
      SessionInstructor,
      Checkpoint,
      ViewingPoint,
      RemovedViewingPoint,
    ]),
  ],
  providers: parts,
  exports: parts,
})
export class ScheduleModule implements OnModuleInit {
  constructor(
    private readonly importers: ImporterRegistry,
    private readonly classes: ImportClasses,
  ) {}

  onModuleInit(): void {
    this.importers.register(this.classes);
  }
}
