import { Module } from '@nestjs/common';
import { AttendanceModule } from '#attendance';
import { EnrollmentModule } from '#enrollment';
import { PeopleModule } from '#people';
import { ScheduleModule } from '#schedule';
import { StatisticsModule } from '#statistics';
import { ClassHeadsController, ClassOutlookController } from './class-outlook.controller.js';
import { ClassesController, ClassSheetsController } from './classes.controller.js';
import { ShownClasses } from './shown-classes.js';

@Module({
  imports: [ScheduleModule, EnrollmentModule, AttendanceModule, PeopleModule, StatisticsModule],
  providers: [ShownClasses],
  controllers: [ClassesController, ClassSheetsController, ClassOutlookController, ClassHeadsController],
})
export class ClassesApiModule {}
