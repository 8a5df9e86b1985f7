import { type AttendedClass, stands } from '#attendance';
import { countingUnit } from '#courses';
import {
  type ClassCount,
  type CountedAttendance,
  type CountedDeclaration,
  type CountedHolding,
  type CountedPersonTime,
} from './counted.js';
import { type Declaration, declaredOf, declaringOf, type LedSession } from './declared.policy.js';
import { type FoldedWorld, type NamedOfClass } from './folded-world.js';
import { leftOutOf } from './left-out.js';
import { personTimesOf, placeOf } from './person-times.js';
import { type SessionFacts } from './session-facts.js';
import { forUnitOf, holding } from './touched-units.js';

/** The version that every figure names. It changes when a sentence of docs/counting-rules.md changes what is counted. */
export const ruleVersion = '2021.3';

/**
 * What a class gives to the figures, out of the facts around it (DOMAIN §6; docs/counting-rules.md), which the world must hold. Pure: the
 * same world gives the same count, whatever the order of its lists.
 */
export function countClass(folded: FoldedWorld, classId: number): ClassCount {
  const { world } = folded;
  const owner = world.classes.get(classId);
  if (!owner) throw new Error(`class ${classId} is not in the world to count it in`);
  const mine = folded.of(classId);
  const standing = stands(owner);
  const { personTimes, attendances } = namedOf(owner, folded);
  const led = standing ? mine.filter((one) => one.leadClassId === classId) : [];
  const unit = countingUnit(owner.kind, owner.deliveryMode);
  const headed = led.filter((one) => one.places.length > 0).map((one) => ledSession(one, unit, folded));
  const declarations = declarationsOf(owner, led, declaredOf(headed, unit));
  return {
    classId,
    kind: owner.kind,
    personTimes,
    attendances,
    declarations,
    holdings: standing ? holdingsOf(owner, mine, led, folded) : [],
    leftOut: leftOutOf(owner, { mine, declarations, declaring: declaringOf(headed, unit) }, world),
  };
}

/** Person-times and attendances; a class that is void or cancelled has none. */
const namedOf = (owner: AttendedClass, folded: FoldedWorld): NamedOfClass =>
  folded.namedOf(owner, (mine) => {
    const personTimes = stands(owner) ? personTimesOf(owner, mine, folded.world) : [];
    return { personTimes, attendances: attendancesOf(owner, mine, personTimes) };
  });

/** Distinct (session, person); unit and audience are those of the person-time it belongs to (rule 9). */
function attendancesOf(
  owner: AttendedClass,
  mine: readonly SessionFacts[],
  personTimes: readonly CountedPersonTime[],
): CountedAttendance[] {
  const times = new Map(personTimes.map((time) => [`${time.countingSessionId}/${time.personId}`, time]));
  return mine.flatMap(({ session, valid }) =>
    valid.flatMap((presence) => {
      const time = times.get(`${session.id}/${presence.personId}`) ?? times.get(`0/${presence.personId}`);
      if (presence.classId !== owner.id || !time) return [];
      const { personId, place, status, disputed } = presence;
      const where = { ...time.where, venue: placeOf(owner, session).venue };
      return [{ sessionId: session.id, personId, place, status, disputed, date: session.date, audience: time.audience, where }];
    }),
  );
}

function declarationsOf(owner: AttendedClass, led: readonly SessionFacts[], declared: readonly Declaration[]): CountedDeclaration[] {
  const rows = declared.map((row) => ({ ...row, unidentified: 0 }));
  for (const { session, attendance } of led) {
    if (session.state !== 'scheduled') continue;
    for (const [place, unidentified] of attendance.unidentified) {
      const row = rows.find((one) => one.session.id === session.id && one.place === place);
      if (row) row.unidentified = unidentified;
      else rows.push({ session, place, declared: 0, unverified: 0, unidentified });
    }
  }
  return rows.map(({ session, place, declared, unverified, unidentified }) => {
    const where = { trainee: forUnitOf(owner, session, place), ...placeOf(owner, session) };
    return { sessionId: session.id, place, date: session.date, declared, unverified, unidentified, where };
  });
}

/** Rule 3: where the class is counted, everybody named in the session or in any class that it serves stands against its heads. */
function ledSession(one: SessionFacts, unit: 'class' | 'session', folded: FoldedWorld): LedSession {
  const named = new Set(one.valid.map((presence) => presence.personId));
  if (unit === 'class') {
    for (const served of one.session.classIds)
      for (const other of folded.of(served)) for (const { classId, personId } of other.valid) if (classId === served) named.add(personId);
  }
  const namedAt = new Map<number, number>();
  for (const { place } of one.valid) namedAt.set(place, (namedAt.get(place) ?? 0) + 1);
  return { session: one.session, places: one.places, named: named.size, namedAt };
}

/** Rule 13: a batch is a class with a held session; home-visit classes give visits instead of batches and sessions. */
function holdingsOf(
  owner: AttendedClass,
  mine: readonly SessionFacts[],
  led: readonly SessionFacts[],
  folded: FoldedWorld,
): CountedHolding[] {
  const headUnits = (one: SessionFacts): number[] =>
    one.places.filter((place) => place.verified > 0).map((place) => forUnitOf(owner, one.session, place.place));
  const visits = owner.deliveryMode === 'homeVisit';
  const holdings = led
    .filter((one) => one.held)
    .map((one) => holding(visits ? 'visits' : 'sessionsHeld', one, everybodyAt(one, folded), headUnits(one), placeOf(owner, one.session)));
  const first = mine.find((one) => one.held);
  if (first && !visits) {
    const { attendances } = namedOf(owner, folded);
    holdings.push(holding('batches', first, attendances, led.filter((one) => one.held).flatMap(headUnits), placeOf(owner, first.session)));
  }
  return holdings;
}

/** People of all classes at a session, each as its own class counts it. */
const everybodyAt = ({ session }: SessionFacts, folded: FoldedWorld): CountedAttendance[] =>
  session.classIds
    .map((id) => folded.world.classes.get(id))
    .filter(stands)
    .flatMap((one) => namedOf(one, folded).attendances.filter(({ sessionId }) => sessionId === session.id));
