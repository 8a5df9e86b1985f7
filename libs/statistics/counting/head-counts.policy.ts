import { type AttendedSession } from '#attendance';
import { foldHeadCounts } from '#contract';
import { type CountedHeads } from './world.js';

/** Heads by room: what is in force, and what would be if every waiting count were verified (rule 3). */
export interface PlaceHeads {
  place: number;
  verified: number;
  all: number;
}

/** The rooms of a session that were counted, the main one (0) first, then viewing points by id. */
export function headsByPlace(session: AttendedSession, counts: readonly CountedHeads[]): PlaceHeads[] {
  return [0, ...session.viewingPoints.map((point) => point.id).sort((a, b) => a - b)].flatMap((place) => {
    const here = counts.filter((one) => one.place === place);
    if (here.length === 0) return [];
    const verified = foldHeadCounts(here.map((one) => ({ ...one, aside: !one.verified })))?.count ?? 0;
    return [{ place, verified, all: foldHeadCounts(here)?.count ?? 0 }];
  });
}

export const sumOf = (places: readonly PlaceHeads[], which: 'verified' | 'all'): number => places.reduce((sum, one) => sum + one[which], 0);
