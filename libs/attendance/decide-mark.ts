import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { PersonRepository } from '#people';
import { AuditTrail } from '#platform/audit';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { ClassFactsChanged, SessionRepository } from '#schedule';
import { MarkRepository } from './mark.repository.js';

/**
 * Ends the waiting of a mark: `admit` lets it count, `reject` leaves it out for good, `match` says who a walk-in was.
 * Refusals: notFound, nothingToDecide (match of a named mark, admit or reject of a walk-in), personUnknown.
 */
@Injectable()
export class DecideMark {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly people: PersonRepository,
    private readonly marks: MarkRepository,
    private readonly changed: ClassFactsChanged,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: { id: string; decision: 'admit' | 'reject' | 'match'; personId?: number | null }): Promise<{ id: string }> {
    const scope = scopeOf(ctx, 'attendance.settle');
    return this.transactions.run(ctx, async (db) => {
      const mark = required(await this.marks.find(db, input.id), 'notFound');
      const session = required(await this.sessions.find(db, scope, mark.sessionId), 'notFound');
      const personId = input.decision === 'match' ? required(input.personId, 'personUnknown') : null;
      if ((input.decision === 'match') !== (mark.personId === null)) throw new Refusal('nothingToDecide');
      // A mark of a cancelled or void session waits for the session, not for a decision.
      if (input.decision === 'admit' && session.state !== 'scheduled') throw new Refusal('nothingToDecide', { state: session.state });
      // Only people whom the organiser may see: the list then shows the name, and the person is counted.
      if (personId !== null) required(await this.people.find(db, scopeOf(ctx, 'people.read'), personId), 'personUnknown');
      await this.marks.decide(db, {
        markId: input.id,
        sessionId: session.id,
        decision: input.decision,
        personId,
        by: ctx.user?.id ?? null,
        at: now(),
      });
      await this.audit.record(db, ctx, `mark.${input.decision}`, { noun: 'mark', id: input.id }, { sessionId: session.id });
      await this.changed.announce(db, ctx, { sessionIds: [session.id], facts: 1 });
      return { id: input.id };
    });
  }
}
