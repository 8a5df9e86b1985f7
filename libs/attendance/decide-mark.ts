import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { PersonRepository } from '#people';
import { AuditTrail } from '#platform/audit';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { type Db, Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { ClassFactsChanged, type SessionRow, unitsOfClasses } from '#schedule';
import { CarryMatches } from './carry-matches.js';
import { AttendedRepository } from './folding/attended.repository.js';
import { classOfMark } from './folding/attribution.policy.js';
import { waitsFor } from './folding/waiting.policy.js';
import { MarkRepository } from './mark.repository.js';
import { MarkingReach } from './marking-reach.js';

export const markDecisions = ['admit', 'reject', 'match', 'withdraw'] as const;
export type MarkDecisionWord = (typeof markDecisions)[number];

/**
 * Ends the waiting of a mark: `admit` lets it count, `reject` leaves it out, `match` says who a walk-in was; `withdraw` takes back what
 * was decided. What is decided of a walk-in holds for the same words in other roll calls of the session. Refusals: notFound, forbidden
 * (another's to settle), personUnknown, nothingToDecide (match of a named mark; admission of one that waits for nobody, or for its session
 * and not for a decision; withdrawal where nothing was decided).
 */
@Injectable()
export class DecideMark {
  constructor(
    private readonly transactions: Transactions,
    private readonly reach: MarkingReach,
    private readonly people: PersonRepository,
    private readonly marks: MarkRepository,
    private readonly carry: CarryMatches,
    private readonly attended: AttendedRepository,
    private readonly changed: ClassFactsChanged,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: { id: string; decision: MarkDecisionWord; personId?: number | null }): Promise<{ id: string }> {
    scopeOf(ctx, 'attendance.settle');
    return this.transactions.run(ctx, async (db) => {
      const { sessionId } = required(await this.marks.find(db, input.id), 'notFound');
      const session = await this.reach.demandHeld(db, ctx, 'attendance.settle', sessionId);
      // Held as well: no decision outlives a mark that is being taken back.
      const mark = required(await this.marks.find(db, input.id, true), 'notFound');
      const personId = input.decision === 'match' ? required(input.personId, 'personUnknown') : null;
      if (input.decision === 'match' && mark.personId !== null) throw new Refusal('nothingToDecide');
      if (input.decision === 'admit') await this.demandUndecided(db, session, input.id);
      // Only people whom the organiser may see: the list then shows the name, and the person is counted.
      if (personId !== null) required(await this.people.find(db, scopeOf(ctx, 'people.read'), personId), 'personUnknown');
      const { id: markId, decision } = input;
      if (decision !== 'withdraw')
        await this.marks.decide(db, { markId, sessionId: session.id, decision, personId, by: ctx.user?.id ?? null, at: now() });
      else if (!(await this.marks.undecide(db, markId))) throw new Refusal('nothingToDecide');
      await this.carry.run(db, [session.id]);
      const units = await unitsOfClasses(db, session.classIds);
      await this.audit.record(db, ctx, `mark.${input.decision}`, { noun: 'session', id: session.id, units }, { markId });
      await this.changed.announce(db, ctx, { sessionIds: [session.id] });
      return { id: input.id };
    });
  }

  /** Admitted is only what waits for a decision: else the admission would outlive the day on which it has a meaning. */
  private async demandUndecided(db: Db, session: SessionRow, markId: string): Promise<void> {
    const { classes, sessions, marks } = await this.attended.of(db, [session.id], session.classIds);
    const mark = marks.find((one) => one.id === markId)!;
    const owner = classes.get(classOfMark(sessions.get(session.id)!, mark.personId, classes));
    const reason = mark.walkIn === null ? waitsFor({ ...mark, decision: null }, session, owner) : null;
    if (reason !== 'offRoster' && reason !== 'classClosed') throw new Refusal('nothingToDecide', { state: session.state });
  }
}
