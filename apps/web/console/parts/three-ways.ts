import { bare } from './or-null.ts';

/** Whether two values of a field say the same. */
export function same(one: unknown, other: unknown): boolean {
  const [a, b] = [bare(one), bare(other)];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  if (Array.isArray(a) !== Array.isArray(b) || (Array.isArray(a) && a.length !== (b as unknown[]).length)) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => same((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]));
}

/** What of a form differs from what was there before it: one's own doing. */
export const changes = <Values extends object>(before: Partial<Values>, mine: Partial<Values>): Partial<Values> =>
  Object.fromEntries(Object.entries(mine).filter(([field, value]) => !same(before[field as keyof Values], value))) as Partial<Values>;

/**
 * Two have changed one row. What only the other changed stands as theirs; what only I changed stands as mine; what both did, each
 * differently, is left to be decided.
 */
export function threeWays<Values extends object>(
  before: Partial<Values>,
  mine: Partial<Values>,
  theirs: Partial<Values>,
): { taken: Partial<Values>; contested: (keyof Values & string)[] } {
  const apart = Object.keys(changes(mine, theirs)) as (keyof Values & string)[];
  const isMine = (field: keyof Values): boolean => !same(mine[field], before[field]);
  return {
    taken: Object.fromEntries(apart.filter((field) => !isMine(field)).map((field) => [field, theirs[field]])) as Partial<Values>,
    contested: apart.filter((field) => isMine(field) && !same(theirs[field], before[field])),
  };
}
