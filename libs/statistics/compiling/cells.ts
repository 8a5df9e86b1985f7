import { bases, type Basis } from '#contract';
import { type AttendanceRow, type CountedRows, type HeldRow, type ParticipationRow } from './counted-rows.js';

type PersonRow = ParticipationRow | AttendanceRow;

export const cellLevels = ['village', 'town', 'county', 'city', 'province'] as const;
export type CellLevel = (typeof cellLevels)[number];
export const everyLevel = [...cellLevels, 'organ'] as const;

/** For each level, the unit itself or the nearest one above: a fact outside any town carries the nearest unit above (rule 8). */
export interface UnitKeys extends Record<CellLevel, number> {
  /** Organs are no key of the territory: their own cells stand beside it, for the organ itself and each organ above it. */
  organs: readonly number[];
}
/** A unit's place never changes: a moved unit is a new one. */
export type KeysOfUnits = ReadonlyMap<number, UnitKeys>;

export const cellMeasures = [
  'batches',
  'sessions_held',
  'visits',
  'registered',
  'declared',
  'unverified',
  'unidentified',
  'attendances',
] as const;
export type CellMeasure = (typeof cellMeasures)[number];

/** As its row says it. */
export type Cell = Record<CellMeasure, number> & {
  basis: Basis;
  level: CellLevel | 'organ';
  unit_id: number;
  month: number;
  kind: string;
  /** `*` is everybody, with or without a name. */
  audience: string;
};

/** The units of a level in which a fact of this unit counts: one, or each organ it belongs to. */
export function unitsAt(keys: KeysOfUnits, unitId: number, level: Cell['level']): readonly number[] {
  const found = keys.get(unitId);
  if (!found) throw new Error(`unit ${unitId} has no place in the tree`);
  return level === 'organ' ? found.organs : [found[level]];
}

/** Small numbers for what would be long keys: a class has many people and few towns, months, kinds and audiences. */
export class Numbering {
  private readonly numbers = new Map<string, number>();
  private readonly places = new Map<number, number>();

  constructor(private readonly keys: KeysOfUnits) {}

  /** The same for units that stand in the same units from the town upwards. */
  placeOf(unitId: number): number {
    const known = this.places.get(unitId);
    if (known !== undefined) return known;
    const fresh = this.of(`${unitsAt(this.keys, unitId, 'town')[0]} ${unitsAt(this.keys, unitId, 'organ').join()}`);
    this.places.set(unitId, fresh);
    return fresh;
  }

  of(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.numbers.size);
    return this.numbers.size - 1;
  }
}

/** One number of several. */
export const numbered = (basis: number, place: number, kind: number): number => (place * 100_000 + kind) * bases.length + basis;

const aboveVillages = everyLevel.filter((level) => level !== 'village');

/** Sums of cells, of however many classes. */
export class Cells {
  private readonly cells = new Map<string, Cell>();
  private readonly numbering: Numbering;
  private readonly sorts = new Map<string, Sort>();
  /** In which cells whatever stands at one place, of one month, kind and audience, is counted: of its village, and of the units above. */
  private readonly ofVillages = new Map<number, Cell[]>();
  private readonly aboveVillages = new Map<number, Cell[]>();

  constructor(private readonly keys: KeysOfUnits) {
    this.numbering = new Numbering(keys);
  }

  /** Works the rows of a class in (`sign` 1), or out again (-1), for every basis and every level of the unit tree. */
  add(rows: CountedRows, sign: 1 | -1): void {
    this.addPeople(rows.participations, 'registered', sign);
    this.addPeople(rows.attendances, 'attendances', sign);
    for (const row of rows.declarations) {
      const heads = this.sortOf(row, '*');
      for (const [i, basis] of bases.entries()) {
        for (const cells of this.around(i, row[`${basis}_unit_id`], heads)) {
          for (const cell of cells) {
            cell.declared += sign * row.declared;
            cell.unverified += sign * row.unverified;
            cell.unidentified += sign * row.unidentified;
          }
        }
      }
    }
    for (const row of rows.held) this.addHeld(row, sign);
  }

  /** Those that are not all zeros, in the order of their keys: whoever writes them so never waits in a ring. */
  filled(): Cell[] {
    return [...this.cells]
      .filter(([, cell]) => cellMeasures.some((measure) => cell[measure] !== 0))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, cell]) => cell);
  }

  /** One by one they would be worked in many times over: most of a class's people share their cells, all but those of villages. */
  private addPeople(rows: readonly PersonRow[], measure: 'registered' | 'attendances', sign: 1 | -1): void {
    const [villages, above] = [new Map<number, Alike>(), new Map<number, Alike>()];
    for (const row of rows) {
      const sort = this.sortOf(row, row.audience);
      for (const [i, basis] of bases.entries()) {
        const unitId = row[`${basis}_unit_id`];
        count(villages, numbered(i, unitId, sort.number), i, unitId, sort);
        count(above, numbered(i, this.numbering.placeOf(unitId), sort.number), i, unitId, sort);
      }
    }
    const workIn = (groups: typeof above, cellsOf: (basis: number, unitId: number, sort: Sort) => Cell[]): void => {
      for (const { basis, unitId, sort, many } of groups.values())
        for (const one of [sort, this.sortOf(sort, '*')]) for (const cell of cellsOf(basis, unitId, one)) cell[measure] += sign * many;
    };
    workIn(villages, (...where) => this.ofVillage(...where));
    workIn(above, (...where) => this.aboveVillage(...where));
  }

  /** Once in every unit of a level that it touched, however many villages below it. */
  private addHeld(row: HeldRow, sign: 1 | -1): void {
    const measure = row.measure === 'sessionsHeld' ? 'sessions_held' : (row.measure as CellMeasure);
    const pairs = touchedIn(row);
    const audiences = [...new Set(pairs.map(([, audience]) => audience))];
    const touched = new Set<Cell>();
    for (const [i, basis] of bases.entries()) {
      const units = basis === 'trainee' ? pairs : audiences.map((audience): Touch => [row[`${basis}_unit_id`], audience]);
      for (const [unitId, audience] of units)
        for (const cells of this.around(i, unitId, this.sortOf(row, audience))) for (const cell of cells) touched.add(cell);
    }
    for (const cell of touched) cell[measure] += sign;
  }

  private sortOf({ month, kind }: { month: number; kind: string }, audience: string): Sort {
    const name = `${month} ${kind} ${audience}`;
    const known = this.sorts.get(name);
    if (known) return known;
    const fresh = { month, kind, audience, number: this.sorts.size };
    this.sorts.set(name, fresh);
    return fresh;
  }

  private around(basis: number, unitId: number, sort: Sort): [Cell[], Cell[]] {
    return [this.ofVillage(basis, unitId, sort), this.aboveVillage(basis, unitId, sort)];
  }

  private ofVillage(basis: number, unitId: number, sort: Sort): Cell[] {
    const key = numbered(basis, unitId, sort.number);
    let cells = this.ofVillages.get(key);
    if (!cells) this.ofVillages.set(key, (cells = this.cellsAt(['village'], basis, unitId, sort)));
    return cells;
  }

  private aboveVillage(basis: number, unitId: number, sort: Sort): Cell[] {
    const key = numbered(basis, this.numbering.placeOf(unitId), sort.number);
    let cells = this.aboveVillages.get(key);
    if (!cells) this.aboveVillages.set(key, (cells = this.cellsAt(aboveVillages, basis, unitId, sort)));
    return cells;
  }

  private cellsAt(levels: readonly Cell['level'][], basis: number, unitId: number, sort: Sort): Cell[] {
    return levels.flatMap((level) => unitsAt(this.keys, unitId, level).map((id) => this.at(bases[basis]!, level, id, sort)));
  }

  private at(basis: Basis, level: Cell['level'], unitId: number, { month, kind, audience }: Sort): Cell {
    const key = `${basis} ${level} ${unitId} ${month} ${kind} ${audience}`;
    const known = this.cells.get(key);
    if (known) return known;
    const fresh = emptyCell(basis, level, unitId, month, kind, audience);
    this.cells.set(key, fresh);
    return fresh;
  }
}

/** Named one by one: put together from parts, a hundred thousand of them cost a recount seconds. */
const emptyCell = (basis: Basis, level: Cell['level'], unitId: number, month: number, kind: string, audience: string): Cell => ({
  basis,
  level,
  unit_id: unitId,
  month,
  kind,
  audience,
  batches: 0,
  sessions_held: 0,
  visits: 0,
  registered: 0,
  declared: 0,
  unverified: 0,
  unidentified: 0,
  attendances: 0,
});

/** What is counted alike wherever it stands. */
interface Sort {
  month: number;
  kind: string;
  audience: string;
  number: number;
}

/** People who are counted in the same cells. */
interface Alike {
  basis: number;
  unitId: number;
  sort: Sort;
  many: number;
}
function count(groups: Map<number, Alike>, key: number, basis: number, unitId: number, sort: Sort): void {
  const group = groups.get(key);
  if (group) group.many++;
  else groups.set(key, { basis, unitId, sort, many: 1 });
}

type Touch = [unitId: number, audience: string];
/** The trainees' units and audiences that what was held touched. */
export const touchedIn = (row: HeldRow): Touch[] => JSON.parse(row.touched) as Touch[];
