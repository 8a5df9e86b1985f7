import { Inject, Injectable } from '@nestjs/common';
import { type DayPart, type FoldHeadCount, type FoldedHeadCount, foldHeadCounts, type SessionState } from '#contract';
import { shanghaiDate } from '#platform/clock';
import { type Config, CONFIG } from '#platform/config';
import { ask, type Db, joined, listOf, numbersOf, type Question, question, uuidBytes, uuidText } from '#platform/database';
import { type SessionCondition } from '#schedule';
import { isLateHeadCount } from './lateness.policy.js';

export interface HeadCountRow extends FoldHeadCount {
  sessionId: number;
  /** 0 for the main room. */
  place: number;
  verified: boolean;
  countedBy: string;
  receivedAt: Date;
  late: boolean;
  userId: number | null;
}

/** The count of a session over all its rooms, as the wire says it. */
export interface SessionHeads {
  count: number;
  verified: boolean;
  disputed: boolean;
}

/** What a list says about a report beside the report. */
export interface ReportShown {
  topic: string;
  dayPart: DayPart;
  classId: number;
  className: string;
  /** The viewing point, where it was not the main room. */
  room: string | null;
  note: string | null;
  sessionState: SessionState;
  unitId: number;
  unit: string;
  /** Whose account handed it over. */
  reportedBy: string | null;
}

@Injectable()
export class HeadCountRepository {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async ofSessions(db: Db, sessionIds: readonly number[]): Promise<HeadCountRow[]> {
    return (await ask(db, this.reportsAt(sessionIds)))[0];
  }

  reportsAt(sessionIds: readonly number[]): Question<HeadCountRow[]> {
    const reports = question<
      Omit<HeadCountRow, 'id' | 'replaces' | 'count' | 'late'> & {
        id: Buffer;
        heads: number;
        date: string;
        recordedOn: string | null;
      }
    >(
      `SELECT h.id, h.session_id AS sessionId, COALESCE(h.viewing_point_id, 0) AS place, h.mode, h.heads, h.method, h.origin,
         h.counted_by AS countedBy, h.received_at AS receivedAt, s.date, h.recorded_on AS recordedOn, h.user_id AS userId,
         h.verified_at IS NOT NULL AS verified
       FROM head_counts h JOIN sessions s ON s.id = h.session_id
       WHERE h.session_id IN ${numbersOf(sessionIds)} ORDER BY h.session_id, h.received_at, h.id`,
    );
    const replacements = question<{ id: Buffer; replaced: Buffer }>(
      `SELECT head_count_id AS id, replaced_id AS replaced FROM head_count_replacements WHERE session_id IN ${numbersOf(sessionIds)}`,
    );
    return joined([reports, replacements], (rows, edges) => {
      const replaces = new Map<string, string[]>();
      for (const edge of edges) replaces.set(uuidText(edge.id), [...(replaces.get(uuidText(edge.id)) ?? []), uuidText(edge.replaced)]);
      return rows.map(({ heads, date, recordedOn, ...row }) => {
        const id = uuidText(row.id);
        const late = isLateHeadCount(date, recordedOn ?? shanghaiDate(row.receivedAt), this.config);
        return { ...row, id, count: heads, verified: Boolean(row.verified), late, replaces: replaces.get(id) ?? [] };
      });
    });
  }

  /** What each session shows: the verified count in force, or what waits to be verified when nothing is. */
  async headsOf(db: Db, sessionIds: readonly number[]): Promise<Map<number, SessionHeads>> {
    const bySession = new Map<number, HeadCountRow[]>();
    for (const row of await this.ofSessions(db, sessionIds)) bySession.set(row.sessionId, [...(bySession.get(row.sessionId) ?? []), row]);
    return new Map([...bySession].map(([id, rows]) => [id, headsOfSession(rows)]));
  }

  /** Sessions with reports; with reports that somebody has verified, or nobody yet. */
  sessionsWith(verified: boolean | undefined): SessionCondition {
    const which = verified === undefined ? '' : ` WHERE h.verified_at IS ${verified ? 'NOT ' : ''}NULL`;
    return { sql: `s.id IN (SELECT h.session_id FROM head_counts h${which})`, parameters: [] };
  }

  /** The unit is the one whose heads these are by rule 8: the room's own, else the session's, the village of its lead class, its host. */
  async shown(db: Db, ids: readonly string[]): Promise<Map<string, ReportShown>> {
    const rows: (ReportShown & { id: Buffer })[] = await db.query(
      `SELECT h.id, s.topic, s.day_part AS dayPart, c.id AS classId, c.name AS className, room.name AS room, h.note, s.state AS sessionState,
         u.id AS unitId, u.name AS unit, reporter.name AS reportedBy
       FROM head_counts h JOIN sessions s ON s.id = h.session_id JOIN classes c ON c.id = s.lead_class_id
       LEFT JOIN viewing_points room ON room.id = h.viewing_point_id
       JOIN units u ON u.id = COALESCE(room.for_unit_id, s.for_unit_id, c.village_id, c.host_unit_id)
       LEFT JOIN users reporter ON reporter.id = h.user_id WHERE h.id IN ${listOf(ids)}`,
      ids.map(uuidBytes),
    );
    return new Map(rows.map(({ id, ...row }) => [uuidText(id), row]));
  }

  async find(db: Db, id: string, lock = false): Promise<{ sessionId: number; userId: number | null; verified: boolean } | null> {
    const [row] = await db.query(
      `SELECT session_id AS sessionId, user_id AS userId, verified_at IS NOT NULL AS verified FROM head_counts WHERE id = ?${lock ? ' FOR UPDATE' : ''}`,
      [uuidBytes(id)],
    );
    return row ? { ...row, verified: Boolean(row.verified) } : null;
  }

  async verify(db: Db, id: string, at: Date, by: number | null): Promise<boolean> {
    const done = await db.query('UPDATE head_counts SET verified_at = ?, verified_by = ? WHERE id = ? AND verified_at IS NULL', [
      at,
      by,
      uuidBytes(id),
    ]);
    return done.affectedRows === 1;
  }
}

function headsOfSession(rows: readonly HeadCountRow[]): SessionHeads {
  const fold = (of: readonly HeadCountRow[]): FoldedHeadCount[] => {
    const places = [...new Set(of.map((row) => row.place))];
    return places.flatMap((place) => foldHeadCounts(of.filter((row) => row.place === place)) ?? []);
  };
  const verified = fold(rows.map((row) => ({ ...row, aside: !row.verified })));
  const shown = verified.length > 0 ? verified : fold(rows);
  return {
    count: shown.reduce((sum, one) => sum + one.count, 0),
    verified: verified.length > 0,
    disputed: shown.some((one) => one.disputed),
  };
}
