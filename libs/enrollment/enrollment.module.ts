import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ScheduleModule } from '#schedule';
import { EnrollPeople } from './enroll-people.js';
import { Enrollment } from './enrollment.entity.js';
import { EnrollmentRepository } from './enrollment.repository.js';
import { RemoveEnrollment } from './remove-enrollment.js';

const parts = [EnrollmentRepository, EnrollPeople, RemoveEnrollment];

@Module({ imports: [TypeOrmModule.forFeature([Enrollment]), ScheduleModule], providers: parts, exports: parts })
export class EnrollmentModule {}
