import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Instructor, InstructorTagged } from './instructor.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([Instructor, InstructorTagged])] })
export class InstructorsModule {}
