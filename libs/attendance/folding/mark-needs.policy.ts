import { foldMarks, isPositive } from '#contract';
import { type Attended, type SessionMark } from './attended.js';
import { classOfMark, stands } from './attribution.policy.js';
import { foldable, type SessionAttendance } from './session-attendance.js';
import { type WaitingReason } from './waiting.policy.js';

/** What a mark needs a person for: to decide whether it counts, to say who the walk-in was, to settle what phones say differently. */
export const markNeeds = ['decision', 'match', 'settling'] as const;
export type MarkNeed = (typeof markNeeds)[number];

export interface MarkStanding<Mark extends SessionMark = SessionMark> {
  mark: Mark;
  /** The class it counts for, or would. */
  classId: number;
  /** Nothing takes its place, and nobody rejected it. */
  live: boolean;
  disputed: boolean;
  waiting: Exclude<WaitingReason, 'rejected'> | null;
  needs: MarkNeed | null;
}

/** How each mark of a session stands, by the rules that the figures are compiled by (10, 16 and the fold). */
export function standingsOf<Mark extends SessionMark>(
  marks: readonly Mark[],
  { session, waiting, folded }: SessionAttendance,
  { classes }: Pick<Attended, 'classes'>,
): MarkStanding<Mark>[] {
  const reasons = new Map(waiting.map((one) => [one.mark.id, one.reason]));
  const inForce = new Set(folded.flatMap((one) => one.live.map((mark) => mark.id)));
  const disputed = new Set(folded.flatMap((one) => (one.disputed ? one.live.map((mark) => mark.id) : [])));
  // What waits replaces nothing that counts; but among those that wait, only the last word needs an answer.
  const candidates = foldable(marks, (mark) => reasons.get(mark.id) === 'rejected');
  const unreplaced = new Set(foldMarks(candidates).flatMap((one) => one.live.map((mark) => mark.id)));
  return marks.map((mark) => {
    const reason = reasons.get(mark.id) ?? null;
    const standing = {
      mark,
      classId: classOfMark(session, mark.personId, classes),
      live: reason === null ? inForce.has(mark.id) : unreplaced.has(mark.id),
      disputed: disputed.has(mark.id),
      waiting: reason === 'rejected' ? null : reason,
    };
    return { ...standing, needs: needOf(standing, classes) };
  });
}

function needOf({ mark, classId, live, disputed, waiting }: Omit<MarkStanding, 'needs'>, classes: Attended['classes']): MarkNeed | null {
  if (!live) return null;
  // A walk-in is neither admitted nor rejected: who it was decides. For a session that is not to be, nobody asks.
  if (mark.personId === null) return isPositive(mark.status) && (waiting === null || waiting === 'classClosed') ? 'match' : null;
  if (waiting !== null) return 'decision';
  return disputed && stands(classes.get(classId)) ? 'settling' : null;
}
