import type { Mark, SessionPlan } from './class-book.js';
import { addDays } from './dates.js';
import type { Person } from './people.js';
import type { Random } from './random.js';

export interface SignInPlan {
  sessions: SessionPlan[];
  /** Who came at least once, and who is on the roster and never came. */
  attendees: Person[];
  absentees?: Person[];
  /** So many of the attendees came late once and asked leave for the rest; so many left the first half-day early and did not return. */
  lateOnly?: number;
  leftEarlyOnly?: number;
  /** So many do not write: marked by another, before a witness. */
  assisted?: number;
  /** So many were entered a week afterwards, from another sheet. */
  lateEntries?: number;
}

/** The sign-in sheet of one class, session by session in the order of the roster. */
export function signIn(random: Random, plan: SignInPlan): Mark[] {
  const { sessions, attendees, absentees = [], lateOnly = 0, leftEarlyOnly = 0, assisted = 0, lateEntries = 0 } = plan;
  const queue = [...attendees];
  const take = (count: number) => queue.splice(0, count);
  const witness = (queue.at(-1) ?? attendees[0])?.name ?? '';
  const marks = [
    ...take(lateOnly).flatMap((person) => once(sessions, person, '迟到', '请假')),
    ...take(leftEarlyOnly).flatMap((person) => once(sessions, person, '早退', '缺勤')),
    ...take(assisted).flatMap((person) => sessions.map((session) => assistedMark(session, person, witness))),
    ...take(lateEntries).flatMap((person) => sessions.map((session) => lateEntry(session, person))),
    ...queue.flatMap((person) => ordinary(random, sessions, person)),
    ...absentees.flatMap((person, i) => sessions.map((session): Mark => ({ session, person, status: i % 2 ? '缺勤' : '请假' }))),
  ];
  const places = new Map(sessions.map((session, i) => [session, i]));
  return marks.sort((a, b) => places.get(a.session)! - places.get(b.session)!);
}

export function assistedMark(session: SessionPlan, person: Person, witness: string): Mark {
  return { session, person, status: '到', method: '代为登记', reason: '本人不便书写', witness };
}

export function lateEntry(session: SessionPlan, person: Person): Mark {
  return {
    session,
    person,
    status: '到',
    method: '补录',
    reason: '签到表漏登',
    recordedOn: addDays(session.date, 7),
    note: '据分组点名册补录',
  };
}

function once(sessions: SessionPlan[], person: Person, first: Mark['status'], after: Mark['status']): Mark[] {
  return sessions.map((session, i) => ({ session, person, status: i === 0 ? first : after }));
}

/** There all the time but for a slip now and then; never away from every half-day. */
function ordinary(random: Random, sessions: SessionPlan[], person: Person): Mark[] {
  return sessions.map((session, i): Mark => {
    const slip = random.next();
    const status = slip < 0.03 ? '迟到' : slip < 0.05 ? '早退' : slip < 0.09 && i > 0 ? '请假' : '到';
    return { session, person, status };
  });
}
