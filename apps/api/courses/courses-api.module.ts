import { Module } from '@nestjs/common';
import { CoursesModule } from '#courses';
import { UnitsModule } from '#units';
import { CoursesController } from './courses.controller.js';

@Module({ imports: [CoursesModule, UnitsModule], controllers: [CoursesController] })
export class CoursesApiModule {}
