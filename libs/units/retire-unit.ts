import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { addDays, today } from '#platform/clock';
import { type Context } from '#platform/context';
import { type Db, Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { type Subtrees } from './subtrees.js';
import { type UnitRow, UnitRepository } from './unit.repository.js';
import { UnitsTakenOver } from './units.events.js';

export interface RetireUnitInput {
  scope: Subtrees;
  id: number;
  version: number;
  /** The last day of the unit, today or earlier. */
  validTo: string;
  /** Who answers for what the unit leaves behind; without one, it stays where it was. */
  successorId?: number | null;
}

/**
 * Ends a unit. For counting it stays where it stood; for access it and everything that ended under it go to the successor, and
 * its people belong to that one from the next day on.
 * Refusals: notFound, unitRetired, unitNotEmpty, datesReversed, referenceUnknown, unitLevelInvalid, versionMismatch.
 */
@Injectable()
export class RetireUnit {
  constructor(
    private readonly transactions: Transactions,
    private readonly units: UnitRepository,
    private readonly takenOver: UnitsTakenOver,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: RetireUnitInput): Promise<{ id: number; version: number }> {
    return this.transactions.run(ctx, async (db) => {
      const unit = required(await this.units.find(db, input.scope, input.id, true), 'notFound');
      if (unit.validTo) throw new Refusal('unitRetired', { validTo: unit.validTo, successorId: unit.successorId?.toString() ?? null });
      if (unit.version !== input.version) throw new Refusal('versionMismatch', { version: unit.version });
      if (input.validTo < unit.validFrom) throw new Refusal('datesReversed', { validFrom: unit.validFrom, validTo: input.validTo });
      if (input.validTo > today()) throw new Refusal('invalidFields', { fields: [{ field: 'validTo', fault: 'inTheFuture' }] });
      const living = await this.units.livingBelow(db, unit);
      if (living > 0) throw new Refusal('unitNotEmpty', { living });
      const successor = input.successorId ? await this.successor(db, input.scope, unit, input.successorId) : null;
      if (!(await this.units.retire(db, unit.id, unit.version, input.validTo, successor?.id ?? null))) {
        throw new Refusal('versionMismatch', { version: unit.version });
      }
      if (successor) {
        await this.units.moveAccess(db, unit.accessPath, `${successor.accessPath}${unit.id}/`);
        await this.takenOver.announce(db, ctx, { unitId: unit.id, successorId: successor.id, from: addDays(input.validTo, 1) });
      }
      await this.audit.record(
        db,
        ctx,
        'unit.retired',
        { noun: 'unit', id: unit.id, units: [unit.id] },
        { validTo: input.validTo, successorId: successor?.id ?? null },
      );
      return { id: unit.id, version: unit.version + 1 };
    });
  }

  /** A living unit that does not itself hang on the one that ends; an organ cannot take over a territory. */
  private async successor(db: Db, scope: Subtrees, unit: UnitRow, id: number): Promise<UnitRow> {
    const unknown = { fields: [{ field: 'successorId', fault: 'unknown' }] };
    const successor = required(await this.units.find(db, scope, id, true), 'referenceUnknown', unknown);
    if (successor.id === unit.id) throw new Refusal('referenceUnknown', unknown);
    if (successor.validTo)
      throw new Refusal('unitRetired', { unitId: String(successor.id), successorId: successor.successorId?.toString() ?? null });
    if (successor.level === 'organ' && unit.level !== 'organ') throw new Refusal('unitLevelInvalid', { level: successor.level });
    return successor;
  }
}
