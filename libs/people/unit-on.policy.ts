import { type PersonFacts } from './person-facts.js';

/**
 * Rule 9: the unit on the date — the last entry that had begun by then, before the first of them the first: a later move must not
 * reach back. `fallback` where nothing is entered. `units` ascends by `from`.
 */
export const unitOn = (date: string, units: PersonFacts['units'], fallback: number): number =>
  (units.findLast((entry) => entry.from <= date) ?? units[0])?.unitId ?? fallback;
