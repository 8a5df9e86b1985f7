import { bases, type Basis } from '#contract';
import { type KeysOfUnits, numbered, Numbering, unitsAt } from './cells.js';
import { type ParticipationRow } from './counted-rows.js';

/** Levels whose people are kept as numbers, for months and whole years; those of a village are counted from its sets. */
export const peopleLevels = ['town', 'county', 'city', 'province', 'organ'] as const;
export type PeopleLevel = (typeof peopleLevels)[number];

/** Distinct people of a unit in a month (202106) or a year (2021), of a kind or of all (`*`), of an audience or of all. As its row says it. */
export type PeopleCell = {
  basis: Basis;
  level: PeopleLevel;
  unit_id: number;
  period: number;
  kind: string;
  audience: string;
  people: number;
};

/** People of the finest grain, by where they are from: of one unit, month, kind and audience. */
export interface SetKey {
  month: number;
  unitId: number;
  kind: string;
  audience: string;
}
export interface SetChange extends SetKey {
  joined: number[];
  left: number[];
}

export type Participated = Pick<
  ParticipationRow,
  'person_id' | 'kind' | 'month' | 'audience' | 'trainee_unit_id' | 'host_unit_id' | 'venue_unit_id'
>;

/** What one person's person-times were before and are now, and those that stay as they are. */
export interface ChangedPerson {
  personId: number;
  gone: readonly Participated[];
  fresh: readonly Participated[];
  kept: readonly Participated[];
}

export const yearOf = (month: number): number => Math.floor(month / 100);

/** A cell while it is worked out: who was last seen in it, and by which person-times. */
interface Touched {
  cell: PeopleCell;
  kept: number;
  gone: number;
  fresh: number;
}

/** Works out, person by person, where somebody is counted who was not, and where no more: exact without counting anybody else. */
export class PeopleChanges {
  private readonly cells = new Map<string, Touched>();
  /** Person-times of one place, month, kind and audience are in the same cells of a basis, whosever they are. */
  private readonly alike = new Map<number, Touched[]>();
  private readonly sets = new Map<string, SetChange>();
  private readonly numbering: Numbering;
  private people = 0;

  constructor(private readonly keys: KeysOfUnits) {
    this.numbering = new Numbering(keys);
  }

  add({ personId, gone, fresh, kept }: ChangedPerson): void {
    this.count(gone, fresh, kept);
    const staying = new Set(kept.map(setKeyOf).map(nameOf));
    const had = new Map(gone.map(setKeyOf).map((key) => [nameOf(key), key]));
    const has = new Map(fresh.map(setKeyOf).map((key) => [nameOf(key), key]));
    for (const [name, key] of had) if (!has.has(name) && !staying.has(name)) this.change(name, key).left.push(personId);
    for (const [name, key] of has) if (!had.has(name) && !staying.has(name)) this.change(name, key).joined.push(personId);
  }

  /** Numbers to be added, in the order of their keys. */
  changedCells(): PeopleCell[] {
    const some = [...this.cells].filter(([, { cell }]) => cell.people !== 0);
    return some.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { cell }]) => cell);
  }

  changedSets(): SetChange[] {
    return [...this.sets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
  }

  /** In a cell where another person-time counts the person anyway, nothing changes. */
  private count(gone: readonly Participated[], fresh: readonly Participated[], kept: readonly Participated[]): void {
    const person = ++this.people;
    this.each(kept, (touched) => {
      touched.kept = person;
    });
    this.each(gone, (touched) => {
      if (touched.kept === person || touched.gone === person) return;
      touched.gone = person;
      touched.cell.people--;
    });
    this.each(fresh, (touched) => {
      if (touched.kept === person || touched.fresh === person) return;
      touched.fresh = person;
      touched.cell.people++;
    });
  }

  private each(rows: readonly Participated[], touch: (touched: Touched) => void): void {
    for (const row of rows) {
      const sort = this.numbering.of(`${row.month} ${row.kind} ${row.audience}`);
      for (let i = 0; i < bases.length; i++) {
        const unitId = row[`${bases[i]!}_unit_id`];
        const name = numbered(i, this.numbering.placeOf(unitId), sort);
        let alike = this.alike.get(name);
        if (!alike) this.alike.set(name, (alike = this.cellsOf(bases[i]!, unitId, row)));
        alike.forEach(touch);
      }
    }
  }

  private cellsOf(basis: Basis, at: number, row: Participated): Touched[] {
    const found: Touched[] = [];
    for (const level of peopleLevels) {
      for (const unit_id of unitsAt(this.keys, at, level)) {
        for (const period of [row.month, yearOf(row.month)])
          for (const kind of [row.kind, '*'])
            for (const audience of [row.audience, '*']) found.push(this.cell({ basis, level, unit_id, period, kind, audience, people: 0 }));
      }
    }
    return found;
  }

  private cell(cell: PeopleCell): Touched {
    const { basis, level, unit_id, period, kind, audience } = cell;
    const name = `${basis} ${level} ${unit_id} ${period} ${kind} ${audience}`;
    const known = this.cells.get(name);
    if (known) return known;
    const fresh = { cell, kept: 0, gone: 0, fresh: 0 };
    this.cells.set(name, fresh);
    return fresh;
  }

  private change(name: string, key: SetKey): SetChange {
    const known = this.sets.get(name) ?? { ...key, joined: [], left: [] };
    this.sets.set(name, known);
    return known;
  }
}

const setKeyOf = (row: Participated): SetKey => ({
  month: row.month,
  unitId: row.trainee_unit_id,
  kind: row.kind,
  audience: row.audience,
});

const nameOf = (key: SetKey): string => `${key.month} ${key.unitId} ${key.kind} ${key.audience}`;
