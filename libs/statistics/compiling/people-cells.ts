import { bases, type Basis } from '#contract';
import { type KeysOfUnits, unitsAt } from './cells.js';
import { type ParticipationRow } from './counted-rows.js';

/** Levels whose people are kept as numbers, for months and whole years; those of a village are counted from its sets. */
export const peopleLevels = ['town', 'county', 'city', 'province', 'organ'] as const;
export type PeopleLevel = (typeof peopleLevels)[number];

/** Distinct people of a unit in a month (202106) or a year (2021), of a kind or of all (`*`), of an audience or of all. */
export interface PeopleCell {
  basis: Basis;
  level: PeopleLevel;
  unitId: number;
  period: number;
  kind: string;
  audience: string;
  people: number;
}

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

/** Works out, person by person, where somebody is counted who was not, and where no more: exact without counting anybody else. */
export class PeopleChanges {
  private readonly cells = new Map<string, PeopleCell>();
  private readonly sets = new Map<string, SetChange>();

  constructor(private readonly keys: KeysOfUnits) {}

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
    const some = [...this.cells].filter(([, cell]) => cell.people !== 0);
    return some.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
  }

  changedSets(): SetChange[] {
    return [...this.sets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
  }

  private count(gone: readonly Participated[], fresh: readonly Participated[], kept: readonly Participated[]): void {
    const [had, has] = [gone, fresh].map((rows) => {
      const cells = new Map<string, PeopleCell>();
      for (const row of rows) this.cellsOf(row, kept, cells);
      return cells;
    });
    for (const [name, cell] of had!) if (!has!.has(name)) this.cell(name, cell).people--;
    for (const [name, cell] of has!) if (!had!.has(name)) this.cell(name, cell).people++;
  }

  /** The cells of a person-time in which none of the others counts the person anyway. */
  private cellsOf(row: Participated, others: readonly Participated[], into: Map<string, PeopleCell>): void {
    const year = yearOf(row.month);
    const near = others.filter((other) => yearOf(other.month) === year);
    for (const basis of bases) {
      const column = `${basis}_unit_id` as const;
      for (const level of peopleLevels) {
        for (const unitId of unitsAt(this.keys, row[column], level)) {
          const here = near.filter((other) => unitsAt(this.keys, other[column], level).includes(unitId));
          for (const period of [row.month, year]) {
            const then = period === year ? here : here.filter((other) => other.month === row.month);
            for (const kind of [row.kind, '*']) {
              const alike = kind === '*' ? then : then.filter((other) => other.kind === kind);
              for (const audience of [row.audience, '*']) {
                if (alike.some((other) => audience === '*' || other.audience === audience)) continue;
                into.set(`${basis} ${level} ${unitId} ${period} ${kind} ${audience}`, {
                  basis,
                  level,
                  unitId,
                  period,
                  kind,
                  audience,
                  people: 0,
                });
              }
            }
          }
        }
      }
    }
  }

  private cell(name: string, cell: PeopleCell): PeopleCell {
    const known = this.cells.get(name) ?? { ...cell };
    this.cells.set(name, known);
    return known;
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
