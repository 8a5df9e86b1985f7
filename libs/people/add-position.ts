import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type PositionKind } from '#contract';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { ownLivingUnit, UnitRepository } from '#units';
import { OwnPerson } from './own-person.js';
import { PositionBook } from './position-book.js';

export interface AddPositionInput {
  personId: number;
  kind: PositionKind;
  /** Where the position is held, when it is not the person's own unit. */
  unitId?: number | null;
  from: string;
  /** The last day. */
  to?: string | null;
}

/** Records a term in a position. Refusals: notFound, personMerged, referenceUnknown, unitRetired, datesReversed, positionOverlaps. */
@Injectable()
export class AddPosition {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnPerson,
    private readonly book: PositionBook,
    private readonly units: UnitRepository,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: AddPositionInput): Promise<{ id: number; version: number }> {
    const scope = scopeOf(ctx, 'people.manage');
    return this.transactions.run(ctx, async (db) => {
      if (input.unitId) await ownLivingUnit(db, this.units, scope, input.unitId);
      const person = await this.own.take(db, scope, input.personId);
      const { kind, from, to = null } = input;
      const id = await this.book.add(db, ctx, { personId: person.id, kind, unitId: input.unitId ?? null, from, to });
      await this.audit.record(
        db,
        ctx,
        'position.added',
        { noun: 'person', id: person.id, units: [person.unitId] },
        { positionId: id, kind, from, to },
      );
      return { id, version: 1 };
    });
  }
}
