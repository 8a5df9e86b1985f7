import { bases, type Basis } from '#contract';
import { monthOf } from '#platform/clock';
import { type ClassCount } from './counting/counted.js';

export const cellLevels = ['village', 'town', 'county', 'city', 'province'] as const;
export type CellLevel = (typeof cellLevels)[number];

/** For each level, the unit itself or the nearest one above: a fact outside any town carries the nearest unit above (rule 8). */
export interface UnitKeys extends Record<CellLevel, number> {
  /** Organs are no key of the territory: their own cells stand beside it, for the organ itself and each organ above it. */
  organs: readonly number[];
}

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

export const cellKey = (cell: Omit<Cell, CellMeasure>): string =>
  `${cell.basis} ${cell.level} ${cell.unitId} ${cell.month} ${cell.kind} ${cell.audience}`;

/** What a class adds to each cell, for every basis and every level of the unit tree. */
export function cellsOf(count: ClassCount, keys: ReadonlyMap<number, UnitKeys>): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  const at = (basis: Basis, level: Cell['level'], unitId: number, date: string, audience: string): Cell => {
    const place = { basis, level, unitId, month: monthOf(date), kind: count.kind, audience };
    const key = cellKey(place);
    const known = cells.get(key);
    if (known) return known;
    const fresh: Cell = {
      ...place,
      batches: 0,
      sessions_held: 0,
      visits: 0,
      registered: 0,
      declared: 0,
      unverified: 0,
      unidentified: 0,
      attendances: 0,
    };
    cells.set(key, fresh);
    return fresh;
  };
  const units = (id: number, level: Cell['level']): readonly number[] => {
    const found = keys.get(id);
    if (!found) throw new Error(`unit ${id} has no place in the tree`);
    return level === 'organ' ? found.organs : [found[level]];
  };
  for (const basis of bases) {
    for (const level of [...cellLevels, 'organ'] as const) {
      for (const one of count.personTimes) {
        for (const id of units(one.where[basis], level))
          for (const audience of [one.audience, '*']) at(basis, level, id, one.date, audience).registered++;
      }
      for (const one of count.attendances) {
        for (const id of units(one.where[basis], level))
          for (const audience of [one.audience, '*']) at(basis, level, id, one.date, audience).attendances++;
      }
      for (const one of count.declarations) {
        for (const id of units(one.where[basis], level)) {
          const cell = at(basis, level, id, one.date, '*');
          cell.declared += one.declared;
          cell.unverified += one.unverified;
          cell.unidentified += one.unidentified;
        }
      }
      for (const one of count.holdings) {
        const measure = one.measure === 'sessionsHeld' ? 'sessions_held' : one.measure;
        // Once in every unit of the level that it touched, however many villages below it.
        const touched = new Set(
          one.touched
            .filter((touch) => touch.basis === basis)
            .flatMap((touch) => units(touch.unitId, level).map((id) => `${id} ${touch.audience}`)),
        );
        for (const touch of touched) {
          const [unitId, audience] = touch.split(' ') as [string, string];
          at(basis, level, Number(unitId), one.date, audience)[measure]++;
        }
      }
    }
  }
  return cells;
}
