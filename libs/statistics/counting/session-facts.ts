import { leadOf } from '#schedule';
import { stands } from './attribution.policy.js';
import { headsByPlace, type PlaceHeads, sumOf } from './head-counts.policy.js';
import { attendanceOf, counts, type Presence, type SessionAttendance } from './session-attendance.js';
import { bySessionOrder, type CountedSession, type World } from './world.js';

/** A session after the fold: who was validly there, how many heads stood there, whether it was held. */
export interface SessionFacts {
  session: CountedSession;
  attendance: SessionAttendance;
  /** Positive presences of classes that stand; they are valid, since they hold the session. */
  valid: Presence[];
  leadClassId: number | null;
  places: PlaceHeads[];
  held: boolean;
  /** Heads that wait because the session is cancelled or void. */
  headsNotHeld: number;
}

/**
 * Rule 1: held is a session that is neither cancelled nor void and has a positive attendance of a person that does not wait,
 * or a verified head count above 0. The clock plays no part.
 */
export function factsOfSessions(world: World): SessionFacts[] {
  const marks = groupBySession(world.marks);
  const heads = groupBySession(world.headCounts);
  return [...world.sessions.values()].sort(bySessionOrder).map((session) => {
    const attendance = attendanceOf(session, marks.get(session.id) ?? [], world);
    const valid = attendance.presences.filter((presence) => counts(presence, world));
    const leadClassId = leadOf(session, (id) => stands(world.classes.get(id)));
    const open = session.state === 'scheduled';
    const counted = leadClassId === null ? [] : headsByPlace(session, heads.get(session.id) ?? []);
    const places = open ? counted : [];
    const held = open && (valid.length > 0 || sumOf(places, 'verified') > 0);
    return { session, attendance, valid, leadClassId, places, held, headsNotHeld: open ? 0 : sumOf(counted, 'verified') };
  });
}

function groupBySession<T extends { sessionId: number }>(facts: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const fact of facts) {
    const group = groups.get(fact.sessionId);
    if (group) group.push(fact);
    else groups.set(fact.sessionId, [fact]);
  }
  return groups;
}
