import { Injectable } from '@nestjs/common';
import { type Db, listOf, uuidBytes, uuidText } from '#platform/database';
import { type SessionCondition } from '#schedule';
import { type MarkNeed } from '#attendance';

export interface PersonShown {
  name: string;
  unit: string;
  last4: string | null;
  accessPath: string;
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

@Injectable()
export class ListMarksRepository {
  /** Without a need every session is gone through: asking each whether it has marks at all costs more than reading none. */
  sessionsWith(needs: MarkNeed | undefined): SessionCondition | undefined {
    if (!needs) return undefined;
    return { sql: `s.id IN (SELECT needing.session_id FROM (${sessionsIn[needs]}) needing)`, parameters: [] };
  }

  /** Which of these marks came from phones that nobody has vouched for. */
  async fromUnknownDevices(db: Db, ids: readonly string[]): Promise<Set<string>> {
    const rows: { id: Buffer }[] = await db.query(
      `SELECT m.id FROM marks m JOIN devices d ON d.id = m.device_id WHERE NOT d.enrolled AND m.id IN ${listOf(ids)}`,
      ids.map(uuidBytes),
    );
    return new Set(rows.map((row) => uuidText(row.id)));
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
