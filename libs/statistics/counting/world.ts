import { type Attended, type AttendedSession } from '#attendance';
import { type HeadCountMethod, type HeadCountMode, type Origin } from '#contract';
import { type PersonFacts } from '#people';

/** Everything that the figures of a class depend on: the class, the sessions it takes part in, and the classes tied to it by them. */
export interface World extends Attended {
  headCounts: CountedHeads[];
  /** Canonical person → where they lived, what they were, when. */
  people: Map<number, PersonFacts>;
}

export interface CountedHeads {
  id: string;
  sessionId: number;
  place: number;
  mode: HeadCountMode;
  count: number;
  method: HeadCountMethod;
  origin: Origin;
  replaces: readonly string[];
  verified: boolean;
}

const dayPartOrder = { am: 0, pm: 1, evening: 2 } as const;

/** The order in which the rules speak of "first": date, day part, id. */
export const bySessionOrder = (a: AttendedSession, b: AttendedSession): number =>
  (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) || dayPartOrder[a.dayPart] - dayPartOrder[b.dayPart] || a.id - b.id;
