import { Module } from '@nestjs/common';
import { AttendanceModule } from '#attendance';
import { EnrollmentModule } from '#enrollment';
import { PeopleModule } from '#people';
import { ScheduleModule } from '#schedule';
import { ClassesController, ClassSheetsController } from './classes.controller.js';

@Module({
  imports: [ScheduleModule, EnrollmentModule, AttendanceModule, PeopleModule],
  controllers: [ClassesController, ClassSheetsController],
})
export class ClassesApiModule {}
