import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { AttendanceModule } from '#attendance';
import { FieldController } from './field.controller.js';

@Module({ imports: [AttendanceModule, AccountsModule], controllers: [FieldController] })
export class FieldApiModule {}
