import { Inject, Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { attendanceOf, bySession, cameLate, type MarkNeed, standingsOf } from '#attendance';
import { type Config, CONFIG } from '#platform/config';
import { type Context } from '#platform/context';
import { type Db, Transactions } from '#platform/database';
import { type AskedSessions, pageBySession, type PlaceInSessions, SessionRepository } from '#schedule';
import { ListMarksRepository } from './list-marks.repository.js';
import { type ListedMark, MarksInWords, type StandingMark } from './marks-in-words.js';
import { WorldRepository } from './world.repository.js';

export interface MarkFilter extends Omit<AskedSessions, 'also'> {
  late?: boolean;
  needs?: MarkNeed;
  /** Every mark of this person, by whichever of their records. */
  personId?: number;
  /** Only those that somebody has decided about. */
  decided?: boolean;
}

/**
 * The marks of the sessions that an account may settle, by date, session and id: all of them, or those that need somebody —
 * the worklist. What a mark needs is derived by the rules that compile the figures, from the facts as they are now.
 */
@Injectable()
export class ListMarks {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly world: WorldRepository,
    private readonly rows: ListMarksRepository,
    private readonly words: MarksInWords,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(
    ctx: Context,
    filter: MarkFilter,
    page: { after: PlaceInSessions | null; limit: number },
  ): Promise<{ items: ListedMark[]; next: PlaceInSessions | null }> {
    return this.transactions.snapshot(async (db) => {
      const { items, next } = await this.page(db, ctx, filter, page);
      return { items: await this.words.of(db, ctx, items), next };
    });
  }

  /** How many a first page of `limit` holds, and whether there are more behind it. */
  async count(ctx: Context, filter: MarkFilter, limit: number): Promise<{ many: number; more: boolean }> {
    const { items, next } = await this.transactions.snapshot((db) => this.page(db, ctx, filter, { after: null, limit }));
    return { many: items.length, more: next !== null };
  }

  /** How many half-days of people the marks are about, up to `limit`: two at least disagree about each. */
  async countHalfDays(ctx: Context, filter: MarkFilter, limit: number): Promise<{ many: number; more: boolean }> {
    const { items, next } = await this.transactions.snapshot((db) => this.page(db, ctx, filter, { after: null, limit: 2 * limit }));
    const halfDays = new Set(items.map(({ sessionId, mark }) => `${sessionId}/${mark.slot}/${mark.personId}`));
    return { many: Math.min(halfDays.size, limit), more: next !== null || halfDays.size > limit };
  }

  private async page(db: Db, ctx: Context, filter: MarkFilter, page: { after: PlaceInSessions | null; limit: number }) {
    const scope = scopeOf(ctx, 'attendance.settle');
    const person = filter.personId === undefined ? undefined : await this.world.personBehind(db, filter.personId);
    const asked = { ...filter, also: this.rows.sessionsWith({ ...filter, records: person?.records }) };
    return pageBySession(
      page,
      (after, limit) => this.sessions.asked(db, scope, asked, { after, limit }),
      (sessions) => this.ofSessions(db, sessions, { ...filter, personId: person?.id }),
    );
  }

  /** How every mark of these sessions stands; of a person by the record that all others count as. */
  async ofSessions(db: Db, sessions: readonly { id: number; date: string }[], filter: MarkFilter): Promise<StandingMark[]> {
    const world = await this.world.marksOf(
      db,
      sessions.map((session) => session.id),
    );
    const made = bySession(world.marks);
    return sessions.flatMap(({ id: sessionId, date }) => {
      const marks = made.get(sessionId) ?? [];
      return standingsOf(marks, attendanceOf(world.sessions.get(sessionId)!, marks, world), world)
        .filter((one) => !filter.needs || one.needs === filter.needs)
        .filter((one) => !filter.classId || one.classId === filter.classId)
        .filter((one) => !filter.personId || one.mark.personId === filter.personId)
        .filter((one) => !filter.decided || one.mark.decision !== null)
        .map((one) => ({ ...one, id: one.mark.id, sessionId, date, late: cameLate(one.mark, date, this.config) }))
        .filter((one) => filter.late === undefined || one.late === filter.late);
    });
  }
}
