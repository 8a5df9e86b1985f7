import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { MoveInvitedAccounts } from '#accounts';
import { type Context } from '#platform/context';
import { type ChangedRow, RegisterKeeper } from '#units';
import { type InstructorInput } from './create-instructor.js';
import { InstructorRepository, keepInstructors } from './instructor.repository.js';

export type InstructorChanges = Partial<Omit<InstructorInput, 'code'>>;

/** Refusals: notFound, versionMismatch, referenceUnknown, unitRetired. */
@Injectable()
export class UpdateInstructor {
  constructor(
    private readonly keeper: RegisterKeeper,
    private readonly instructors: InstructorRepository,
    private readonly accounts: MoveInvitedAccounts,
  ) {}

  run(ctx: Context, input: { id: number; version: number; changes: InstructorChanges }): Promise<ChangedRow> {
    const { id, version, changes: fields } = input;
    const keeping = keepInstructors(this.instructors, this.accounts);
    return this.keeper.change(ctx, keeping, { scope: scopeOf(ctx, 'catalogue.manage'), id, version, fields });
  }
}
