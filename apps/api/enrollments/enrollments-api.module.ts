import { Module } from '@nestjs/common';
import { EnrollmentModule } from '#enrollment';
import { CardsController } from './cards.controller.js';
import { EnrollmentsController } from './enrollments.controller.js';

@Module({ imports: [EnrollmentModule], controllers: [EnrollmentsController, CardsController] })
export class EnrollmentsApiModule {}
