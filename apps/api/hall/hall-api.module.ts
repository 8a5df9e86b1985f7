import { Module } from '@nestjs/common';
import { AttendanceModule } from '#attendance';
import { HallController, HallScreenController } from './hall.controller.js';

@Module({ imports: [AttendanceModule], controllers: [HallController, HallScreenController] })
export class HallApiModule {}
