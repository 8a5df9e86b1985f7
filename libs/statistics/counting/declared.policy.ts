import { type AttendedSession } from '#attendance';
import { bySessionOrder } from './world.js';
import { type PlaceHeads, sumOf } from './head-counts.policy.js';

/** A session that a class leads, with its heads and how many people named by the rule stand against them. */
export interface LedSession {
  session: AttendedSession;
  places: PlaceHeads[];
  /** Distinct people whom rule 3 takes off this session's heads. */
  named: number;
  /** Of these, how many were named in each room of the session. */
  namedAt: Map<number, number>;
}

export interface Declaration {
  session: AttendedSession;
  place: number;
  declared: number;
  unverified: number;
}

/**
 * Rule 3: heads that nobody named. Rooms of one lecture are added up first, then the named people are taken off, never below 0.
 * Where the session is counted, each session gives its own; where the class is counted, the largest of them, the first in case
 * of a tie. `unverified` is what it would gain if every waiting count were verified, never below 0.
 */
export function declaredOf(led: readonly LedSession[], unit: 'class' | 'session'): Declaration[] {
  const ordered = inOrder(led);
  if (unit === 'session')
    return ordered.flatMap((one) => split(one, unnamed(one, 'verified'), one, gain(unnamed(one, 'all'), unnamed(one, 'verified'))));
  const sure = largest(ordered, 'verified');
  const hoped = largest(ordered, 'all');
  if (!sure || !hoped) return [];
  return split(sure, unnamed(sure, 'verified'), hoped, gain(unnamed(hoped, 'all'), unnamed(sure, 'verified')));
}

/** The sessions that declare for their class: each its own where the session is counted, the largest where the class is. */
export function declaringOf(led: readonly LedSession[], unit: 'class' | 'session'): Set<number> {
  const sure = unit === 'session' ? led : [largest(inOrder(led), 'verified')];
  return new Set(sure.flatMap((one) => one?.session.id ?? []));
}

const inOrder = (led: readonly LedSession[]): LedSession[] => [...led].sort((a, b) => bySessionOrder(a.session, b.session));
const unnamed = (one: LedSession, which: 'verified' | 'all'): number => Math.max(sumOf(one.places, which) - one.named, 0);
const gain = (all: number, verified: number): number => Math.max(all - verified, 0);
const largest = (led: readonly LedSession[], which: 'verified' | 'all'): LedSession | undefined =>
  led.reduce<LedSession | undefined>((best, one) => (best && unnamed(best, which) >= unnamed(one, which) ? best : one), undefined);

function split(sure: LedSession, declared: number, hoped: LedSession, unverified: number): Declaration[] {
  const inForce = spread(declared, gaps(sure, 'verified'));
  const expected = spread(unnamed(hoped, 'all'), gaps(hoped, 'all'));
  // The gain stands in the rooms that would rise.
  const rising = expected.map(([place, heads]): Room => [place, Math.max(heads - (hoped === sure ? headsAt(inForce, place) : 0), 0)]);
  const rows = inForce.map(([place, heads]) => ({ session: sure.session, place, declared: heads, unverified: 0 }));
  for (const [place, heads] of spread(unverified, rising)) {
    const row = rows.find((one) => one.session === hoped.session && one.place === place);
    if (row) row.unverified = heads;
    else rows.push({ session: hoped.session, place, declared: 0, unverified: heads });
  }
  return rows;
}

type Room = [place: number, heads: number];
const headsAt = (rooms: readonly Room[], place: number): number => rooms.find(([one]) => one === place)?.[1] ?? 0;

/** Room by room: heads less those named there. Their sum is never below the session's unnamed heads. */
const gaps = (one: LedSession, which: 'verified' | 'all'): Room[] =>
  one.places.map((room) => [room.place, Math.max(room[which] - (one.namedAt.get(room.place) ?? 0), 0)]);

/**
 * Spreads a sum over the rooms, none above its gap. People named elsewhere are taken off the main room first, then off the
 * viewing points by id; so the sum fills the rooms from the last to the main one, in whatever order they come.
 */
function spread(total: number, rooms: readonly Room[]): Room[] {
  const filled: Room[] = [];
  let left = total;
  for (const [place, gap] of [...rooms].sort(([a], [b]) => b - a)) {
    const here = Math.min(gap, left);
    left -= here;
    if (here > 0) filled.push([place, here]);
  }
  return filled;
}
