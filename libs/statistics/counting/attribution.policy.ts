import { ownerOf } from '#attendance';
import { standsAs } from '#schedule';
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
