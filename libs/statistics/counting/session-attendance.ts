import { type AttendanceStatus, type FoldedAttendance, foldMarks, isPositive } from '#contract';
import { classOfMark, stands } from './attribution.policy.js';
import { type WaitingReason, waitsFor } from './waiting.policy.js';
import { type CountedMark, type CountedSession, type World } from './world.js';

/** What one person did at one session: the half-day over all its roll calls (rule 1). */
export interface Presence {
  personId: number;
  classId: number;
  /** The room of the mark that decided. */
  place: number;
  status: AttendanceStatus;
  disputed: boolean;
  positive: boolean;
}

export interface SessionAttendance {
  session: CountedSession;
  /** Roll call by roll call, walk-ins each by itself. */
  folded: FoldedAttendance[];
  presences: Presence[];
  waiting: { mark: CountedMark; classId: number; reason: WaitingReason }[];
  /** Live positive walk-ins nobody has matched, by room (rule 16). */
  unidentified: Map<number, number>;
}

/** Folds the marks of a session, leaves aside those that wait, and gives each person one presence. */
export function attendanceOf(session: CountedSession, marks: CountedMark[], world: World): SessionAttendance {
  const taken: CountedMark[] = [];
  const waiting: SessionAttendance['waiting'] = [];
  for (const mark of marks) {
    const classId = classOfMark(session, mark.personId, world.classes);
    const reason = waitsFor(mark, session, world.classes.get(classId));
    if (reason === null) taken.push(mark);
    else waiting.push({ mark, classId, reason });
  }
  const byId = new Map(taken.map((mark) => [mark.id, mark]));
  const folded = foldMarks(
    taken.map((mark) => ({ ...mark, personId: mark.personId === null ? `walk-in ${mark.id}` : String(mark.personId) })),
  );
  const presences = new Map<number, Presence>();
  const unidentified = new Map<number, number>();
  for (const one of folded) {
    const mark = byId.get(one.markId)!;
    const positive = isPositive(one.status);
    if (mark.personId === null) {
      if (positive) unidentified.set(mark.place, (unidentified.get(mark.place) ?? 0) + 1);
      continue;
    }
    const known = presences.get(mark.personId);
    // Attended the half-day if any roll call says so; the first such roll call gives status and room.
    if (known && (known.positive || !positive)) {
      known.disputed ||= one.disputed;
      continue;
    }
    presences.set(mark.personId, {
      personId: mark.personId,
      classId: classOfMark(session, mark.personId, world.classes),
      place: mark.place,
      status: one.status,
      disputed: one.disputed || (known?.disputed ?? false),
      positive,
    });
  }
  return { session, folded, presences: [...presences.values()], waiting, unidentified };
}

/** Positive, and of a class that is neither void nor cancelled: valid as soon as its session is held — which it then is. */
export const counts = (presence: Presence, world: World): boolean => presence.positive && stands(world.classes.get(presence.classId));
