import { Injectable } from '@nestjs/common';
import { bases, type Basis } from '#contract';
import { type Context } from '#platform/context';
import { type Db, insertRows, Transactions } from '#platform/database';
import { type KeysOfUnits, unitsAt } from '../compiling/cells.js';
import { peopleLevels, yearOf } from '../compiling/people-cells.js';
import { packPersons, unpackPersons } from '../compiling/person-set.js';
import { AsideRepository, asideSuffix, type TallyKey, tallyTable } from './aside.repository.js';

type SetRow = Omit<TallyKey, 'basis'> & { persons: Buffer };

/** Puts the sets that a recount found in order and counts the people of every cell from them: year by year, so that memory does not grow with the years. */
@Injectable()
export class PeopleTally {
  constructor(
    private readonly transactions: Transactions,
    private readonly aside: AsideRepository,
  ) {}

  async run(ctx: Context): Promise<void> {
    const read = this.transactions.read;
    const keys = await this.aside.everyUnit(read);
    for (const table of ['people_cells', 'person_sets']) await read.query(`DELETE FROM ${table}${asideSuffix}`);
    const [{ greatest }] = await read.query('SELECT COALESCE(MAX(id), 0) AS greatest FROM people');
    const months: { month: number }[] = await read.query(`SELECT DISTINCT month FROM ${tallyTable}`);
    const years = [...new Set(months.map(({ month }) => yearOf(month)))].sort();
    for (const year of years)
      for (const basis of bases) await this.transactions.run(ctx, (db) => this.countYear(db, basis, year, keys, Number(greatest)));
    await this.transactions.run(ctx, insertPeople);
  }

  private async countYear(db: Db, basis: Basis, year: number, keys: KeysOfUnits, greatest: number): Promise<void> {
    const rows: SetRow[] = await db.query(
      `SELECT month, unit_id, kind, audience, persons FROM ${tallyTable} WHERE basis = ? AND month BETWEEN ? AND ?`,
      [basis, year * 100, year * 100 + 99],
    );
    const sets = rows.map((row) => {
      const persons = packPersons(unpackPersons(row.persons));
      return { ...row, persons, people: unpackPersons(persons) };
    });
    if (basis === 'trainee')
      await insertRows(
        db,
        `person_sets${asideSuffix}`,
        sets.map(({ people: _, ...row }) => row),
      );
    const cells: Record<string, string | number>[] = [];
    for (const level of peopleLevels) {
      const byUnit = new Map<number, typeof sets>();
      for (const set of sets)
        for (const id of unitsAt(keys, set.unit_id, level)) {
          const here = byUnit.get(id);
          if (here) here.push(set);
          else byUnit.set(id, [set]);
        }
      for (const [unit_id, here] of byUnit)
        for (const [name, people] of distinct(here, year, greatest)) {
          const [period, kind, audience] = name.split(' ') as [string, string, string];
          cells.push({ basis, level, unit_id, period: Number(period), kind, audience, people });
        }
    }
    await insertRows(db, `people_cells${asideSuffix}`, cells);
  }
}

/** How many different people the sets of one unit hold, by period, kind and audience, and by all of each. */
function distinct(sets: readonly (SetRow & { people: number[] })[], year: number, greatest: number): Map<string, number> {
  const cells = new Map<string, { seen: Uint8Array; people: number }>();
  for (const { month, kind, audience, people } of sets) {
    for (const period of [month, year]) {
      for (const name of [`${kind} ${audience}`, `${kind} *`, `* ${audience}`, '* *']) {
        const key = `${period} ${name}`;
        const cell = cells.get(key) ?? { seen: new Uint8Array((greatest >> 3) + 1), people: 0 };
        cells.set(key, cell);
        for (const id of people) {
          const bit = 1 << (id & 7);
          if ((cell.seen[id >> 3]! & bit) === 0) cell.people++;
          cell.seen[id >> 3]! |= bit;
        }
      }
    }
  }
  return new Map([...cells].map(([name, { people }]) => [name, people]));
}

const insertPeople = (db: Db): Promise<void> =>
  db.query(`INSERT IGNORE INTO counted_people (person_id) SELECT DISTINCT person_id FROM participations${asideSuffix} ORDER BY person_id`);
