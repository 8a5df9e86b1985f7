import { type Audience, type AttendanceStatus, type CourseKind, type LeftOutReason } from '#contract';

/** Where a fact stands, for each basis (rule 8). */
export interface Where {
  trainee: number;
  host: number;
  venue: number;
}

export interface CountedPersonTime {
  /** The session that is the counting unit, 0 where the class is. */
  countingSessionId: number;
  personId: number;
  /** The first valid attendance (rule 7). */
  sessionId: number;
  date: string;
  audience: Audience;
  female: boolean | null;
  minority: boolean | null;
  young: boolean | null;
  college: boolean | null;
  where: Where;
}

export interface CountedAttendance {
  sessionId: number;
  personId: number;
  /** The room, 0 for the main one. */
  place: number;
  status: AttendanceStatus;
  disputed: boolean;
  date: string;
  audience: Audience;
  where: Where;
}

export interface CountedDeclaration {
  sessionId: number;
  place: number;
  date: string;
  declared: number;
  unverified: number;
  unidentified: number;
  where: Where;
}

export type HeldMeasure = 'batches' | 'sessionsHeld' | 'visits';

/** A batch, session or visit, with the units of trainees that it touched, and whom it touched there. */
export interface CountedHolding {
  measure: HeldMeasure;
  /** 0 for a batch. */
  sessionId: number;
  date: string;
  host: number;
  venue: number;
  touched: { unitId: number; audience: Audience | '*' }[];
}

export interface CountedLeftOut {
  sessionId: number;
  reason: LeftOutReason;
  /** `*` for heads, which have none. */
  audience: Audience | '*';
  date: string;
  where: Where;
  facts: number;
}

/** All that one class gives to the figures. */
export interface ClassCount {
  classId: number;
  kind: CourseKind;
  personTimes: CountedPersonTime[];
  attendances: CountedAttendance[];
  declarations: CountedDeclaration[];
  holdings: CountedHolding[];
  leftOut: CountedLeftOut[];
}
