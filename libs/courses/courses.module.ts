import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UnitsModule } from '#units';
import { Course } from './course.entity.js';
import { CourseRepository } from './course.repository.js';
import { CreateCourse } from './create-course.js';
import { UpdateCourse } from './update-course.js';

const parts = [CourseRepository, CreateCourse, UpdateCourse];

@Module({ imports: [TypeOrmModule.forFeature([Course]), UnitsModule], providers: parts, exports: parts })
export class CoursesModule {}
