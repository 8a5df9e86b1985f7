import { Injectable } from '@nestjs/common';
import { inScope, mayAnywhere, scopeOf } from '#access';
import { MarkingReach, MarkRepository, type MarkStanding, type MarkWords, type WholeMark } from '#attendance';
import { type Context } from '#platform/context';
import { type Db } from '#platform/database';
import { NamesRepository, type PlaceInSessions } from '#schedule';
import { displayName } from '#units';
import { ListMarksRepository, type SessionWords } from './list-marks.repository.js';

export interface StandingMark extends PlaceInSessions, MarkStanding<WholeMark> {
  late: boolean;
}

export interface ListedMark extends StandingMark, MarkWords, SessionWords {
  className: string;
  /** `movedAway`: no longer of a unit whose people the account may see. */
  person: { name: string; unit: string; last4: string | null } | { movedAway: true } | null;
  /** Sent from a phone that nobody has vouched for. */
  unknownDevice: boolean;
  /** Whether the account settles the attendance of the session; else it only looks on. */
  mayDecide: boolean;
}

/** What a list says about marks beside how they stand: who, where and by whom, for those who may see it. A constant number of queries. */
@Injectable()
export class MarksInWords {
  constructor(
    private readonly rows: ListMarksRepository,
    private readonly marks: MarkRepository,
    private readonly reach: MarkingReach,
    private readonly names: NamesRepository,
  ) {}

  async of(db: Db, ctx: Context, page: readonly StandingMark[]): Promise<ListedMark[]> {
    const seen = mayAnywhere(ctx, 'people.read') ? scopeOf(ctx, 'people.read') : null;
    const people = await this.rows.people(db, [...new Set(page.flatMap(({ mark }) => mark.personId ?? []))]);
    const ids = page.map(({ id }) => id);
    const sessionIds = [...new Set(page.map(({ sessionId }) => sessionId))];
    const words = await this.marks.words(db, ids);
    const unknown = await this.rows.fromUnknownDevices(db, ids);
    const sessions = await this.rows.sessions(db, sessionIds);
    const className = await this.names.of(
      db,
      'classes',
      page.map(({ classId }) => classId),
    );
    const settled = new Set(await this.reach.inScope(db, ctx, 'attendance.settle', sessionIds));
    return page.map((one) => {
      const said = words.get(one.id)!;
      const found = one.mark.personId === null ? undefined : people.get(one.mark.personId);
      const person =
        found && seen && inScope(seen, found.accessPath)
          ? { name: found.name, unit: displayName(found.unit), last4: found.last4 }
          : { movedAway: true as const };
      return {
        ...one,
        ...said,
        ...sessions.get(one.sessionId)!,
        className: className(one.classId) ?? '',
        person: one.mark.personId === null ? null : person,
        unknownDevice: unknown.has(one.id),
        mayDecide: settled.has(one.sessionId),
      };
    });
  }
}
