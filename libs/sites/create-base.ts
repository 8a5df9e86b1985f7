import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type Context } from '#platform/context';
import { type ChangedRow, RegisterKeeper } from '#units';
import { BaseRepository, keepBases } from './training-base.repository.js';

export interface BaseInput {
  unitId: number;
  name: string;
  code?: string | null;
}

/** Refusals: referenceUnknown, unitRetired, alreadyExists (code). */
@Injectable()
export class CreateBase {
  constructor(
    private readonly keeper: RegisterKeeper,
    private readonly bases: BaseRepository,
  ) {}

  run(ctx: Context, fields: BaseInput): Promise<ChangedRow> {
    return this.keeper.add(ctx, keepBases(this.bases), { scope: scopeOf(ctx, 'catalogue.manage'), fields });
  }
}
