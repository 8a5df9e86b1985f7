import { standsAs } from '#schedule';
import { type AttendedClass, type AttendedSession } from './attended.js';

/** Neither void nor cancelled. */
export const stands = (one: AttendedClass | undefined): one is AttendedClass => one !== undefined && standsAs(one.state);

/**
 * Rule 4: a mark counts for the class on whose roster the person stands; on several, for the lead class if it is among them,
 * else for the lowest id; on none, for the lead class. Classes that are void or cancelled own a mark only when no other can.
 */
export function ownerOf(leadClassId: number, classes: readonly { id: number; stands: boolean; enrolled: boolean }[]): number {
  const choices = [
    classes.filter((one) => one.enrolled && one.stands),
    classes.filter((one) => one.enrolled),
    classes.filter((one) => one.stands),
  ];
  const ids = choices.find((choice) => choice.length > 0)?.map((one) => one.id) ?? [];
  return ids.length === 0 || ids.includes(leadClassId) ? leadClassId : Math.min(...ids);
}

/** The class that a mark of the session counts for; `null` is a walk-in whom nobody has matched. */
export function classOfMark(session: AttendedSession, personId: number | null, classes: Map<number, AttendedClass>): number {
  // Of one class, whoever is on its roster: most sessions.
  if (session.classIds.length === 1 && session.classIds[0] === session.leadClassId) return session.leadClassId;
  return ownerOf(
    session.leadClassId,
    session.classIds.map((id) => {
      const one = classes.get(id);
      return { id, stands: stands(one), enrolled: personId !== null && (one?.roster.has(personId) ?? false) };
    }),
  );
}
