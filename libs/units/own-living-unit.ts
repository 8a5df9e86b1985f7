import { type Db } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { type Subtrees } from './subtrees.js';
import { type UnitRow, type UnitRepository } from './unit.repository.js';

/** A living unit within the scope, where something may be put: it does not end before the transaction does. Refusals: referenceUnknown, unitRetired. */
export async function ownLivingUnit(db: Db, units: UnitRepository, scope: Subtrees, unitId: number): Promise<UnitRow> {
  const unit = required(await units.find(db, scope, unitId, 'shared'), 'referenceUnknown', {
    fields: [{ field: 'unitId', fault: 'unknown' }],
  });
  if (unit.validTo) throw new Refusal('unitRetired', { unitId: String(unit.id), successorId: unit.successorId?.toString() ?? null });
  return unit;
}
