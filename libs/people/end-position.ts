import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { required } from '#platform/refusal';
import { OwnPerson } from './own-person.js';
import { PositionBook } from './position-book.js';
import { PositionRepository } from './position.repository.js';

export interface EndPositionInput {
  personId: number;
  positionId: number;
  version: number;
  /** The last day; `null` when the term goes on after all. */
  to: string | null;
}

/** Sets or takes back the last day of a term. Refusals: notFound, personMerged, versionMismatch, datesReversed, positionOverlaps. */
@Injectable()
export class EndPosition {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnPerson,
    private readonly positions: PositionRepository,
    private readonly book: PositionBook,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: EndPositionInput): Promise<{ id: number; version: number }> {
    const scope = scopeOf(ctx, 'people.manage');
    return this.transactions.run(ctx, async (db) => {
      const person = await this.own.take(db, scope, input.personId);
      const all = await this.positions.ofPeople(db, [person.id]);
      const position = required(
        all.find((one) => one.id === input.positionId),
        'notFound',
      );
      await this.book.end(db, ctx, position, input.version, input.to);
      await this.audit.record(
        db,
        ctx,
        'position.ended',
        { noun: 'person', id: person.id, units: [person.unitId] },
        { positionId: position.id, to: input.to },
      );
      return { id: position.id, version: input.version + 1 };
    });
  }
}
