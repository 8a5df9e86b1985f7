import { offRoster, onBothRosters } from './apart.js';
import { cast, growersOf, sessionsOf, villagersIn, type HalfDay } from './cast.js';
import type { ClassBook, HeadCount, Mark, SessionPlan } from './class-book.js';
import { organs, type Person } from './people.js';
import { Random } from './random.js';
import { calledOff, courses, kiwifruit, nobodyCame, type ProductCourse } from './product-list.js';
import { signIn } from './sign-in.js';

function bookOf(course: ProductCourse): ClassBook {
  const random = new Random(course.code);
  const sessions = sessionsOf(course.code, course.when, course.topics, () => ({
    instructors: course.instructors,
    ...(course.site ? { site: course.site } : { place: '眉县猕猴桃学院教室' }),
  }));
  const attendees = [
    ...cast(random, course.growers, growersOf(course.towns), course.when),
    ...cast(random, course.villagers, villagersIn(course.towns), course.when),
    ...(course.apart ?? []),
  ];
  const absentees = cast(random, course.away, growersOf(course.towns), course.when);
  const marks = signIn(random, { sessions, attendees, absentees, ...course.slips });
  return { plan: planOf(course), sessions, roster: [...attendees, ...absentees], marks, headCounts: [] };
}

function planOf({ code, name, series, run, when }: Pick<ProductCourse, 'code' | 'name' | 'series' | 'run' | 'when'>): ClassBook['plan'] {
  return {
    code,
    name: `眉县2021年${name}`,
    kind: '专题课',
    roster: '封闭',
    hosts: [organs.agriculture, organs.organisation],
    delivering: organs.kiwifruitCollege,
    series,
    run,
    from: when[0]!.date,
    to: when.at(-1)!.date,
    contact: '县农业农村局科教股',
  };
}

/** Runs 3 and 4 sit together for one afternoon: one lecture, two classes, 36 and 35 of them named, 75 in the room. */
function together(): ClassBook[] {
  const random = new Random('runs 3 and 4');
  const when: HalfDay[] = [{ date: '2021-06-17', part: '下午' }];
  const third = [
    ...cast(random, 30, growersOf(['610326101', '610326105']), when),
    ...cast(random, 5, villagersIn(['610326101', '610326105']), when),
    onBothRosters,
  ];
  const fourth = [
    ...cast(random, 30, growersOf(['610326102', '610326103', '610326107']), when),
    ...cast(random, 5, villagersIn(['610326102', '610326103', '610326107']), when),
  ];
  const absent = cast(random, 1, growersOf(['610326103']), when);
  const session: SessionPlan = {
    classCode: 'ZT-2021-07',
    code: 'KC01',
    ...when[0]!,
    topic: '套袋技术与夏季果园管理',
    instructors: ['JS-JS1'],
    place: '眉县猕猴桃学院报告厅',
    joint: ['ZT-2021-08'],
  };
  const marks = signIn(random, { sessions: [session], attendees: [...third, ...fourth], absentees: absent, lateOnly: 1 });
  const heads: HeadCount = {
    classCode: 'ZT-2021-07',
    sessionCode: 'KC01',
    heads: 75,
    method: '清点',
    by: '班主任',
    recordedOn: '2021-06-17',
  };
  return [
    {
      plan: planOf({ code: 'ZT-2021-07', name: `${kiwifruit}第三期`, series: kiwifruit, run: 3, when }),
      sessions: [session],
      roster: third,
      marks,
      headCounts: [heads],
    },
    {
      plan: planOf({ code: 'ZT-2021-08', name: `${kiwifruit}第四期`, series: kiwifruit, run: 4, when }),
      sessions: [],
      roster: [...fourth, ...absent, onBothRosters],
      marks: [],
      headCounts: [],
    },
  ];
}

function calledOffBook(): ClassBook {
  const book = bookOf(calledOff);
  const note = '因强降雨当日停课';
  const heads: HeadCount = {
    classCode: calledOff.code,
    sessionCode: 'KC01',
    heads: 24,
    method: '清点',
    by: '班主任',
    recordedOn: '2021-08-30',
    note,
  };
  return {
    ...book,
    marks: book.marks.filter(({ status }) => status === '到').map((mark): Mark => ({ ...mark, note })),
    headCounts: [heads],
  };
}

/** Who came off the street and signed; the roster of this class is closed. */
function withGuest(book: ClassBook, person: Person): ClassBook {
  return {
    ...book,
    marks: [...book.marks, ...book.sessions.slice(0, 2).map((session): Mark => ({ session, person, status: '到', note: '不在花名册' }))],
  };
}

const rainedOff = calledOffBook();

export const productCourses: ClassBook[] = [
  ...courses.map(bookOf).map((book) => (book.plan.code === 'ZT-2021-09' ? withGuest(book, offRoster[0]!) : book)),
  ...together(),
  rainedOff,
  bookOf(nobodyCame),
].sort((a, b) => (a.plan.code < b.plan.code ? -1 : 1));

export const cancelledClass = calledOff.code;
export const cancelledHalfDays = rainedOff.sessions.map(({ classCode, code }) => ({ classCode, sessionCode: code }));
