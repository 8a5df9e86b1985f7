import { type FoldedAttendance } from '#contract';
import { type Attended, type SessionMark } from './attended.js';
import { standingsOf } from './mark-needs.policy.js';
import { attendanceOf, bySession, isStranger } from './session-attendance.js';

/** What a session's sheet says of one person: roll call by roll call, and the marks that somebody still has to decide about. */
export interface SheetLine<Mark extends SessionMark = SessionMark> {
  /** `mark` is the one that decided. */
  places: (FoldedAttendance & { mark: Mark })[];
  waiting: Mark[];
}

/** Session → canonical person → line: what phone and console show, by the rules that the figures are compiled by. */
export function sheetsOf<Mark extends SessionMark>(
  attended: Attended & { marks: Mark[] },
): Map<number, (personId: number) => SheetLine<Mark>> {
  const marks = bySession(attended.marks);
  const nothing: SheetLine<Mark> = { places: [], waiting: [] };
  return new Map(
    [...attended.sessions.values()].map((session) => {
      const made = marks.get(session.id) ?? [];
      const attendance = attendanceOf(session, made, attended);
      const byId = new Map(made.map((mark) => [mark.id, mark]));
      const lines = new Map<number, SheetLine<Mark>>();
      const lineOf = (personId: number): SheetLine<Mark> => {
        const line = lines.get(personId) ?? { places: [], waiting: [] };
        lines.set(personId, line);
        return line;
      };
      for (const place of attendance.folded)
        if (!isStranger(place)) lineOf(Number(place.personId)).places.push({ ...place, mark: byId.get(place.markId)! });
      for (const { mark, needs } of standingsOf(made, attendance, attended)) {
        if (needs === 'decision' && mark.personId !== null) lineOf(mark.personId).waiting.push(mark);
      }
      return [session.id, (personId: number) => lines.get(personId) ?? nothing];
    }),
  );
}
