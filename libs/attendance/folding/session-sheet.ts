import { type FoldedAttendance } from '#contract';
import { type Attended, type SessionMark } from './attended.js';
import { standingsOf } from './mark-needs.policy.js';
import { attendanceOf, bySession, isStranger } from './session-attendance.js';

/** What a session's sheet says of one person: roll call by roll call, and the marks that somebody still has to decide about. */
export interface SheetLine {
  places: FoldedAttendance[];
  waiting: SessionMark[];
}

const nothing: SheetLine = { places: [], waiting: [] };

/** Session → canonical person → line: what phone and console show, by the rules that the figures are compiled by. */
export function sheetsOf(attended: Attended): Map<number, (personId: number) => SheetLine> {
  const marks = bySession(attended.marks);
  return new Map(
    [...attended.sessions.values()].map((session) => {
      const made = marks.get(session.id) ?? [];
      const attendance = attendanceOf(session, made, attended);
      const lines = new Map<number, SheetLine>();
      const lineOf = (personId: number): SheetLine => {
        const line = lines.get(personId) ?? { places: [], waiting: [] };
        lines.set(personId, line);
        return line;
      };
      for (const place of attendance.folded) if (!isStranger(place)) lineOf(Number(place.personId)).places.push(place);
      for (const { mark, needs } of standingsOf(made, attendance, attended)) {
        if (needs === 'decision' && mark.personId !== null) lineOf(mark.personId).waiting.push(mark);
      }
      return [session.id, (personId: number) => lines.get(personId) ?? nothing];
    }),
  );
}
