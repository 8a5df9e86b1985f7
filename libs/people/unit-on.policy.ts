import { type PersonFacts } from './person-facts.js';

/** Rule 9: the unit on the date — the last entry that had begun by then, `fallback` before the first. `units` ascends by `from`. */
export const unitOn = (date: string, units: PersonFacts['units'], fallback: number): number =>
  units.findLast((entry) => entry.from <= date)?.unitId ?? fallback;
