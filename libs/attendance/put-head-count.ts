import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type HeadCountMethod } from '#contract';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { ClassFactsChanged, leadOf, standsAs, statesHeld } from '#schedule';
import { AttendanceRepository } from './attendance.repository.js';
import { standingReports } from './awaits-verification.policy.js';
import { HeadCountRepository } from './head-count.repository.js';
import { MarkingReach } from './marking-reach.js';
import { readHeadCount } from './read-mark.js';

/**
 * Says how many stood at a session (or in one of its rooms), in place of everything said before. From somebody with the right
 * to verify it counts at once. A repeat with the same idempotency key is the same event.
 * Refusals: notFound, forbidden (another's to report), sessionNotOpen, referenceUnknown (the room).
 */
@Injectable()
export class PutHeadCount {
  constructor(
    private readonly transactions: Transactions,
    private readonly reach: MarkingReach,
    private readonly attendance: AttendanceRepository,
    private readonly headCounts: HeadCountRepository,
    private readonly changed: ClassFactsChanged,
  ) {}

  run(
    ctx: Context,
    input: {
      sessionId: number;
      viewingPointId?: number | null;
      count: number;
      method: HeadCountMethod;
      countedBy: string;
      note?: string | null;
    },
  ): Promise<{ id: string; verified: boolean; replaced: string[] }> {
    scopeOf(ctx, 'headCount.report');
    return this.transactions.run(ctx, async (db) => {
      const seen = await this.reach.demand(db, ctx, 'headCount.report', input.sessionId);
      // Classes before their session: whoever waits for an import of classes keeps nobody from marking.
      await statesHeld(db, seen.classIds);
      const session = await this.reach.demandHeld(db, ctx, 'headCount.report', input.sessionId);
      if (session.state !== 'scheduled') throw new Refusal('sessionNotOpen', { state: session.state });
      const states = await statesHeld(db, session.classIds);
      const lead = leadOf(session, (id) => standsAs(states.get(id)!));
      // Heads for a class that is closed wait: somebody else has to verify them.
      const review = lead !== null && states.get(lead) === 'closed' ? 'classClosed' : null;
      const verified = review === null && (await this.reach.inScope(db, ctx, 'headCount.verify', [session.id])).length > 0;
      const place = input.viewingPointId ?? 0;
      if (place !== 0 && !session.viewingPoints.some((point) => point.id === place)) {
        throw new Refusal('referenceUnknown', { fields: [{ field: 'viewingPointId', fault: 'unknown' }] });
      }
      const here = (await this.headCounts.ofSessions(db, [session.id])).filter((row) => row.place === place);
      const receivedAt = now();
      const count = readHeadCount({
        id: eventId(ctx),
        sessionId: String(session.id),
        ...(place !== 0 && { viewingPointId: String(place) }),
        mode: 'replace',
        count: input.count,
        method: input.method,
        countedBy: input.countedBy,
        at: receivedAt.toISOString(),
        replaces: standingReports(here).map(({ id }) => id),
        ...(input.note && { note: input.note }),
      });
      if (!count) throw new Refusal('invalidFields', { fields: [{ field: 'count', fault: 'malformed' }] });
      const how = { origin: 'console' as const, receivedAt, userId: ctx.user?.id ?? null, deviceId: null, fromRevoked: false };
      await this.attendance.insertHeadCounts(db, [{ count, review, recordedOn: null, verified, how }]);
      await this.changed.announce(db, ctx, { sessionIds: [session.id] });
      return { id: count.id, verified, replaced: count.replaces };
    });
  }
}

/** The same account and key give the same event id. */
function eventId(ctx: Context): string {
  if (!ctx.idempotency) return randomUUID();
  const hex = createHash('sha256').update(`head-count/${ctx.user?.id}/${ctx.idempotency.key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
