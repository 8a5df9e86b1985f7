import { Inject, Injectable } from '@nestjs/common';
import { inScope, mayAnywhere, type Scope, scopeOf } from '#access';
import {
  attendanceOf,
  bySession,
  isLateMark,
  MarkRepository,
  type MarkNeed,
  type MarkStanding,
  standingsOf,
  type WalkIn,
  type WholeMark,
} from '#attendance';
import { shanghaiDate } from '#platform/clock';
import { type Config, CONFIG } from '#platform/config';
import { type Context } from '#platform/context';
import { type Db, Transactions } from '#platform/database';
import { type AskedSessions, pageBySession, type PlaceInSessions, SessionRepository } from '#schedule';
import { displayName } from '#units';
import { ListMarksRepository } from './list-marks.repository.js';
import { WorldRepository } from './world.repository.js';

export interface ListedMark extends PlaceInSessions, MarkStanding<WholeMark> {
  /** `movedAway`: no longer of a unit whose people the account may see. */
  person: { name: string; unit: string; last4: string | null } | { movedAway: true } | null;
  walkIn: WalkIn | null;
  late: boolean;
  /** Sent from a phone that nobody has vouched for. */
  unknownDevice: boolean;
}

export interface MarkFilter extends Omit<AskedSessions, 'also'> {
  late?: boolean;
  needs?: MarkNeed;
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
    private readonly marks: MarkRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(
    ctx: Context,
    filter: MarkFilter,
    page: { after: PlaceInSessions | null; limit: number },
  ): Promise<{ items: ListedMark[]; next: PlaceInSessions | null }> {
    const scope = scopeOf(ctx, 'attendance.settle');
    const seen = mayAnywhere(ctx, 'people.read') ? scopeOf(ctx, 'people.read') : null;
    const asked = { ...filter, also: this.rows.sessionsWith(filter.needs) };
    return this.transactions.snapshot(async (db) => {
      const { items, next } = await pageBySession(
        page,
        (after, limit) => this.sessions.asked(db, scope, asked, { after, limit }),
        (sessions) => this.ofSessions(db, sessions, filter),
      );
      return { items: await this.named(db, seen, items), next };
    });
  }

  /** How every mark of these sessions stands. */
  async ofSessions(db: Db, sessions: readonly { id: number; date: string }[], filter: Pick<MarkFilter, 'classId' | 'late' | 'needs'>) {
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
        .map((one) => ({ ...one, id: one.mark.id, sessionId, date, late: this.isLate(one.mark, date) }))
        .filter((one) => filter.late === undefined || one.late === filter.late);
    });
  }

  private isLate({ recordedOn, receivedAt }: WholeMark, date: string): boolean {
    return isLateMark(date, recordedOn ?? shanghaiDate(new Date(receivedAt)), this.config);
  }

  /** Who each mark is of, for those who may see it: three queries a page. */
  private async named(
    db: Db,
    seen: Scope | null,
    page: readonly Omit<ListedMark, 'person' | 'walkIn' | 'unknownDevice'>[],
  ): Promise<ListedMark[]> {
    const people = await this.rows.people(db, [...new Set(page.flatMap(({ mark }) => mark.personId ?? []))]);
    const ids = page.map(({ id }) => id);
    const walkIns = await this.marks.walkIns(db, ids);
    const unknown = await this.rows.fromUnknownDevices(db, ids);
    return page.map((one) => {
      const found = one.mark.personId === null ? undefined : people.get(one.mark.personId);
      const person =
        found && seen && inScope(seen, found.accessPath)
          ? { name: found.name, unit: displayName(found.unit), last4: found.last4 }
          : { movedAway: true as const };
      return {
        ...one,
        person: one.mark.personId === null ? null : person,
        walkIn: walkIns.get(one.id) ?? null,
        unknownDevice: unknown.has(one.id),
      };
    });
  }
}
