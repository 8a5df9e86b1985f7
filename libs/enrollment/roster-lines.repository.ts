import { Injectable } from '@nestjs/common';
import { type Scope, scopeCondition } from '#access';
import { type Db, insertRows, listOf } from '#platform/database';
import { type RowEffect } from '#platform/imports';
import { Refusal } from '#platform/refusal';
import { registerKey } from '#units';

export interface Enrolled {
  class_id: number;
  person_id: number;
  roster_no: number | null;
  team: string | null;
  enrolled_on: string;
  removed_on: string | null;
  version: number;
}

/** A line as it was before a file changed it; `marks` of the person at the class are kept for a line that the file brought back. */
export interface LineBefore extends Pick<Enrolled, 'roster_no' | 'team' | 'enrolled_on' | 'removed_on'> {
  marks?: number;
}

type Pair = Pick<Enrolled, 'class_id' | 'person_id'>;
export const enrolledKey = ({ class_id, person_id }: Pair): string => `${class_id}/${person_id}`;

const pairsOf = (pairs: readonly Pair[]): { sql: string; parameters: number[] } => ({
  sql: pairs.length === 0 ? '((NULL, NULL))' : `(${pairs.map(() => '(?, ?)').join(', ')})`,
  parameters: pairs.flatMap((pair) => [pair.class_id, pair.person_id]),
});

/** Rosters many lines at a time, as an import reads and writes them. */
@Injectable()
export class RosterLinesRepository {
  /** By `registerKey` of the code. */
  async people(db: Db, scope: Scope, codes: readonly string[]): Promise<Map<string, { id: number; name: string }>> {
    const { sql, parameters } = scopeCondition(scope, 'u.access_path');
    const rows: { id: number; code: string; name: string }[] = await db.query(
      `SELECT p.id, p.code, p.name FROM people p JOIN units u ON u.id = p.unit_id WHERE p.code IN ${listOf(codes)} AND ${sql}`,
      [...codes, ...parameters],
    );
    return new Map(rows.map((row) => [registerKey(row.code), row]));
  }

  /** Those who are or were on the rosters, by `enrolledKey`. */
  async enrolled(db: Db, pairs: readonly Pair[], lock: boolean): Promise<Map<string, Enrolled>> {
    const { sql, parameters } = pairsOf(pairs);
    const rows: Enrolled[] = await db.query(
      `SELECT class_id, person_id, roster_no, team, enrolled_on, removed_on, version FROM enrollments
       WHERE (class_id, person_id) IN ${sql}${lock ? ' FOR UPDATE' : ''}`,
      parameters,
    );
    return new Map(rows.map((row) => [enrolledKey(row), row]));
  }

  async sizes(db: Db, classIds: readonly number[]): Promise<Map<number, number>> {
    if (classIds.length === 0) return new Map();
    const rows: { id: number; size: number }[] = await db.query(
      `SELECT class_id AS id, COUNT(*) AS size FROM enrollments WHERE class_id IN ${listOf(classIds)} AND removed_on IS NULL GROUP BY class_id`,
      [...classIds],
    );
    return new Map(rows.map((row) => [row.id, Number(row.size)]));
  }

  /** Puts people on rosters, or changes their lines. Returns the ids by `enrolledKey`. */
  async write(db: Db, lines: readonly Enrolled[]): Promise<Map<string, number>> {
    const changed = ['roster_no', 'team', 'enrolled_on', 'removed_on'].map((column) => `${column} = VALUES(${column})`).join(', ');
    await insertRows(
      db,
      'enrollments',
      lines.map((line) => ({ ...line })),
      `${changed}, version = enrollments.version + 1`,
    );
    const { sql, parameters } = pairsOf(lines);
    const rows: (Pair & { id: number })[] = await db.query(
      `SELECT id, class_id, person_id FROM enrollments WHERE (class_id, person_id) IN ${sql}`,
      parameters,
    );
    return new Map(rows.map((row) => [enrolledKey(row), row.id]));
  }

  /** How often people were marked at sessions of these classes, by `enrolledKey`. */
  async marked(db: Db, pairs: readonly Pair[]): Promise<Map<string, number>> {
    const { sql, parameters } = pairsOf(pairs);
    const rows: (Pair & { marks: number })[] = await db.query(
      `SELECT sc.class_id, m.person_id, COUNT(*) AS marks FROM session_classes sc JOIN marks m ON m.session_id = sc.session_id
       WHERE (sc.class_id, m.person_id) IN ${sql} GROUP BY sc.class_id, m.person_id`,
      parameters,
    );
    return new Map(rows.map((row) => [enrolledKey(row), Number(row.marks)]));
  }

  /** Returns the classes whose rosters changed. @throws Refusal importInUse when a line was changed, its person marked, or its class ended since */
  async undo(db: Db, effects: readonly RowEffect[]): Promise<number[]> {
    const ids = effects.map((effect) => Number(effect.id));
    const now: (Enrolled & { id: number; state: string })[] = await db.query(
      `SELECT e.id, e.class_id, e.person_id, e.enrolled_on, e.version, c.state FROM enrollments e JOIN classes c ON c.id = e.class_id
       WHERE e.id IN ${listOf(ids)} FOR UPDATE`,
      ids,
    );
    const lines = new Map(now.map((line) => [line.id, line]));
    for (const effect of effects) {
      const line = lines.get(Number(effect.id));
      if (!line || line.version !== effect.version || ['closed', 'cancelled', 'void'].includes(line.state))
        throw new Refusal('importInUse', { enrollment: String(effect.id) });
    }
    const added = effects.filter((effect) => effect.did === 'created').map((effect) => Number(effect.id));
    const marked = await this.marked(db, now);
    // Whoever the file put on a roster stays once somebody marked them there.
    for (const effect of effects) {
      const before = effect.did === 'created' ? { marks: 0 } : (effect.before as Partial<LineBefore>);
      if (before.marks !== undefined && (marked.get(enrolledKey(lines.get(Number(effect.id))!)) ?? 0) > before.marks)
        throw new Refusal('importInUse', { enrollment: String(effect.id) });
    }
    await db.query(`DELETE FROM enrollments WHERE id IN ${listOf(added)}`, added);
    const restored = effects
      .filter((effect) => effect.did === 'updated')
      .map((effect) => {
        const { id, class_id, person_id } = lines.get(Number(effect.id))!;
        const { roster_no, team, enrolled_on, removed_on } = effect.before as unknown as LineBefore;
        return { id, class_id, person_id, roster_no, team, enrolled_on, removed_on, version: effect.version! - 1 };
      });
    const columns = ['roster_no', 'team', 'enrolled_on', 'removed_on', 'version'];
    await insertRows(db, 'enrollments', restored, columns.map((column) => `${column} = VALUES(${column})`).join(', '));
    return [...new Set(now.map((line) => line.class_id))];
  }
}
