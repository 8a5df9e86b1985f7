import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttendanceModule } from '#attendance';
import { PeopleModule } from '#people';
import { ScheduleModule } from '#schedule';
import { UnitsModule } from '#units';
import { AskBreakdowns } from './ask-breakdowns.js';
import { AskFigures } from './ask-figures.js';
import { AskPartakers } from './ask-partakers.js';
import { BreakdownsRepository } from './breakdowns.repository.js';
import {
  CompiledClass,
  CountedPerson,
  FigureCell,
  PeopleCell,
  PersonSet,
  RecountState,
  RecountTally,
  RecountTouched,
} from './cells.entity.js';
import { CellsRepository } from './compiling/cells.repository.js';
import { CompileClass } from './compiling/compile-class.js';
import { CompileRepository } from './compiling/compile.repository.js';
import { Attendance, Declaration, Held, LeftOut, Participation } from './counted.entity.js';
import { FiguresRepository } from './figures.repository.js';
import { ListMarks } from './list-marks.js';
import { ListMarksRepository } from './list-marks.repository.js';
import { OpenFigure } from './open-figure.js';
import { OpenFigureRepository } from './open-figure.repository.js';
import { PartakersRepository } from './partakers.repository.js';
import { PeopleOfFigures } from './people-of-figures.js';
import { MarksInWords } from './marks-in-words.js';
import { PreviewMerge } from './preview-merge.js';
import { RecompileOnFactsChanged } from './recompile-on-facts-changed.js';
import { RecompileOnRulesChanged } from './recompile-on-rules-changed.js';
import { AsideRepository } from './recounting/aside.repository.js';
import { PeopleTally } from './recounting/people-tally.js';
import { Recount } from './recounting/recount.js';
import { ShowTrainingRecord } from './show-training-record.js';
import { CompileClassHandler } from './statistics.jobs.js';
import { TrainingRecords } from './training-record.repository.js';
import { VerifyAnswers } from './verify-answers.js';
import { VerifyFigures } from './verify-figures.js';
import { WorldRepository } from './world.repository.js';

const parts = [
  WorldRepository,
  { provide: CompileRepository, useFactory: () => new CompileRepository() },
  { provide: CellsRepository, useFactory: () => new CellsRepository() },
  CompileClass,
  CompileClassHandler,
  RecompileOnFactsChanged,
  RecompileOnRulesChanged,
  FiguresRepository,
  PeopleOfFigures,
  AskFigures,
  OpenFigureRepository,
  OpenFigure,
  PartakersRepository,
  AskPartakers,
  BreakdownsRepository,
  AskBreakdowns,
  ListMarksRepository,
  ListMarks,
  MarksInWords,
  PreviewMerge,
  TrainingRecords,
  ShowTrainingRecord,
  AsideRepository,
  PeopleTally,
  Recount,
  VerifyAnswers,
  VerifyFigures,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Participation,
      Attendance,
      Declaration,
      Held,
      LeftOut,
      FigureCell,
      PeopleCell,
      PersonSet,
      CountedPerson,
      CompiledClass,
      RecountState,
      RecountTally,
      RecountTouched,
    ]),
    PeopleModule,
    ScheduleModule,
    AttendanceModule,
    UnitsModule,
  ],
  providers: parts,
  exports: parts,
})
export class StatisticsModule {}
