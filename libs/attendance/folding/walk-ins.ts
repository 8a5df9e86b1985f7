import { type Attended, type SessionMark } from './attended.js';
import { type MarkStanding, standingsOf } from './mark-needs.policy.js';
import { attendanceOf, bySession } from './session-attendance.js';

/**
 * Session → the marks of people on no list that are in force or wait. Whoever was matched to somebody on a roster of the session is on
 * the list by now: the mark stands in that person's line.
 */
export function walkInsOf<Mark extends SessionMark>(attended: Attended & { marks: Mark[] }): Map<number, MarkStanding<Mark>[]> {
  const found = new Map<number, MarkStanding<Mark>[]>();
  for (const [sessionId, made] of bySession(attended.marks)) {
    const session = attended.sessions.get(sessionId);
    if (!session || made.every((mark) => mark.walkIn === null)) continue;
    const isListed = (personId: number | null): boolean =>
      personId !== null && session.classIds.some((id) => attended.classes.get(id)?.roster.has(personId));
    const standings = standingsOf(made, attendanceOf(session, made, attended), attended);
    const strangers = standings.filter(({ mark, live }) => live && mark.walkIn !== null && !isListed(mark.personId));
    if (strangers.length > 0) found.set(sessionId, strangers);
  }
  return found;
}
