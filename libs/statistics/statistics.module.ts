import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttendanceModule } from '#attendance';
import { PeopleModule } from '#people';
import { ScheduleModule } from '#schedule';
import { AskFigures } from './ask-figures.js';
import { ClassCell, CompiledClass, FigureCell, PersonSet } from './cells.entity.js';
import { CompileClass } from './compile-class.js';
import { CompileRepository } from './compile.repository.js';
import { Attendance, Declaration, Held, LeftOut, Participation } from './counted.entity.js';
import { FiguresRepository } from './figures.repository.js';
import { ListMarks } from './list-marks.js';
import { ListMarksRepository } from './list-marks.repository.js';
import { OpenFigure } from './open-figure.js';
import { OpenFigureRepository } from './open-figure.repository.js';
import { RecompileOnFactsChanged } from './recompile-on-facts-changed.js';
import { RecompileOnRulesChanged } from './recompile-on-rules-changed.js';
import { Recount } from './recount.js';
import { CompileClassHandler } from './statistics.jobs.js';
import { VerifyAnswers } from './verify-answers.js';
import { VerifyFigures } from './verify-figures.js';
import { WorldRepository } from './world.repository.js';

const parts = [
  WorldRepository,
  CompileRepository,
  CompileClass,
  CompileClassHandler,
  RecompileOnFactsChanged,
  RecompileOnRulesChanged,
  FiguresRepository,
  AskFigures,
  OpenFigureRepository,
  OpenFigure,
  ListMarksRepository,
  ListMarks,
  Recount,
  VerifyAnswers,
  VerifyFigures,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([Participation, Attendance, Declaration, Held, LeftOut, ClassCell, FigureCell, PersonSet, CompiledClass]),
    PeopleModule,
    ScheduleModule,
    AttendanceModule,
  ],
  providers: parts,
  exports: parts,
})
export class StatisticsModule {}
