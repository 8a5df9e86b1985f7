import { Injectable } from '@nestjs/common';
import { bases, type Basis } from '#contract';
import { type Context } from '#platform/context';
import { type Db, insertRows, Transactions } from '#platform/database';
import { type KeysOfUnits, unitsAt } from '../compiling/cells.js';
import { peopleLevels, yearOf } from '../compiling/people-cells.js';
import { packPersons, unpackPersons } from '../compiling/person-set.js';
import { AsideRepository, asideSuffix, type TallyKey, tallyTable } from './aside.repository.js';

type SetRow = Omit<TallyKey, 'basis'> & { persons: Buffer };
type TallySet = SetRow & { people: readonly number[] };

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
    const months: { month: number }[] = await read.query(`SELECT DISTINCT month FROM ${tallyTable}`);
    const years = [...new Set(months.map(({ month }) => yearOf(month)))].sort();
    for (const year of years) for (const basis of bases) await this.transactions.run(ctx, (db) => this.countYear(db, basis, year, keys));
    await this.transactions.run(ctx, insertPeople);
  }

  private async countYear(db: Db, basis: Basis, year: number, keys: KeysOfUnits): Promise<void> {
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
    const census = new Census(sets);
    const cells: Record<string, string | number>[] = [];
    for (const level of peopleLevels) {
      const byUnit = new Map<number, TallySet[]>();
      for (const set of sets)
        for (const id of unitsAt(keys, set.unit_id, level)) {
          const here = byUnit.get(id);
          if (here) here.push(set);
          else byUnit.set(id, [set]);
        }
      for (const [unit_id, here] of byUnit)
        for (const [name, people] of distinct(here, year, census)) {
          const [period, kind, audience] = name.split(' ') as [string, string, string];
          cells.push({ basis, level, unit_id, period: Number(period), kind, audience, people });
        }
    }
    await insertRows(db, `people_cells${asideSuffix}`, cells);
  }
}

/** How many different people the sets of one unit hold, by period, kind and audience, and by all of each. */
function distinct(sets: readonly TallySet[], year: number, census: Census): Map<string, number> {
  const cells = new Map<string, TallySet[]>();
  const names = new Map<string, string[]>();
  for (const set of sets) {
    const sort = `${set.month} ${set.kind} ${set.audience}`;
    let known = names.get(sort);
    if (!known) names.set(sort, (known = cellsAround(set, year)));
    for (const name of known) {
      const here = cells.get(name);
      if (here) here.push(set);
      else cells.set(name, [set]);
    }
  }
  return new Map([...cells].map(([name, here]) => [name, census.of(here)]));
}

const cellsAround = ({ month, kind, audience }: TallySet, year: number): string[] =>
  [month, year].flatMap((period) => [`${kind} ${audience}`, `${kind} *`, `* ${audience}`, '* *'].map((name) => `${period} ${name}`));

/** Counts people once who stand in several sets: for each of them it remembers the last count that met them. */
class Census {
  private readonly metIn: Uint32Array;
  private counts = 0;

  /** Of these sets and no others; each ascends. */
  constructor(sets: readonly TallySet[]) {
    this.metIn = new Uint32Array(1 + sets.reduce((greatest, { people }) => Math.max(greatest, people.at(-1) ?? 0), 0));
  }

  of(sets: readonly TallySet[]): number {
    // Nobody is in a set twice.
    if (sets.length === 1) return sets[0]!.people.length;
    const count = ++this.counts;
    let people = 0;
    for (const set of sets) {
      for (const id of set.people) {
        if (this.metIn[id] === count) continue;
        this.metIn[id] = count;
        people++;
      }
    }
    return people;
  }
}

const insertPeople = (db: Db): Promise<void> =>
  db.query(`INSERT IGNORE INTO counted_people (person_id) SELECT DISTINCT person_id FROM participations${asideSuffix} ORDER BY person_id`);
