import {
  type AttendanceStatus,
  type ClassState,
  type CourseKind,
  type DayPart,
  type DeliveryMode,
  type Origin,
  type RosterKind,
  type SessionState,
} from '#contract';

/** Sessions with all that decides who was there: their classes with rosters, and every mark that was made. */
export interface Attended {
  classes: Map<number, AttendedClass>;
  sessions: Map<number, AttendedSession>;
  marks: SessionMark[];
}

export interface AttendedClass {
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

export interface AttendedSession {
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

export interface SessionMark {
  id: string;
  sessionId: number;
  slot: number;
  /** Canonical; `null` for a walk-in that nobody has matched yet. */
  personId: number | null;
  /** What was said of somebody on no list, matched or not: the same words in two roll calls mean one person. */
  walkIn: string | null;
  /** The room, 0 for the main one. */
  place: number;
  status: AttendanceStatus;
  origin: Origin;
  replaces: readonly string[];
  receivedAt: number;
  decision: 'admit' | 'reject' | 'match' | null;
}
