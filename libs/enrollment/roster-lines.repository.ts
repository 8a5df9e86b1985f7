import { Injectable } from '@nestjs/common';
import { type Scope, scopeCondition } from '#access';
import { type Db, insertRows, listOf, numbersOf } from '#platform/database';
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

/** What an import calls a line: whoever wrote it knows it without asking. The pair is unique, and only undoing takes a line away. */
export const enrolledId = ({ class_id, person_id }: Pair): string => `${class_id}/${person_id}`;
const pairIn = (id: string): Pair => {
  const [class_id, person_id] = id.split('/');
  return { class_id: Number(class_id), person_id: Number(person_id) };
};

type Named = Enrolled & { id: number; state: string };

/** Something about each of many pairs of a class and a person. */
export class ByPair<T> {
  readonly #classes = new Map<number, Map<number, T>>();

  static of<Row extends Pair, T>(rows: readonly Row[], what: (row: Row) => T): ByPair<T> {
    const all = new ByPair<T>();
    for (const row of rows) all.set(row, what(row));
    return all;
  }

  get({ class_id, person_id }: Pair): T | undefined {
    return this.#classes.get(class_id)?.get(person_id);
  }

  set({ class_id, person_id }: Pair, value: T): void {
    const people = this.#classes.get(class_id);
    if (people) people.set(person_id, value);
    else this.#classes.set(class_id, new Map([[person_id, value]]));
  }
}

/** A condition on the two columns that says each class once: an index is read by it, and it is half as long as a list of pairs. */
function amongPairs(pairs: readonly Pair[], classColumn: string, personColumn: string): string {
  const classes = new Map<number, number[]>();
  for (const { class_id, person_id } of pairs) {
    const people = classes.get(class_id);
    if (people) people.push(person_id);
    else classes.set(class_id, [person_id]);
  }
  const each = [...classes].map(([id, people]) => `(${classColumn} = ${Number(id)} AND ${personColumn} IN ${numbersOf(people)})`);
  return each.length === 0 ? '1 = 0' : `(${each.join(' OR ')})`;
}

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

  /** Those who are or were on the rosters. */
  async enrolled(db: Db, pairs: readonly Pair[], lock: boolean): Promise<ByPair<Enrolled>> {
    const rows: Enrolled[] = await db.query(
      `SELECT class_id, person_id, roster_no, team, enrolled_on, removed_on, version FROM enrollments
       WHERE ${amongPairs(pairs, 'class_id', 'person_id')}${lock ? ' FOR UPDATE' : ''}`,
    );
    return ByPair.of(rows, (row) => row);
  }

  async sizes(db: Db, classIds: readonly number[]): Promise<Map<number, number>> {
    if (classIds.length === 0) return new Map();
    const rows: { id: number; size: number }[] = await db.query(
      `SELECT class_id AS id, COUNT(*) AS size FROM enrollments WHERE class_id IN ${listOf(classIds)} AND removed_on IS NULL GROUP BY class_id`,
      [...classIds],
    );
    return new Map(rows.map((row) => [row.id, Number(row.size)]));
  }

  /** Puts people on rosters, or changes their lines. */
  write(db: Db, lines: readonly Enrolled[]): Promise<void> {
    const changed = ['roster_no', 'team', 'enrolled_on', 'removed_on'].map((column) => `${column} = VALUES(${column})`).join(', ');
    return insertRows(
      db,
      'enrollments',
      lines.map((line) => ({ ...line })),
      `${changed}, version = enrollments.version + 1`,
    );
  }

  /** How often people were marked at sessions of these classes; those who never were are left out. */
  async marked(db: Db, pairs: readonly Pair[]): Promise<ByPair<number>> {
    if (pairs.length === 0) return new ByPair();
    const rows: (Pair & { marks: number })[] = await db.query(
      `SELECT sc.class_id, m.person_id, COUNT(*) AS marks FROM session_classes sc JOIN marks m ON m.session_id = sc.session_id
       WHERE ${amongPairs(pairs, 'sc.class_id', 'm.person_id')} GROUP BY sc.class_id, m.person_id`,
    );
    return ByPair.of(rows, (row) => Number(row.marks));
  }

  /** Returns the classes whose rosters changed. @throws Refusal importInUse when a line was changed, its person marked, or its class ended since */
  async undo(db: Db, effects: readonly RowEffect[]): Promise<number[]> {
    const now = await this.named(
      db,
      effects.map((effect) => effect.id),
    );
    const lineOf = (effect: RowEffect): Named | undefined => now.get(String(effect.id));
    for (const effect of effects) {
      const line = lineOf(effect);
      if (!line || line.version !== effect.version || ['closed', 'cancelled', 'void'].includes(line.state))
        throw new Refusal('importInUse', { enrollment: String(line?.id ?? effect.id) });
    }
    const lines = [...new Set(now.values())];
    const added = effects.filter((effect) => effect.did === 'created').map((effect) => lineOf(effect)!.id);
    const marked = await this.marked(db, lines);
    // Whoever the file put on a roster stays once somebody marked them there.
    for (const effect of effects) {
      const before = effect.did === 'created' ? { marks: 0 } : (effect.before as Partial<LineBefore>);
      if (before.marks !== undefined && (marked.get(lineOf(effect)!) ?? 0) > before.marks)
        throw new Refusal('importInUse', { enrollment: String(lineOf(effect)!.id) });
    }
    await db.query(`DELETE FROM enrollments WHERE id IN ${listOf(added)}`, added);
    const restored = effects
      .filter((effect) => effect.did === 'updated')
      .map((effect) => {
        const { id, class_id, person_id } = lineOf(effect)!;
        const { roster_no, team, enrolled_on, removed_on } = effect.before as unknown as LineBefore;
        return { id, class_id, person_id, roster_no, team, enrolled_on, removed_on, version: effect.version! - 1 };
      });
    const columns = ['roster_no', 'team', 'enrolled_on', 'removed_on', 'version'];
    await insertRows(db, 'enrollments', restored, columns.map((column) => `${column} = VALUES(${column})`).join(', '));
    return [...new Set(lines.map((line) => line.class_id))];
  }

  /** Lines by what an import calls them: their pair, or, all of them, their id in imports of before. Locked. */
  private async named(db: Db, names: readonly (string | number)[]): Promise<Map<string, Named>> {
    const pairs = names.filter((name) => String(name).includes('/')).map((name) => pairIn(String(name)));
    const ids = names.filter((name) => !String(name).includes('/')).map(Number);
    const rows: Named[] = await db.query(
      `SELECT e.id, e.class_id, e.person_id, e.enrolled_on, e.version, c.state FROM enrollments e JOIN classes c ON c.id = e.class_id
       WHERE ${ids.length > 0 ? `e.id IN ${numbersOf(ids)}` : amongPairs(pairs, 'e.class_id', 'e.person_id')} FOR UPDATE`,
    );
    return new Map(rows.map((row) => [ids.length > 0 ? String(row.id) : enrolledId(row), row]));
  }
}
