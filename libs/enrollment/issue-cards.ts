import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { ClassRepository, unitsOfClasses } from '#schedule';
import { EnrollmentRepository, type RosterRow } from './enrollment.repository.js';
import { demandOpenRoster } from './open-roster.js';
import { TraineeCardRepository } from './trainee-card.repository.js';

export interface IssuedCard extends Pick<RosterRow, 'personId' | 'name' | 'unitName' | 'rosterNo'> {
  code: string;
  /** Made by this call: nobody has printed it yet. */
  isNew: boolean;
}

/**
 * The cards of everybody on a roster, to be printed: who has none gets one, which serves in every class. Refusals: notFound, forbidden
 * (another's class), classFinished.
 */
@Injectable()
export class IssueCards {
  constructor(
    private readonly transactions: Transactions,
    private readonly classes: ClassRepository,
    private readonly enrollments: EnrollmentRepository,
    private readonly cards: TraineeCardRepository,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, { classId }: { classId: number }): Promise<IssuedCard[]> {
    const scope = scopeOf(ctx, 'rosters.manage');
    // A kept answer would hold the codes: a repeat finds the same cards.
    return this.transactions.run({ ...ctx, idempotency: undefined }, async (db) => {
      await demandOpenRoster(db, this.classes, scope, classId);
      const roster = await this.enrollments.rosters(db, [classId]);
      const ids = roster.map((row) => row.personId);
      const before = await this.cards.codesOf(db, ids);
      const without = ids.filter((id) => !before.has(id));
      await this.cards.issue(db, without);
      const codes = new Map([...before, ...(await this.cards.codesOf(db, without))]);
      const subject = { noun: 'class', id: classId, units: await unitsOfClasses(db, [classId]) };
      await this.audit.record(db, ctx, 'card.printed', subject, { people: ids.length, created: without.length });
      return roster.map(({ personId, name, unitName, rosterNo }) => ({
        personId,
        name,
        unitName,
        rosterNo,
        code: codes.get(personId)!,
        isNew: !before.has(personId),
      }));
    });
  }
}
