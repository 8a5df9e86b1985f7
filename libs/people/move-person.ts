import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { AuditTrail } from '#platform/audit';
import { today } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { ownLivingUnit, UnitRepository } from '#units';
import { OwnPerson } from './own-person.js';
import { PersonMoves } from './person-moves.js';

export interface MovePersonInput {
  id: number;
  unitId: number;
  /** The first day in the new unit, today or earlier: the record says where a person is, not where they will be. */
  from: string;
}

/** The person belongs to another unit from a day on; what they did before stays with the old one. Refusals: notFound, personMerged, referenceUnknown, unitRetired. */
@Injectable()
export class MovePerson {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnPerson,
    private readonly moves: PersonMoves,
    private readonly units: UnitRepository,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: MovePersonInput): Promise<{ id: number; version: number }> {
    const scope = scopeOf(ctx, 'people.manage');
    if (input.from > today()) throw new Refusal('invalidFields', { fields: [{ field: 'from', fault: 'inTheFuture' }] });
    return this.transactions.run(ctx, async (db) => {
      // Units before people, as whoever takes a unit over: neither waits for the other in a ring.
      const unit = await ownLivingUnit(db, this.units, scope, input.unitId);
      const person = await this.own.take(db, scope, input.id);
      await this.moves.move(db, ctx, { personId: person.id, from: input.from, unitId: unit.id });
      const subject = { noun: 'person', id: person.id, units: [person.unitId, unit.id] };
      await this.audit.record(db, ctx, 'person.moved', subject, {
        changes: [['unitId', person.unitId, unit.id]],
        from: input.from,
      });
      return { id: person.id, version: person.version + 1 };
    });
  }
}
