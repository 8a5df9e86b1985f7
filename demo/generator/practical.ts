import { offRoster } from './apart.js';
import { cast, growersOf, peopleOf, sessionsOf, villagersIn } from './cast.js';
import type { ClassBook, HeadCount, Mark } from './class-book.js';
import { organs, type Person } from './people.js';
import { Random } from './random.js';
import { growers } from './roles.js';
import { classes, oneHand, type RouteClass } from './practical-list.js';
import { signIn } from './sign-in.js';

/** The guide of the town in which a route begins. */
const guideOf: Record<string, string> = { 'XL-01': 'JS-JJ2', 'XL-02': 'JS-JJ6', 'XL-03': 'JS-JJ5', 'XL-04': 'JS-JJ1', 'XL-05': 'JS-JJ7' };

function bookOf(one: RouteClass): ClassBook {
  const code = `SJ-2021-${String(one.n).padStart(2, '0')}`;
  const random = new Random(code);
  const roles = one.towns.length > 0 ? growersOf(one.towns) : peopleOf([...growers, 'villageSecretary', 'firstSecretary']);
  const sessions = sessionsOf(code, one.when, ['现场讲解与交流', '点评与总结'], (i) => ({
    route: one.routes[i % one.routes.length]!,
    instructors: [guideOf[one.routes[i % one.routes.length]!]!],
  }));
  const attendees = [
    ...cast(random, one.growers, roles, one.when),
    ...cast(random, one.villagers, villagersIn(one.towns), one.when),
    ...(one.apart ?? []),
  ];
  const absentees = cast(random, one.away ?? 0, roles, one.when);
  const marks = signIn(random, { sessions, attendees, absentees, ...one.slips });
  return {
    plan: {
      code,
      name: `眉县2021年${one.name}`,
      kind: '实践课',
      roster: '封闭',
      hosts: [one.host],
      delivering: one.host,
      supporting: one.n % 5 === 0 ? organs.media : undefined,
      from: one.when[0]!.date,
      to: one.when.at(-1)!.date,
      contact: '带班干部',
    },
    sessions,
    roster: [...attendees, ...absentees],
    marks,
    headCounts: one.along === undefined ? [] : [busCount(code, one.when[0]!.date, attendees.length + one.along)],
  };
}

function busCount(classCode: string, date: string, heads: number): HeadCount {
  return { classCode, sessionCode: 'KC01', heads, method: '清点', by: '带班干部', recordedOn: date };
}

/**
 * Class 13 set out on 9 October and turned back in the rain: eleven had signed, four of whom did not come to the lesson held instead
 * on the 27th.
 */
function withRain(book: ClassBook): ClassBook {
  const session = { ...book.sessions[0]!, code: 'KC00', date: '2021-10-09' };
  const turnedBack = cast(
    new Random('rain'),
    4,
    growersOf(['610326001']).filter((person) => !book.roster.includes(person)),
    [session],
  );
  const note = '因雨中途取消';
  const begun: Mark[] = [...book.marks.slice(0, 7).map(({ person }) => person), ...turnedBack].map((person) => ({
    session,
    person,
    status: '到',
    note,
  }));
  const later: Mark[] = turnedBack.map((person) => ({ session: book.sessions[0]!, person, status: '请假' }));
  return {
    ...book,
    plan: { ...book.plan, from: session.date },
    sessions: [session, ...book.sessions],
    roster: [...book.roster, ...turnedBack],
    marks: [...begun, ...book.marks, ...later],
    headCounts: [busCount(book.plan.code, '2021-10-09', 13)].map((count) => ({ ...count, sessionCode: 'KC00', note })),
  };
}

function withGuest(book: ClassBook, person: Person): ClassBook {
  return { ...book, marks: [...book.marks, { session: book.sessions[0]!, person, status: '到', note: '不在花名册' }] };
}

function voidBook(): ClassBook {
  const book = bookOf(oneHand);
  const marks = book.marks.map((mark): Mark => ({ session: mark.session, person: mark.person, status: '到', note: '笔迹相同,待核' }));
  return { ...book, marks, headCounts: [busCount(book.plan.code, '2021-11-11', 30)] };
}

export const practicalClasses: ClassBook[] = [
  ...classes.map(bookOf).map((book) => {
    if (book.plan.code === 'SJ-2021-13') return withRain(book);
    return book.plan.code === 'SJ-2021-12' ? withGuest(book, offRoster[1]!) : book;
  }),
  voidBook(),
];

export const cancelledRouteRuns = [{ classCode: 'SJ-2021-13', sessionCode: 'KC00' }];
export const voidRouteClass = 'SJ-2021-17';
