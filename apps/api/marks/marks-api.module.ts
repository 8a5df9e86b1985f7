import { Module } from '@nestjs/common';
import { AttendanceModule } from '#attendance';
import { EnrollmentModule } from '#enrollment';
import { ScheduleModule } from '#schedule';
import { StatisticsModule } from '#statistics';
import { MarksController } from './marks.controller.js';
import { ShownUnsent } from './shown-unsent.js';
import { UnsentController } from './unsent.controller.js';

@Module({
  imports: [AttendanceModule, EnrollmentModule, ScheduleModule, StatisticsModule],
  controllers: [UnsentController, MarksController],
  providers: [ShownUnsent],
})
export class MarksApiModule {}
