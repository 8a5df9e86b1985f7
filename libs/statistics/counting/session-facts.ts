import { attendanceOf, type AttendedSession, bySession, counts, type Presence, type SessionAttendance, stands } from '#attendance';
import { leadOf } from '#schedule';
import { headsByPlace, type PlaceHeads, sumOf } from './head-counts.policy.js';
import { bySessionOrder, type World } from './world.js';

/** A session after the fold: who was validly there, how many heads stood there, whether it was held. */
export interface SessionFacts {
  session: AttendedSession;
  attendance: SessionAttendance;
  /** Positive presences of classes that stand; they are valid, since they hold the session. */
  valid: Presence[];
  leadClassId: number | null;
  places: PlaceHeads[];
  held: boolean;
  /** Rooms whose heads count nothing: the session is cancelled or void, or every class that it serves. */
  idlePlaces: PlaceHeads[];
}

/**
 * Rule 1: held is a session that is neither cancelled nor void and has a positive attendance of a person that does not wait,
 * or a verified head count above 0. The clock plays no part.
 */
export function factsOfSessions(world: World): SessionFacts[] {
  const marks = bySession(world.marks);
  const heads = bySession(world.headCounts);
  return [...world.sessions.values()].sort(bySessionOrder).map((session) => {
    const attendance = attendanceOf(session, marks.get(session.id) ?? [], world);
    const valid = attendance.presences.filter((presence) => counts(presence, world));
    const leadClassId = leadOf(session, (id) => stands(world.classes.get(id)));
    const open = session.state === 'scheduled';
    const rooms = headsByPlace(session, heads.get(session.id) ?? []);
    const [places, idlePlaces] = open && leadClassId !== null ? [rooms, []] : [[], rooms];
    const held = open && (valid.length > 0 || sumOf(places, 'verified') > 0);
    return { session, attendance, valid, leadClassId, places, held, idlePlaces };
  });
}
