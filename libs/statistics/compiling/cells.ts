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

export interface Cell extends Record<CellMeasure, number> {
  basis: Basis;
  level: CellLevel | 'organ';
  unitId: number;
  month: number;
  kind: string;
  /** `*` is everybody, with or without a name. */
  audience: string;
}

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
    const known = this.numbers.get(name) ?? this.numbers.size;
    this.numbers.set(name, known);
    return known;
  }
}

/** One number of several. */
export const numbered = (basis: number, place: number, kind: number): number => (place * 100_000 + kind) * bases.length + basis;

const aboveVillages = everyLevel.filter((level) => level !== 'village');

/** Sums of cells, of however many classes. */
export class Cells {
  private readonly cells = new Map<string, Cell>();
  private readonly numbering: Numbering;
  /** In which cells people are counted who are alike, whatever is counted of them and in whichever class. */
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
      for (const basis of bases) {
        for (const level of everyLevel) {
          for (const id of unitsAt(this.keys, row[`${basis}_unit_id`], level)) {
            const cell = this.at(basis, level, id, row, '*');
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
      const sort = this.numbering.of(`${row.month} ${row.kind} ${row.audience}`);
      for (const [i, basis] of bases.entries()) {
        const unitId = row[`${basis}_unit_id`];
        count(villages, numbered(i, unitId, sort), { row, basis, unitId, many: 0 });
        count(above, numbered(i, this.numbering.placeOf(unitId), sort), { row, basis, unitId, many: 0 });
      }
    }
    for (const [groups, known, levels] of [
      [villages, this.ofVillages, ['village']],
      [above, this.aboveVillages, aboveVillages],
    ] as const) {
      for (const [key, group] of groups) {
        let cells = known.get(key);
        if (!cells) known.set(key, (cells = this.cellsOf(group, levels)));
        for (const cell of cells) cell[measure] += sign * group.many;
      }
    }
  }

  private cellsOf({ row, basis, unitId }: Alike, levels: readonly Cell['level'][]): Cell[] {
    const found: Cell[] = [];
    for (const level of levels)
      for (const id of unitsAt(this.keys, unitId, level))
        found.push(this.at(basis, level, id, row, row.audience), this.at(basis, level, id, row, '*'));
    return found;
  }

  /** Once in every unit of a level that it touched, however many villages below it. */
  private addHeld(row: HeldRow, sign: 1 | -1): void {
    const measure = row.measure === 'sessionsHeld' ? 'sessions_held' : (row.measure as CellMeasure);
    const pairs = touchedIn(row);
    const audiences = [...new Set(pairs.map(([, audience]) => audience))];
    for (const basis of bases) {
      const touched = basis === 'trainee' ? pairs : audiences.map((audience): Touch => [row[`${basis}_unit_id`], audience]);
      for (const level of everyLevel) {
        const seen = new Map<string, Set<number>>(audiences.map((audience) => [audience, new Set()]));
        for (const [unitId, audience] of touched) for (const id of unitsAt(this.keys, unitId, level)) seen.get(audience)!.add(id);
        for (const [audience, ids] of seen) for (const id of ids) this.at(basis, level, id, row, audience)[measure] += sign;
      }
    }
  }

  private at(basis: Basis, level: Cell['level'], unitId: number, { month, kind }: { month: number; kind: string }, audience: string): Cell {
    const key = `${basis} ${level} ${unitId} ${month} ${kind} ${audience}`;
    const known = this.cells.get(key);
    if (known) return known;
    const fresh: Cell = { basis, level, unitId, month, kind, audience, ...none };
    this.cells.set(key, fresh);
    return fresh;
  }
}

/** Rows that are counted in the same cells. */
interface Alike {
  row: PersonRow;
  basis: Basis;
  unitId: number;
  many: number;
}
function count(groups: Map<number, Alike>, key: number, first: Alike): void {
  const group = groups.get(key);
  if (group) group.many++;
  else groups.set(key, { ...first, many: 1 });
}

const none = Object.fromEntries(cellMeasures.map((measure) => [measure, 0])) as Record<CellMeasure, number>;

type Touch = [unitId: number, audience: string];
/** The trainees' units and audiences that what was held touched. */
export const touchedIn = (row: HeldRow): Touch[] => JSON.parse(row.touched) as Touch[];
