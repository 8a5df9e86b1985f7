import { Injectable } from '@nestjs/common';
import { type UnitLevel } from '#contract';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { tellCodeTaken } from './code-taken.js';
import { inSubtrees, type Subtrees } from './subtrees.js';
import { normaliseUnitCode } from './unit-code.policy.js';
import { mayStandUnder, placeUnder } from './unit-place.policy.js';
import { placeOf, UnitRepository } from './unit.repository.js';
import { villageKind } from './village-kind.policy.js';

/** Since when a unit has existed when nobody says. */
export const alwaysThere = '1949-10-01';

export interface CreateUnitInput {
  /** What the caller may manage. */
  scope: Subtrees;
  parentId: number | null;
  level: UnitLevel;
  name: string;
  code?: string | null;
  validFrom?: string;
}

/** Adds a unit to the tree. Refusals: referenceUnknown, unitRetired, unitLevelInvalid, alreadyExists (code). */
@Injectable()
export class CreateUnit {
  constructor(
    private readonly transactions: Transactions,
    private readonly units: UnitRepository,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: CreateUnitInput): Promise<{ id: number; version: number }> {
    const code = input.code ? normaliseUnitCode(input.code) : null;
    return this.transactions.run(ctx, async (db) => {
      const unknownParent = { fields: [{ field: 'parentId', fault: 'unknown' }] };
      if (input.parentId === null && !inSubtrees(input.scope, '/')) throw new Refusal('referenceUnknown', unknownParent);
      const parent =
        input.parentId === null
          ? null
          : required(await this.units.find(db, input.scope, input.parentId, true), 'referenceUnknown', unknownParent);
      if (parent?.validTo)
        throw new Refusal('unitRetired', { unitId: String(parent.id), successorId: parent.successorId?.toString() ?? null });
      if (!mayStandUnder(input.level, parent?.level ?? null))
        throw new Refusal('unitLevelInvalid', { level: input.level, parentLevel: parent?.level ?? null });
      const id = await this.units
        .insertOne(db, {
          parentId: parent?.id ?? null,
          level: input.level,
          villageKind: input.level === 'village' && code ? villageKind(code) : null,
          name: input.name,
          code,
          validFrom: input.validFrom ?? alwaysThere,
        })
        .catch(tellCodeTaken);
      await this.units.settle(db, [{ id, ...placeUnder({ id, level: input.level }, parent && placeOf(parent)) }]);
      await this.audit.record(db, ctx, 'unit.created', { noun: 'unit', id, units: [id] }, { level: input.level, code });
      return { id, version: 1 };
    });
  }
}
