import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { AuditTrail } from '#platform/audit';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { ClassFactsChanged, unitsOfClasses } from '#schedule';
import { HeadCountRepository } from './head-count.repository.js';
import { MarkingReach } from './marking-reach.js';

/** Confirms a reported head count; from now on it counts. Refusals: notFound, forbidden (another's to verify), selfVerification, alreadyVerified. */
@Injectable()
export class VerifyHeadCount {
  constructor(
    private readonly transactions: Transactions,
    private readonly reach: MarkingReach,
    private readonly headCounts: HeadCountRepository,
    private readonly changed: ClassFactsChanged,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: { id: string }): Promise<{ id: string }> {
    scopeOf(ctx, 'headCount.verify');
    return this.transactions.run(ctx, async (db) => {
      const { sessionId } = required(await this.headCounts.find(db, input.id), 'notFound');
      const session = await this.reach.demandHeld(db, ctx, 'headCount.verify', sessionId);
      const count = required(await this.headCounts.find(db, input.id, true), 'notFound');
      if (count.verified) throw new Refusal('alreadyVerified');
      if (count.userId !== null && count.userId === ctx.user?.id) throw new Refusal('selfVerification');
      if (!(await this.headCounts.verify(db, input.id, now(), ctx.user?.id ?? null))) throw new Refusal('alreadyVerified');
      const units = await unitsOfClasses(db, session.classIds);
      await this.audit.record(db, ctx, 'headCount.verified', { noun: 'session', id: session.id, units }, { headCountId: input.id });
      await this.changed.announce(db, ctx, { sessionIds: [session.id] });
      return { id: input.id };
    });
  }
}
