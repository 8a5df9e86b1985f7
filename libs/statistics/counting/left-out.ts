import { type AttendedClass } from '#attendance';
import { countingUnit } from '#courses';
import { sumOf } from './head-counts.policy.js';
import {
  type CountedAttendance,
  type CountedDeclaration,
  type CountedLeftOut,
  type CountedPersonTime,
  type LeftOutReason,
} from './counted.js';
import { placeOf, standingOf } from './person-times.js';
import { type SessionFacts } from './session-facts.js';
import { forUnitOf } from './touched-units.js';
import { type World } from './world.js';

interface Counted {
  mine: readonly SessionFacts[];
  led: readonly SessionFacts[];
  declarations: readonly CountedDeclaration[];
  personTimes: readonly CountedPersonTime[];
  attendances: readonly CountedAttendance[];
}

/** Why facts of this class stand in no figure, by session and reason: the other half of every number's "why". */
export function leftOutOf(owner: AttendedClass, counted: Counted, world: World): CountedLeftOut[] {
  const sums = new Map<string, CountedLeftOut>();
  const add = (one: CountedLeftOut): void => {
    if (one.facts <= 0) return;
    const key = `${one.sessionId}/${one.reason}/${one.audience}/${one.where.trainee}`;
    const known = sums.get(key);
    if (known) known.facts += one.facts;
    else sums.set(key, one);
  };
  for (const facts of counted.mine) {
    for (const person of peopleLeftOut(owner, facts)) {
      const standing = standingOf(person.personId, owner, facts.session, world);
      add({ sessionId: facts.session.id, reason: person.reason, date: facts.session.date, facts: 1, ...standing });
    }
  }
  const dating = new Set(counted.personTimes.map((time) => `${time.sessionId}/${time.personId}`));
  for (const { sessionId, personId, date, audience, where } of counted.attendances) {
    if (!dating.has(`${sessionId}/${personId}`)) add({ sessionId, reason: 'alreadyCounted', audience, date, where, facts: 1 });
  }
  for (const facts of counted.led) for (const heads of headsLeftOut(owner, facts, counted.declarations)) add(heads);
  return [...sums.values()];
}

/** Distinct people of the class at a session who are not counted, with the reason. */
function peopleLeftOut(owner: AttendedClass, { session, attendance }: SessionFacts): { personId: number; reason: LeftOutReason }[] {
  const reasons = new Map<string, { personId: number; reason: LeftOutReason }>();
  const note = (personId: number, reason: LeftOutReason): void => {
    reasons.set(`${personId}/${reason}`, { personId, reason });
  };
  for (const { mark, classId, reason } of attendance.waiting) {
    if (classId === owner.id && mark.personId !== null) note(mark.personId, reason);
  }
  for (const presence of attendance.presences) {
    if (presence.classId !== owner.id || session.state !== 'scheduled') continue;
    // Provisionally not there, while another phone says otherwise: who looks for disputes finds it by this reason.
    if (!presence.positive && presence.disputed) note(presence.personId, 'disputed');
    else if (!presence.positive) note(presence.personId, presence.status === 'onLeave' ? 'onLeave' : 'absent');
    else if (owner.state === 'void') note(presence.personId, 'classVoid');
    else if (owner.state === 'cancelled') note(presence.personId, 'classCancelled');
  }
  return [...reasons.values()];
}

/** Heads of a led session that are not declared: named ones, those of sessions that were not the largest, those that wait. */
function headsLeftOut(
  owner: AttendedClass,
  { session, places, headsNotHeld }: SessionFacts,
  declarations: readonly CountedDeclaration[],
): CountedLeftOut[] {
  const rows = declarations.filter((one) => one.sessionId === session.id);
  const declared = rows.reduce((sum, one) => sum + one.declared, 0);
  const unverified = rows.reduce((sum, one) => sum + one.unverified, 0);
  const where = { trainee: forUnitOf(owner, session, 0), ...placeOf(owner, session) };
  const one = (reason: LeftOutReason, facts: number): CountedLeftOut => ({
    sessionId: session.id,
    reason,
    audience: '*',
    date: session.date,
    where,
    facts,
  });
  const chosen = countingUnit(owner.kind, owner.deliveryMode) === 'session' || rows.some((row) => row.declared > 0);
  const verified = sumOf(places, 'verified');
  return [
    one(chosen ? 'headsNamed' : 'headsNotLargest', verified - declared),
    one('headsUnverified', unverified),
    one('headsNotHeld', headsNotHeld),
  ];
}
