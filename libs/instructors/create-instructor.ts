import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type Engagement, type InstructorTag } from '#contract';
import { type Context } from '#platform/context';
import { type ChangedRow, RegisterKeeper } from '#units';
import { InstructorRepository, keepInstructors } from './instructor.repository.js';

export interface InstructorInput {
  unitId: number;
  name: string;
  code?: string | null;
  engagement: Engagement;
  personId?: number | null;
  title?: string | null;
  organisation?: string | null;
  specialty?: string | null;
  tags?: InstructorTag[];
}

/** Refusals: referenceUnknown, unitRetired, alreadyExists (code). */
@Injectable()
export class CreateInstructor {
  constructor(
    private readonly keeper: RegisterKeeper,
    private readonly instructors: InstructorRepository,
  ) {}

  run(ctx: Context, fields: InstructorInput): Promise<ChangedRow> {
    return this.keeper.add(ctx, keepInstructors(this.instructors), { scope: scopeOf(ctx, 'catalogue.manage'), fields });
  }
}
