import { ownerOf, standsAs } from '#attendance';
import { type CountedClass, type CountedSession } from './world.js';

/** Neither void nor cancelled. */
export const stands = (one: CountedClass | undefined): one is CountedClass => one !== undefined && standsAs(one.state);

/** Rule 4: the class that a mark counts for; `null` is a walk-in whom nobody has matched. */
export function classOfMark(session: CountedSession, personId: number | null, classes: Map<number, CountedClass>): number {
  return ownerOf(
    session.leadClassId,
    session.classIds.map((id) => {
      const one = classes.get(id);
      return { id, stands: stands(one), enrolled: personId !== null && (one?.roster.has(personId) ?? false) };
    }),
  );
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
