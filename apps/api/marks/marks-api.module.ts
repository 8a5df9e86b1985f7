import { Module } from '@nestjs/common';
import { AttendanceModule } from '#attendance';
import { StatisticsModule } from '#statistics';
import { MarksController } from './marks.controller.js';

@Module({ imports: [AttendanceModule, StatisticsModule], controllers: [MarksController] })
export class MarksApiModule {}
