import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { ClassRepository, unitsOfClasses } from '#schedule';
import { EnrollmentRepository } from './enrollment.repository.js';
import { type IssuedCard } from './issue-cards.js';
import { demandOpenRoster } from './open-roster.js';
import { TraineeCardRepository } from './trainee-card.repository.js';

/**
 * Another card for somebody on the roster who lost theirs: phones know the old one no more from their next pack on. Refusals: notFound,
 * forbidden (another's class), classFinished, referenceUnknown (not on this roster).
 */
@Injectable()
export class RenewCard {
  constructor(
    private readonly transactions: Transactions,
    private readonly classes: ClassRepository,
    private readonly enrollments: EnrollmentRepository,
    private readonly cards: TraineeCardRepository,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, { classId, personId }: { classId: number; personId: number }): Promise<IssuedCard> {
    const scope = scopeOf(ctx, 'rosters.manage');
    return this.transactions.run({ ...ctx, idempotency: undefined }, async (db) => {
      await demandOpenRoster(db, this.classes, scope, classId);
      const line = (await this.enrollments.rosters(db, [classId])).find((row) => row.personId === personId);
      if (!line) throw new Refusal('referenceUnknown', { fields: [{ field: 'personId', fault: 'unknown' }] });
      await this.cards.renew(db, personId);
      const code = (await this.cards.codesOf(db, [personId])).get(personId)!;
      const units = [line.unitId, ...(await unitsOfClasses(db, [classId]))];
      await this.audit.record(db, ctx, 'card.renewed', { noun: 'person', id: personId, units });
      const { name, unitName, rosterNo } = line;
      return { personId, name, unitName, rosterNo, code, isNew: true };
    });
  }
}
