import { type Audience, type Basis, type Breakdown, type CourseKind, type Measure, measures, type Partaker } from '#contract';
import { type CellLevel } from './compiling/cells.js';

export const groupings = ['kind', 'month', 'village', 'town', 'county', 'audience'] as const;
export type Grouping = (typeof groupings)[number];

/** How a table may be asked to be cut: `below`, by what stands below the unit, so that nobody has to know of what level it is. */
export const cuts = [...groupings, 'below'] as const;
export type AskedCut = (typeof cuts)[number];

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
  /** Of this class: under the basis `host` that is all that it counted. */
  classId?: number;
  /** Of the sessions at this site, or taught by this instructor. */
  site?: number;
  instructor?: number;
  /** Of the sessions that have none. */
  without?: Partaker;
  /** Of the sessions that have several, once for each but the first: what the sum of all sites or instructors has too much. */
  several?: Partaker;
  /** Of people of whom all of these hold. */
  breakdowns?: readonly Breakdown[];
  /** Of people of whom this is not known. */
  unknown?: Breakdown;
}

/** What a cell can be opened to: batches and people are of many sessions, and only people are female or young. */
export function measuresOf(key: FigureKey): readonly Measure[] {
  const isOfPeople = key.breakdowns !== undefined || key.unknown !== undefined;
  const isOfSessions = [key.site, key.instructor, key.without, key.several].some((one) => one !== undefined);
  return measures.filter(
    (measure) =>
      (!isOfPeople || ['personTimes.registered', 'attendances', 'people'].includes(measure)) &&
      (!isOfSessions || !['batches', 'people'].includes(measure)),
  );
}

/** The unit that is asked about, as it stands in the tree. */
export interface AskedUnit {
  id: number;
  path: string;
  level: CellLevel | 'organ';
  name: string;
}

export const unitGroupings = ['village', 'town', 'county'] as const satisfies readonly CellLevel[];

export const isUnit = (part: Grouping): part is (typeof unitGroupings)[number] => (unitGroupings as readonly Grouping[]).includes(part);

/** Villages of a town or a village, towns of what is larger. */
export const groupingOf = (cut: AskedCut, { level }: AskedUnit): Grouping =>
  cut !== 'below' ? cut : level === 'town' || level === 'village' ? 'village' : 'town';

/** The finest unit level among the groupings, or none. */
export const unitLevelOf = (by: readonly Grouping[]): (typeof unitGroupings)[number] | null =>
  unitGroupings.find((level) => by.includes(level)) ?? null;
