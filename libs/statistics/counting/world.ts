import {
  type AttendanceStatus,
  type CourseKind,
  type ClassState,
  type DayPart,
  type DeliveryMode,
  type HeadCountMethod,
  type HeadCountMode,
  type Origin,
  type RosterKind,
  type SessionState,
} from '#contract';
import { type PersonFacts } from '#people';

/** Everything that the figures of a class depend on: the class, the sessions it takes part in, and the classes tied to it by them. */
export interface World {
  classes: Map<number, CountedClass>;
  sessions: Map<number, CountedSession>;
  marks: CountedMark[];
  headCounts: CountedHeads[];
  /** Canonical person → where they lived, what they were, when. */
  people: Map<number, PersonFacts>;
}

export interface CountedClass {
  id: number;
  kind: CourseKind;
  deliveryMode: DeliveryMode;
  rosterKind: RosterKind;
  state: ClassState;
  /** Milliseconds; a mark received later waits. */
  closedAt: number | null;
  hostUnitId: number;
  villageId: number | null;
  /** Canonical persons on the roster. */
  roster: Set<number>;
}

export interface CountedSession {
  id: number;
  leadClassId: number;
  classIds: number[];
  date: string;
  dayPart: DayPart;
  state: SessionState;
  forUnitId: number | null;
  siteUnitId: number | null;
  viewingPoints: { id: number; forUnitId: number }[];
}

export interface CountedMark {
  id: string;
  sessionId: number;
  slot: number;
  /** Canonical; `null` for a walk-in that nobody has matched yet. */
  personId: number | null;
  /** The room, 0 for the main one. */
  place: number;
  status: AttendanceStatus;
  origin: Origin;
  replaces: readonly string[];
  receivedAt: number;
  decision: 'admit' | 'reject' | 'match' | null;
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
export const bySessionOrder = (a: CountedSession, b: CountedSession): number =>
  (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) || dayPartOrder[a.dayPart] - dayPartOrder[b.dayPart] || a.id - b.id;
