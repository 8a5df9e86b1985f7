import { type Scope } from '#access';
import { type Db } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { type UnitRepository, type UnitRow } from '#units';

/** A living unit of one's own, where a person may be put. Refusals: referenceUnknown, unitRetired. */
export async function unitForPerson(db: Db, units: UnitRepository, scope: Scope, unitId: number): Promise<UnitRow> {
  const unit = required(await units.find(db, scope, unitId), 'referenceUnknown', { fields: [{ field: 'unitId', fault: 'unknown' }] });
  if (unit.validTo) throw new Refusal('unitRetired', { unitId: String(unit.id), successorId: unit.successorId?.toString() ?? null });
  return unit;
}
