import { type Lock } from '../kept/shapes.ts';

export const isPin = (typed: string): boolean => /^\d{4,6}$/.test(typed);

/** After so many minutes away one may have it asked for. */
export const lockMinutes = [1, 5, 15] as const;

/** Tries that cost nothing but the trying, then each longer than the one before, up to a quarter of an hour. */
const free = 3;
const waits = [30, 60, 120, 300, 900];
const waitMs = (wrong: number): number => (wrong < free ? 0 : waits[Math.min(wrong - free, waits.length - 1)]! * 1_000);

/** How long nobody may try, in milliseconds. A clock that was turned back makes nobody wait longer than a try costs. */
export const patienceLeft = ({ wrong, triedAt }: Pick<Lock, 'wrong' | 'triedAt'>, now: number): number => {
  const wait = waitMs(wrong);
  return Math.min(Math.max(triedAt + wait - now, 0), wait);
};

/** Whether it is asked for again: away for so long, for nobody knows how long, or by a clock that was turned back. */
export const isAwayTooLong = (lock: Pick<Lock, 'minutes'>, lastHere: number | null, now: number): boolean =>
  lastHere === null || now < lastHere || now - lastHere >= lock.minutes * 60_000;
