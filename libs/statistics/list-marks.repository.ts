import { Injectable } from '@nestjs/common';
import { type Db, listOf, numbersOf, uuidBytes, uuidText } from '#platform/database';
import { type DayPart } from '#contract';
import { type SessionCondition } from '#schedule';
import { type MarkNeed } from '#attendance';

export interface PersonShown {
  name: string;
  unit: string;
  last4: string | null;
  accessPath: string;
}

/** What a session is called. */
export interface SessionWords {
  topic: string;
  dayPart: DayPart;
}

/**
 * The sessions in which marks may need somebody, found without looking at marks that need nobody. What was compiled may lag
 * behind or say too much: the rules then judge each mark. A walk-in nobody has matched is looked up itself, since what is
 * compiled knows none that came after the class was closed; walk-ins stand together in the index of people.
 */
const sessionsIn: Record<MarkNeed, string> = {
  decision: "SELECT session_id FROM left_out WHERE reason IN ('offRoster', 'classClosed', 'sessionCancelled', 'sessionVoid')",
  match: 'SELECT m.session_id FROM marks m LEFT JOIN mark_decisions d ON d.mark_id = m.id WHERE m.person_id IS NULL AND d.mark_id IS NULL',
  settling: "SELECT session_id FROM attendances WHERE disputed = 1 UNION SELECT session_id FROM left_out WHERE reason = 'disputed'",
};

/** Where one of these records was marked, or is who a walk-in was. */
const sessionsOf = (records: readonly number[]): string =>
  `SELECT m.session_id FROM marks m WHERE m.person_id IN ${numbersOf(records)}
   UNION SELECT d.session_id FROM mark_decisions d WHERE d.person_id IN ${numbersOf(records)}`;

@Injectable()
export class ListMarksRepository {
  /** Without any every session is gone through: asking each whether it has marks at all costs more than reading none. */
  sessionsWith({
    needs,
    decided,
    records,
  }: {
    needs?: MarkNeed;
    decided?: boolean;
    records?: readonly number[];
  }): SessionCondition | undefined {
    const conditions = [
      ...(records ? [`s.id IN (SELECT made.session_id FROM (${sessionsOf(records)}) made)`] : []),
      ...(decided ? ['s.id IN (SELECT d.session_id FROM mark_decisions d)'] : []),
      ...(needs && !decided ? [`s.id IN (SELECT needing.session_id FROM (${sessionsIn[needs]}) needing)`] : []),
    ];
    return conditions.length === 0 ? undefined : { sql: conditions.join(' AND '), parameters: [] };
  }

  /** Which of these marks came from phones that nobody has vouched for. */
  async fromUnknownDevices(db: Db, ids: readonly string[]): Promise<Set<string>> {
    const rows: { id: Buffer }[] = await db.query(
      `SELECT m.id FROM marks m JOIN devices d ON d.id = m.device_id WHERE NOT d.enrolled AND m.id IN ${listOf(ids)}`,
      ids.map(uuidBytes),
    );
    return new Set(rows.map((row) => uuidText(row.id)));
  }

  async sessions(db: Db, ids: readonly number[]): Promise<Map<number, SessionWords>> {
    const rows: (SessionWords & { id: number })[] = await db.query(
      `SELECT id, topic, day_part AS dayPart FROM sessions WHERE id IN ${listOf(ids)}`,
      [...ids],
    );
    return new Map(rows.map(({ id, ...row }) => [id, row]));
  }

  async people(db: Db, ids: readonly number[]): Promise<Map<number, PersonShown>> {
    const rows: (PersonShown & { id: number })[] = await db.query(
      `SELECT p.id, p.name, u.name AS unit, COALESCE(p.phone_last4, p.id_number_last4) AS last4, u.access_path AS accessPath
       FROM people p JOIN units u ON u.id = p.unit_id WHERE p.id IN ${listOf(ids)}`,
      [...ids],
    );
    return new Map(rows.map(({ id, ...row }) => [id, row]));
  }
}
