import {
  audiences,
  type Audience,
  bases,
  type Basis,
  type Breakdown,
  breakdowns,
  courseKinds,
  type CourseKind,
  type UnitLevel,
} from '#contract';
import { useAbout } from '../session/about.ts';
import { useAddress } from '../parts/address.ts';

/** What is asked: always shown above the figures, always in the address. */
export interface Scope {
  from: string;
  to: string;
  basis: Basis;
  unit?: string;
  kind?: CourseKind;
  audience?: Audience;
}

const isMonth = (text: string | undefined): text is string => text !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
const oneOf = <T extends string>(list: readonly T[], text: string | undefined): T | undefined => list.find((one) => one === text);

/** The scope in the address; what it leaves out, or says wrongly, is the whole of the year that this county's figures open with. */
export function useScope(): Scope | undefined {
  const { get } = useAddress();
  const about = useAbout().data;
  if (!about) return undefined;
  const [from, to] = [get('from'), get('to')];
  const isPeriod = isMonth(from) && isMonth(to) && from <= to;
  return {
    from: isPeriod ? from : `${about.year}-01`,
    to: isPeriod ? to : `${about.year}-12`,
    basis: oneOf(bases, get('basis')) ?? 'trainee',
    unit: get('unit'),
    kind: oneOf(courseKinds, get('kind')),
    audience: oneOf(audiences, get('audience')),
  };
}

/** The only part of those known by name that is asked for, where the figures have such parts. */
export const useBreakdown = (): Breakdown | undefined => oneOf(breakdowns, useAddress().get('breakdown'));

export type Cut = 'town' | 'village';

/** What a row of places is to be: what the address says, else what stands below the unit. */
export const useCut = (): Cut | 'below' => oneOf(['village', 'town'] as const, useAddress().get('cut')) ?? 'below';

/** What a row of an answer that was cut so is: of a unit of which level it is, the answer says. */
export const cutOf = (asked: Cut | 'below', { unitLevel }: { unitLevel: UnitLevel }): Cut =>
  asked !== 'below' ? asked : unitLevel === 'town' || unitLevel === 'village' ? 'village' : 'town';

/** The same period a year before. */
export const yearBefore = (scope: Scope): Scope => {
  const back = (text: string): string => `${Number(text.slice(0, 4)) - 1}${text.slice(4)}`;
  return { ...scope, from: back(scope.from), to: back(scope.to) };
};

/** All months of a period, in order. */
export function monthsOf({ from, to }: Pick<Scope, 'from' | 'to'>): string[] {
  const months: string[] = [];
  for (let at = from; at <= to && months.length < 240;) {
    months.push(at);
    const [year, month] = at.split('-').map(Number) as [number, number];
    at = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  }
  return months;
}
