import { type Audience, type Basis, type CourseKind } from '#contract';
import { type CellLevel } from './compiling/cells.js';

export const groupings = ['kind', 'month', 'village', 'town', 'county', 'audience'] as const;
export type Grouping = (typeof groupings)[number];

/** What an official asks: a period of whole months, a unit and its subtree, and how to cut it. */
export interface FigureQuery {
  /** First and last month, as 202101. */
  from: number;
  to: number;
  basis: Basis;
  unitId?: number;
  kind?: CourseKind;
  audience?: Audience;
}

/** One cell of a table: the parts of its key narrow the query. */
export interface FigureKey {
  kind?: CourseKind;
  month?: number;
  audience?: Audience;
  village?: number;
  town?: number;
  county?: number;
}

/** The unit that is asked about, as it stands in the tree. */
export interface AskedUnit {
  id: number;
  path: string;
  level: CellLevel | 'organ';
}

export const unitGroupings = ['village', 'town', 'county'] as const satisfies readonly CellLevel[];

export const isUnit = (part: Grouping): part is (typeof unitGroupings)[number] => (unitGroupings as readonly Grouping[]).includes(part);

/** The finest unit level among the groupings, or none. */
export const unitLevelOf = (by: readonly Grouping[]): (typeof unitGroupings)[number] | null =>
  unitGroupings.find((level) => by.includes(level)) ?? null;
