import { type AttendanceStatus, type FoldedAttendance, type FoldMark, foldMarks, isPositive } from '#contract';
import { type Attended, type AttendedSession, type SessionMark } from './attended.js';
import { classOfMark, stands } from './attribution.policy.js';
import { type WaitingReason, waitsFor } from './waiting.policy.js';

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

export interface WaitingMark<Mark extends SessionMark = SessionMark> {
  mark: Mark;
  classId: number;
  reason: WaitingReason;
}

export interface SessionAttendance {
  session: AttendedSession;
  /** Roll call by roll call, walk-ins each by itself. */
  folded: FoldedAttendance[];
  presences: Presence[];
  waiting: WaitingMark[];
  /** Live positive walk-ins nobody has matched, by room (rule 16). */
  unidentified: Map<number, number>;
}

type Surroundings = Pick<Attended, 'classes'>;

/** Folds the marks of a session, leaves aside those that wait, and gives each person one presence. */
export function attendanceOf(session: AttendedSession, marks: readonly SessionMark[], { classes }: Surroundings): SessionAttendance {
  const owner = new Map(marks.map((mark) => [mark, classOfMark(session, mark.personId, classes)]));
  const waiting = marks.flatMap((mark): WaitingMark[] => {
    const classId = owner.get(mark)!;
    const reason = waitsFor(mark, session, classes.get(classId));
    return reason === null ? [] : [{ mark, classId, reason }];
  });
  const aside = new Set(waiting.map(({ mark }) => mark));
  const folded = foldMarks(foldable(marks, (mark) => aside.has(mark)));
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  const presences = new Map<number, Presence>();
  const strangers: SessionMark[] = [];
  for (const one of folded) {
    const mark = byId.get(one.markId)!;
    const positive = isPositive(one.status);
    if (mark.personId === null) {
      if (positive) strangers.push(mark);
      continue;
    }
    const known = presences.get(mark.personId);
    // Attended the half-day if any roll call says so; the first such roll call gives status and room.
    if (known && (known.positive || !positive)) {
      known.disputed ||= one.disputed;
      // A later roll call is a sign-out: all it can do is turn present into left early.
      if (known.status === 'present' && one.status === 'leftEarly') known.status = 'leftEarly';
      continue;
    }
    presences.set(mark.personId, {
      personId: mark.personId,
      classId: owner.get(mark)!,
      place: mark.place,
      status: one.status,
      disputed: one.disputed || (known?.disputed ?? false),
      positive,
    });
  }
  return { session, folded, presences: [...presences.values()], waiting, unidentified: unidentifiedOf(strangers) };
}

const stranger = 'walk-in ';
export const isStranger = (one: { personId: string }): boolean => one.personId.startsWith(stranger);

/** Marks as the fold takes them: walk-ins nobody has matched are each somebody of their own. */
export const foldable = (marks: readonly SessionMark[], isAside: (mark: SessionMark) => boolean): FoldMark[] =>
  marks.map((mark) => ({
    id: mark.id,
    slot: mark.slot,
    personId: mark.personId === null ? stranger + mark.id : String(mark.personId),
    status: mark.status,
    origin: mark.origin,
    replaces: mark.replaces,
    walkIn: mark.walkIn !== null,
    aside: isAside(mark),
  }));

/**
 * Rules 1 and 16: roll calls never multiply. Walk-ins of one name, village and phone are as many people as the roll call that
 * saw most of them (the first such) has marks, in the rooms where it saw them.
 */
function unidentifiedOf(strangers: readonly SessionMark[]): Map<number, number> {
  const calls = new Map<string, Map<number, SessionMark[]>>();
  for (const mark of strangers) {
    const name = mark.walkIn ?? mark.id;
    const bySlot = calls.get(name) ?? new Map<number, SessionMark[]>();
    calls.set(name, bySlot.set(mark.slot, [...(bySlot.get(mark.slot) ?? []), mark]));
  }
  const rooms = new Map<number, number>();
  for (const bySlot of calls.values()) {
    const [fullest] = [...bySlot].sort(([slotA, a], [slotB, b]) => b.length - a.length || slotA - slotB);
    for (const { place } of fullest![1]) rooms.set(place, (rooms.get(place) ?? 0) + 1);
  }
  return rooms;
}

/** Positive, and of a class that is neither void nor cancelled: valid as soon as its session is held — which it then is. */
export const counts = (presence: Presence, { classes }: Surroundings): boolean =>
  presence.positive && stands(classes.get(presence.classId));

export function bySession<T extends { sessionId: number }>(facts: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const fact of facts) {
    const group = groups.get(fact.sessionId);
    if (group) group.push(fact);
    else groups.set(fact.sessionId, [fact]);
  }
  return groups;
}
