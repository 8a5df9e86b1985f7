import { Module } from '@nestjs/common';
import { AttendanceModule } from '#attendance';
import { ScheduleModule } from '#schedule';
import { StatisticsModule } from '#statistics';
import { HeadCountsController } from './head-counts.controller.js';
import { SessionsController, TimetableController, ViewingPointsController } from './sessions.controller.js';
import { ShownSessions } from './shown-sessions.js';

@Module({
  imports: [ScheduleModule, AttendanceModule, StatisticsModule],
  providers: [ShownSessions],
  controllers: [SessionsController, TimetableController, ViewingPointsController, HeadCountsController],
})
export class SessionsApiModule {}
