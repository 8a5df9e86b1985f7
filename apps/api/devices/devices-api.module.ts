import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { DevicesController } from './devices.controller.js';
import { FieldEnrollmentController } from './field-enrollment.controller.js';

@Module({ imports: [AccountsModule], controllers: [DevicesController, FieldEnrollmentController] })
export class DevicesApiModule {}
