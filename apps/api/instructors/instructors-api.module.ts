import { Module } from '@nestjs/common';
import { InstructorsModule } from '#instructors';
import { UnitsModule } from '#units';
import { InstructorsController } from './instructors.controller.js';

@Module({ imports: [InstructorsModule, UnitsModule], controllers: [InstructorsController] })
export class InstructorsApiModule {}
