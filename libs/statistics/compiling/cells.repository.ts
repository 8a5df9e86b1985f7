import { Injectable } from '@nestjs/common';
import { type Db, insertion, joined, listOf, type Question, question } from '#platform/database';
import { type Cell, cellMeasures, type KeysOfUnits, type UnitKeys } from './cells.js';
import { type PeopleCell, type SetChange } from './people-cells.js';
import { packPersons, unpackPersons } from './person-set.js';

const setKey = ['month', 'unit_id', 'kind', 'audience'] as const;
type SetRow = Record<(typeof setKey)[number], string | number> & { persons: Buffer };
/** By their keys. */
type HeldSets = ReadonlyMap<string, Buffer>;
const rowOfSet = ({ month, unitId, kind, audience }: SetChange) => ({ month, unit_id: unitId, kind, audience });

/** Works differences into the figures. Rows in key order: compiles that touch the same ones wait for each other and never in a ring. */
@Injectable()
export class CellsRepository {
  /** @param suffix of the tables' names: where a recount builds aside, beside those that are served */
  constructor(private readonly suffix = '') {}

  private readonly known = new Map<number, UnitKeys>();

  /** Where units stand in the tree. What was once asked is known for good: a unit's place never changes. */
  async keysOf(db: Db, unitIds: ReadonlySet<number>): Promise<KeysOfUnits> {
    const ids = [...unitIds].filter((id) => !this.known.has(id));
    if (ids.length === 0) return this.known;
    const rows: (UnitKeys & { id: number; path: string })[] = await db.query(
      `SELECT id, path, key_village AS village, key_town AS town, key_county AS county, key_city AS city, key_province AS province FROM units WHERE id IN ${listOf(ids)}`,
      ids,
    );
    const lines = rows.map((row) => ({ ...row, above: row.path.split('/').filter(Boolean).map(Number) }));
    const above = [...new Set(lines.flatMap((line) => line.above))];
    const organs: { id: number }[] = await db.query(`SELECT id FROM units WHERE level = 'organ' AND id IN ${listOf(above)}`, above);
    const isOrgan = new Set(organs.map((row) => row.id));
    for (const line of lines) this.known.set(line.id, { ...line, organs: line.above.filter((id) => isOrgan.has(id)) });
    return this.known;
  }

  add(cells: readonly Cell[]): Question<void> {
    const summed = cellMeasures.map((measure) => `${measure} = ${measure} + VALUES(${measure})`).join(', ');
    return insertion(`figure_cells${this.suffix}`, cells, summed);
  }

  addPeople(cells: readonly PeopleCell[]): Question<void> {
    return insertion(`people_cells${this.suffix}`, cells, 'people = people + VALUES(people)');
  }

  /** Each set's row is locked first, so that of two compiles that touch it the second sees what the first has committed. */
  lockAndReadSets(changes: readonly SetChange[]): Question<HeldSets> {
    const table = `person_sets${this.suffix}`;
    const first = changes.map((change) => ({ ...rowOfSet(change), persons: Buffer.alloc(0) }));
    const reads = portionsOf(changes).map((some) =>
      question<SetRow>(
        `SELECT ${setKey.join(', ')}, persons FROM ${table} WHERE (${setKey.join(', ')}) IN (${some.map(() => listOf(setKey)).join(', ')})`,
        some.flatMap((change) => Object.values(rowOfSet(change))),
      ),
    );
    return joined([insertion(table, first, 'month = VALUES(month)'), joined(reads, (...rows) => rows.flat())], (_, rows) => {
      return new Map(rows.map((row) => [setKey.map((column) => row[column]).join(' '), row.persons]));
    });
  }

  writeSets(changes: readonly SetChange[], held: HeldSets): Question<unknown> {
    const table = `person_sets${this.suffix}`;
    const filled = changes.map((change) => {
      const row = rowOfSet(change);
      const people = new Set(unpackPersons(held.get(Object.values(row).join(' ')) ?? Buffer.alloc(0)));
      for (const id of change.left) people.delete(id);
      for (const id of change.joined) people.add(id);
      return { ...row, persons: packPersons(people) };
    });
    const empty = filled.filter((row) => row.persons.length === 0);
    const removals = portionsOf(empty).map((some) =>
      question(
        `DELETE FROM ${table} WHERE (${setKey.join(', ')}) IN (${some.map(() => listOf(setKey)).join(', ')})`,
        some.flatMap((row) => setKey.map((column) => row[column])),
      ),
    );
    const writes = portionsOf(filled).map((some) => insertion(table, some, 'persons = VALUES(persons)'));
    return joined([...writes, ...removals], () => undefined);
  }
}

function portionsOf<T>(rows: readonly T[]): T[][] {
  const portions: T[][] = [];
  for (let i = 0; i < rows.length; i += 200) portions.push(rows.slice(i, i + 200));
  return portions;
}
