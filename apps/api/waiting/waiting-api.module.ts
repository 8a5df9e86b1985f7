import { Module } from '@nestjs/common';
import { AttendanceModule } from '#attendance';
import { ImportsModule } from '#platform/imports';
import { ScheduleModule } from '#schedule';
import { StatisticsModule } from '#statistics';
import { WaitingController } from './waiting.controller.js';

@Module({ imports: [AttendanceModule, ImportsModule, ScheduleModule, StatisticsModule], controllers: [WaitingController] })
export class WaitingApiModule {}
