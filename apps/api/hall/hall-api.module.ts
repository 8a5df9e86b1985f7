import { Module } from '@nestjs/common';
import { AttendanceModule } from '#attendance';
import { HallController } from './hall.controller.js';

@Module({ imports: [AttendanceModule], controllers: [HallController] })
export class HallApiModule {}
