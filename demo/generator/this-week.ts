import {
  attendanceFile,
  classFile,
  rosterFile,
  type ClassBook,
  type ClassPlan,
  type DayPart,
  type Mark,
  type SessionPlan,
} from './class-book.js';
import { growersOf, villagersIn } from './cast.js';
import { addDays, isoWeekOf, weekdayOf } from './dates.js';
import type { YearFiles } from './files.js';
import { demoInstructorCode } from '../accounts.js';
import { organs, type Person } from './people.js';
import { Random } from './random.js';
import { topicsOn } from './topics.js';

/** What an earlier load has brought in whole: its classes and their sessions (`class/session`, by code) are left out, so that nothing there is ever altered. */
export interface AlreadyThere {
  classes: ReadonlySet<string>;
  sessions: ReadonlySet<string>;
}

const nothingYet: AlreadyThere = { classes: new Set(), sessions: new Set() };
const town = '610326101';
const village = '610326101204';
const screen = { name: '横渠村收看点', unit: '610326101200' };

/**
 * *This week*: sessions of each kind from three days before `today` to six days after it, in classes of their own, one of each
 * kind a week. What stands on a date depends on that date alone; only days before `today` come with sign-in sheets, and the
 * sessions of the demo's instructor never do: marking them is what the demo is for.
 */
export function generateWeek(today: string, there: AlreadyThere = nothingYet): YearFiles {
  const dates = Array.from({ length: 10 }, (_, i) => addDays(today, i - 3));
  const weeks = [...new Set(dates.map((date) => isoWeekOf(date).label))];
  const books = weeks
    .flatMap((label) =>
      weekBooks(
        label,
        dates.filter((date) => isoWeekOf(date).label === label),
      ),
    )
    .map((book) => missingOf(book, there))
    .filter(({ sessions }) => sessions.length > 0);
  if (books.length === 0) return [];
  const fresh = books.filter(({ plan }) => !there.classes.has(plan.code));
  const timetable = classFile(
    '本周-班次与课表.xlsx',
    '本周',
    fresh,
    books.flatMap(({ sessions }) => sessions),
  );
  const isPast = (date: string) => date < today;
  const marks = books.flatMap((book) => book.marks).filter(({ session }) => isPast(session.date));
  const headCounts = books.flatMap((book) => book.headCounts).filter(({ recordedOn }) => isPast(recordedOn));
  return [
    timetable,
    ...(fresh.length > 0 ? [rosterFile('本周-学员花名册.xlsx', '本周学员花名册', fresh)] : []),
    ...(marks.length > 0 ? [attendanceFile({ file: '本周-签到.xlsx', title: '本周签到表', marks, headCounts })] : []),
  ];
}

/** A session's sheets come with it, or not at all. */
function missingOf(book: ClassBook, { sessions: there }: AlreadyThere): ClassBook {
  const isThere = (classCode: string, code: string) => there.has(`${classCode}/${code}`);
  return {
    ...book,
    sessions: book.sessions.filter((session) => !isThere(session.classCode, session.code)),
    marks: book.marks.filter(({ session }) => !isThere(session.classCode, session.code)),
    headCounts: book.headCounts.filter(({ classCode, sessionCode }) => !isThere(classCode, sessionCode)),
  };
}

function weekBooks(label: string, dates: string[]): ClassBook[] {
  const random = new Random(label);
  const active = random.shuffle(growersOf([town]));
  const villagers = random.shuffle(villagersIn([town]));
  const on = (...weekdays: number[]) => dates.filter((date) => weekdays.includes(weekdayOf(date)));
  return [
    lessonsOfWeek(label, dates, villagers.slice(0, 6)),
    courseOfWeek(label, dates, active.slice(0, 12)),
    routeOfWeek(label, on(2, 6), active.slice(12, 24)),
    liveOfWeek(label, on(3, 7), [...active.slice(24, 28), ...villagers.slice(6, 10)]),
  ].filter(({ sessions }) => sessions.length > 0);
}

/** Closed roster, every morning, taught by the demo's instructor. */
function courseOfWeek(label: string, dates: string[], roster: Person[]): ClassBook {
  const plan = planOf(label, { code: `ZT-${label}`, name: `横渠镇猕猴桃管理专题班(${label})`, kind: '专题课', roster: '封闭' });
  const sessions = dates.map((date) => ({ ...sessionOf(plan, date, '上午', demoInstructorCode), place: '横渠镇党群服务中心' }));
  return { plan, sessions, roster, marks: [], headCounts: [] };
}

/** Open roster with a few known villagers, every afternoon, taught by the demo's instructor. */
function lessonsOfWeek(label: string, dates: string[], roster: Person[]): ClassBook {
  const plan = planOf(label, { code: `SFZ-${label}`, name: `豆家堡村示范课(${label})`, kind: '示范课', roster: '开放', village });
  const sessions = dates.map((date) => ({ ...sessionOf(plan, date, '下午', demoInstructorCode), place: '农户果园' }));
  return { plan, sessions, roster, marks: [], headCounts: [] };
}

/** Tuesdays and Saturdays, on the route of the town. */
function routeOfWeek(label: string, dates: string[], roster: Person[]): ClassBook {
  const plan = planOf(label, { code: `SJ-${label}`, name: `横渠镇人居环境观摩班(${label})`, kind: '实践课', roster: '封闭' });
  const sessions = dates.map((date) => ({ ...sessionOf(plan, date, '上午', 'JS-JJ2'), topic: '现场讲解与交流', route: 'XL-01' }));
  const marks = sessions.flatMap((session) =>
    roster.map((person, i): Mark => ({ session, person, status: i === 11 ? '请假' : i === 3 ? '迟到' : '到' })),
  );
  return { plan, sessions, roster, marks, headCounts: [] };
}

/** Wednesday and Sunday evenings, with one viewing point. */
function liveOfWeek(label: string, dates: string[], guests: Person[]): ClassBook {
  const plan = planOf(label, {
    code: `WL-${label}`,
    name: `直播课堂(${label})`,
    kind: '网络课',
    delivery: '直播',
    roster: '开放',
    hosts: [organs.kiwifruitCollege],
  });
  const sessions = dates.map((date) => ({ ...sessionOf(plan, date, '晚上', 'JS-ZJ4'), points: [screen] }));
  const marks = sessions.flatMap((session) => guests.map((person): Mark => ({ session, person, status: '到', point: screen.name })));
  const headCounts = sessions.map((session) => ({
    classCode: plan.code,
    sessionCode: session.code,
    point: screen.name,
    heads: 20,
    method: '清点' as const,
    by: '村文书',
    recordedOn: session.date,
  }));
  return { plan, sessions, roster: [], marks, headCounts };
}

/** A class lasts its week, however many of its days are asked for. */
function planOf(label: string, plan: Pick<ClassPlan, 'code' | 'name' | 'kind' | 'roster'> & Partial<ClassPlan>): ClassPlan {
  const monday = isoWeekOf(addDays(`${label.slice(0, 4)}-01-04`, 7 * (Number(label.slice(6)) - 1))).monday;
  return { hosts: [town], delivering: town, from: monday, to: addDays(monday, 6), contact: '横渠镇组织办', ...plan };
}

function sessionOf(plan: ClassPlan, date: string, part: DayPart, instructor: string): SessionPlan {
  return {
    classCode: plan.code,
    code: date,
    date,
    part,
    topic: new Random(date).pick(topicsOn('kiwifruit', date)),
    instructors: [instructor],
  };
}
