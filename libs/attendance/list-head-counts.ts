import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type Context } from '#platform/context';
import { type Db, Transactions } from '#platform/database';
import { type AskedSessions, pageBySession, type PlaceInSessions, SessionRepository } from '#schedule';
import { displayName } from '#units';
import { awaitsVerification, headsVerifying, isReplaced } from './awaits-verification.policy.js';
import { HeadCountRepository, type HeadCountRow, type ReportShown } from './head-count.repository.js';
import { MarkingReach } from './marking-reach.js';

export interface ListedHeadCount extends PlaceInSessions, ReportShown {
  count: HeadCountRow;
  /** Another report takes its place; in the worklist, one that waits itself. */
  replaced: boolean;
  /** Heads of its room by what is verified: as they are, and once this is verified too. */
  heads: { now: number | null; then: number | null };
  /** Whether the account verifies reports of this session at all; its own it never does. */
  mayVerify: boolean;
  /** Reported by the account that asks: somebody else has to verify it. */
  own: boolean;
}

export interface HeadCountFilter extends Omit<AskedSessions, 'also'> {
  /** `false`: only those that wait to be verified. */
  verified?: boolean;
  late?: boolean;
}

/** Reported heads of the sessions whose reports an account may verify, by date, session and id. */
@Injectable()
export class ListHeadCounts {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly headCounts: HeadCountRepository,
    private readonly reach: MarkingReach,
  ) {}

  run(
    ctx: Context,
    filter: HeadCountFilter,
    page: { after: PlaceInSessions | null; limit: number },
  ): Promise<{ items: ListedHeadCount[]; next: PlaceInSessions | null }> {
    return this.transactions.snapshot(async (db) => {
      const { items, next } = await this.page(db, ctx, filter, page);
      const shown = await this.headCounts.shown(
        db,
        items.map(({ id }) => id),
      );
      const verifies = new Set(await this.reach.inScope(db, ctx, 'headCount.verify', [...new Set(items.map((item) => item.sessionId))]));
      return {
        items: items.map((item) => {
          const { unit, ...rest } = shown.get(item.id)!;
          const mayVerify = verifies.has(item.sessionId);
          return { ...item, ...rest, unit: displayName(unit), own: item.count.userId === ctx.user?.id, mayVerify };
        }),
        next,
      };
    });
  }

  /** How many a first page of `limit` holds, and whether there are more behind it. */
  async count(ctx: Context, filter: HeadCountFilter, limit: number): Promise<{ many: number; more: boolean }> {
    const { items, next } = await this.transactions.snapshot((db) => this.page(db, ctx, filter, { after: null, limit }));
    return { many: items.length, more: next !== null };
  }

  private page(db: Db, ctx: Context, filter: HeadCountFilter, page: { after: PlaceInSessions | null; limit: number }) {
    const scope = scopeOf(ctx, 'headCount.verify');
    const asked = { ...filter, also: this.headCounts.sessionsWith(filter.verified) };
    return pageBySession(
      page,
      (after, limit) => this.sessions.asked(db, scope, asked, { after, limit }),
      (sessions) => this.ofSessions(db, sessions, filter),
    );
  }

  /** The reports of these sessions. */
  async ofSessions(db: Db, sessions: readonly { id: number; date: string }[], filter: Pick<HeadCountFilter, 'verified' | 'late'>) {
    const dates = new Map(sessions.map((session) => [session.id, session.date]));
    const counts = await this.headCounts.ofSessions(db, [...dates.keys()]);
    return counts.flatMap((count) => {
      const ofSession = counts.filter((one) => one.sessionId === count.sessionId);
      if (filter.late !== undefined && count.late !== filter.late) return [];
      if (filter.verified === true && !count.verified) return [];
      if (filter.verified === false && !awaitsVerification(count, ofSession)) return [];
      return [
        {
          id: count.id,
          sessionId: count.sessionId,
          date: dates.get(count.sessionId)!,
          count,
          replaced: isReplaced(count, ofSession),
          heads: headsVerifying(count, ofSession),
        },
      ];
    });
  }
}
