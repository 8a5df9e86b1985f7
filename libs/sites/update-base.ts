import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type Context } from '#platform/context';
import { type ChangedRow, RegisterKeeper } from '#units';
import { type BaseInput } from './create-base.js';
import { BaseRepository, keepBases } from './training-base.repository.js';

/** Refusals: notFound, versionMismatch, referenceUnknown, unitRetired. */
@Injectable()
export class UpdateBase {
  constructor(
    private readonly keeper: RegisterKeeper,
    private readonly bases: BaseRepository,
  ) {}

  run(ctx: Context, input: { id: number; version: number; changes: Partial<Omit<BaseInput, 'code'>> }): Promise<ChangedRow> {
    const { id, version, changes: fields } = input;
    return this.keeper.change(ctx, keepBases(this.bases), { scope: scopeOf(ctx, 'catalogue.manage'), id, version, fields });
  }
}
