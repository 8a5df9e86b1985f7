import { bases, type Basis } from '#contract';
import { monthOf } from '#platform/clock';
import { type ClassCount } from './counting/counted.js';

export const cellLevels = ['village', 'town', 'county', 'city', 'province'] as const;
export type CellLevel = (typeof cellLevels)[number];

/** For each level, the unit itself or the nearest one above: a fact outside any town carries the nearest unit above (rule 8). */
export type UnitKeys = Record<CellLevel, number>;

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
  level: CellLevel;
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
  const at = (basis: Basis, level: CellLevel, unitId: number, date: string, audience: string): Cell => {
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
  const unit = (id: number, level: CellLevel): number => {
    const found = keys.get(id);
    if (!found) throw new Error(`unit ${id} has no place in the tree`);
    return found[level];
  };
  for (const basis of bases) {
    for (const level of cellLevels) {
      for (const one of count.personTimes) {
        for (const audience of [one.audience, '*']) at(basis, level, unit(one.where[basis], level), one.date, audience).registered++;
      }
      for (const one of count.attendances) {
        for (const audience of [one.audience, '*']) at(basis, level, unit(one.where[basis], level), one.date, audience).attendances++;
      }
      for (const one of count.declarations) {
        const cell = at(basis, level, unit(one.where[basis], level), one.date, '*');
        cell.declared += one.declared;
        cell.unverified += one.unverified;
        cell.unidentified += one.unidentified;
      }
      for (const one of count.holdings) {
        const measure = one.measure === 'sessionsHeld' ? 'sessions_held' : one.measure;
        // Once in every unit of the level that it touched, however many villages below it.
        const touched = new Set(
          one.touched.filter((touch) => touch.basis === basis).map((touch) => `${unit(touch.unitId, level)} ${touch.audience}`),
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
