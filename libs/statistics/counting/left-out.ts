import { type AttendedClass, stands } from '#attendance';
import { isPositive, type LeftOutReason } from '#contract';
import { sumOf } from './head-counts.policy.js';
import { type CountedDeclaration, type CountedLeftOut } from './counted.js';
import { placeOf, standingOf } from './person-times.js';
import { type SessionFacts } from './session-facts.js';
import { forUnitOf } from './touched-units.js';
import { type World } from './world.js';

interface Counted {
  mine: readonly SessionFacts[];
  declarations: readonly CountedDeclaration[];
  /** The sessions that rule 3 chose. */
  declaring: ReadonlySet<number>;
}

/**
 * Why facts of this class stand in no figure, by session and reason: the other half of every number's "why". Whoever was counted already is
 * not told of here: those are the attendances beyond the person-times.
 */
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
  for (const facts of counted.mine) {
    if ((facts.leadClassId ?? facts.session.leadClassId) !== owner.id) continue;
    for (const [reason, many] of [...headsLeftOut(owner, facts, counted), ...strangersLeftOut(owner, facts)]) {
      const where = { trainee: forUnitOf(owner, facts.session, 0), ...placeOf(owner, facts.session) };
      add({ sessionId: facts.session.id, reason, audience: '*', date: facts.session.date, where, facts: many });
    }
  }
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
    else if (!stands(owner)) note(presence.personId, goneAs(owner));
  }
  return [...reasons.values()];
}

type LeftOutHeads = [reason: LeftOutReason, heads: number];

/** Heads of a led session that are not declared: named ones, those of sessions that were not the largest, those that wait. */
function headsLeftOut(owner: AttendedClass, { session, places, idlePlaces }: SessionFacts, counted: Counted): LeftOutHeads[] {
  const rows = counted.declarations.filter((one) => one.sessionId === session.id);
  const sum = (measure: 'declared' | 'unverified'): number => rows.reduce((all, one) => all + one[measure], 0);
  const idle = sumOf(idlePlaces, 'verified');
  return [
    [counted.declaring.has(session.id) ? 'headsNamed' : 'headsNotLargest', sumOf(places, 'verified') - sum('declared')],
    [session.state === 'scheduled' ? goneAs(owner) : 'headsNotHeld', idle],
    ['headsUnverified', sum('unverified') + Math.max(sumOf(idlePlaces, 'all') - idle, 0)],
  ];
}

/** Walk-ins that are not among the unidentified: those that wait, each name once, and those of a class that does not stand. */
function strangersLeftOut(owner: AttendedClass, { attendance }: SessionFacts): LeftOutHeads[] {
  const names = new Map<LeftOutReason, Set<string>>();
  for (const { mark, classId, reason } of attendance.waiting) {
    if (classId !== owner.id || mark.personId !== null || !isPositive(mark.status)) continue;
    names.set(reason, (names.get(reason) ?? new Set()).add(mark.walkIn ?? mark.id));
  }
  const gone = stands(owner) ? 0 : [...attendance.unidentified.values()].reduce((sum, people) => sum + people, 0);
  return [...[...names].map(([reason, strangers]): LeftOutHeads => [reason, strangers.size]), [goneAs(owner), gone]];
}

const goneAs = (owner: AttendedClass): LeftOutReason => (owner.state === 'void' ? 'classVoid' : 'classCancelled');
