import { type AttendedClass, type AttendedSession } from '#attendance';
import { type Audience } from '#contract';
import { countingUnit } from '#courses';
import { audienceOn, breakdownsOn, unitOn } from '#people';
import { type CountedPersonTime, type Where } from './counted.js';
import { type SessionFacts } from './session-facts.js';
import { type World } from './world.js';

/** Rule 8, host and venue: the class's first host; the unit of the site of the dating session, else the host. */
export const placeOf = (owner: AttendedClass, session: AttendedSession): { host: number; venue: number } => ({
  host: owner.hostUnitId,
  venue: session.siteUnitId ?? owner.hostUnitId,
});

/** Rule 2 + 7 + 9: one for each (counting unit, person), dated by the first valid attendance, everything about the person as of then. */
export function personTimesOf(owner: AttendedClass, facts: readonly SessionFacts[], world: World): CountedPersonTime[] {
  const perSession = countingUnit(owner.kind, owner.deliveryMode) === 'session';
  const times = new Map<string, CountedPersonTime>();
  for (const { session, valid } of facts) {
    for (const presence of valid) {
      if (presence.classId !== owner.id) continue;
      const countingSessionId = perSession ? session.id : 0;
      const key = `${countingSessionId}/${presence.personId}`;
      if (!times.has(key))
        times.set(key, { countingSessionId, sessionId: session.id, date: session.date, ...asOf(presence.personId, owner, session, world) });
    }
  }
  return [...times.values()];
}

function asOf(personId: number, owner: AttendedClass, session: AttendedSession, world: World) {
  const person = world.people.get(personId);
  if (!person) throw new Error(`person ${personId} is marked but unknown`);
  const where: Where = { trainee: unitOn(session.date, person.units, person.unitId), ...placeOf(owner, session) };
  return { personId, where, audience: audienceOn(session.date, person), ...breakdownsOn(session.date, person) };
}

/** What a person who was left out would have been counted as, for the account of what was left out. */
export function standingOf(
  personId: number,
  owner: AttendedClass,
  session: AttendedSession,
  world: World,
): { audience: Audience; where: Where } {
  const { audience, where } = asOf(personId, owner, session, world);
  return { audience, where };
}
