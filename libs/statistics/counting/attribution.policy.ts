import { type CountedClass, type CountedSession } from './world.js';

/** Neither void nor cancelled. */
export const stands = (one: CountedClass | undefined): one is CountedClass =>
  one !== undefined && one.state !== 'void' && one.state !== 'cancelled';

/**
 * Rule 4: a mark counts for the class on whose roster the person stands; on several, for the lead class if it is among them,
 * else for the lowest id; on none, for the lead class.
 */
export function classOfMark(session: CountedSession, personId: number | null, classes: Map<number, CountedClass>): number {
  if (personId === null) return session.leadClassId;
  const rosters = session.classIds.filter((id) => classes.get(id)?.roster.has(personId));
  return rosters.length === 0 || rosters.includes(session.leadClassId) ? session.leadClassId : Math.min(...rosters);
}

/**
 * Rule 4: sessionsHeld and unnamed heads belong to the lead class. Where the lead is void or cancelled, the lowest id of the
 * other classes that stand takes its place; `null` when none does.
 */
export function leadOf(session: CountedSession, classes: Map<number, CountedClass>): number | null {
  if (stands(classes.get(session.leadClassId))) return session.leadClassId;
  const standing = session.classIds.filter((id) => stands(classes.get(id)));
  return standing.length === 0 ? null : Math.min(...standing);
}
