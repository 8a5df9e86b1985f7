import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '#accounts';
import { ImporterRegistry } from '#platform/imports';
import { UnitsModule } from '#units';
import { CreateInstructor } from './create-instructor.js';
import { ImportInstructors } from './import-instructors.js';
import { Instructor, InstructorTagged } from './instructor.entity.js';
import { InstructorRepository } from './instructor.repository.js';
import { UpdateInstructor } from './update-instructor.js';

const parts = [InstructorRepository, CreateInstructor, UpdateInstructor, ImportInstructors];

@Module({
  imports: [TypeOrmModule.forFeature([Instructor, InstructorTagged]), UnitsModule, AccountsModule],
  providers: parts,
  exports: parts,
})
export class InstructorsModule implements OnModuleInit {
  constructor(
    private readonly importers: ImporterRegistry,
    private readonly instructors: ImportInstructors,
  ) {}

  onModuleInit(): void {
    this.importers.register(this.instructors);
  }
}
