import { Module } from '@nestjs/common';
import { EnrollmentModule } from '#enrollment';
import { EnrollmentsController } from './enrollments.controller.js';

@Module({ imports: [EnrollmentModule], controllers: [EnrollmentsController] })
export class EnrollmentsApiModule {}
