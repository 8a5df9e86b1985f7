import { growersOf, villagersIn } from './cast.js';
import type { ClassBook, HeadCount, Mark, SessionPlan } from './class-book.js';
import { Random } from './random.js';

/** Three demonstration lessons of 齐镇, every sheet of which turned out to be signed by one hand: the class was declared void. */
export const voidTownClass = 'SFZ-2021-01';

const random = new Random('one hand');
const dates = ['2021-11-08', '2021-11-15', '2021-11-22'];
const heads = [46, 52, 40];

const sessions: SessionPlan[] = dates.map((date, i) => ({
  classCode: voidTownClass,
  code: `SF0${i + 1}`,
  date,
  part: '上午',
  topic: ['秋施基肥', '树干涂白', '冬灌技术'][i]!,
  instructors: ['JS-ZJ3'],
  place: '示范果园',
}));

const marks: Mark[] = sessions.flatMap((session) =>
  [...random.shuffle(growersOf(['610326107'])).slice(0, 12), ...random.shuffle(villagersIn(['610326107'])).slice(0, 5)].map((person) => ({
    session,
    person,
    status: '到' as const,
    note: '笔迹相同,待核',
  })),
);

export const townLessons: ClassBook = {
  plan: {
    code: voidTownClass,
    name: '齐镇2021年秋季果园管理示范班',
    kind: '示范课',
    roster: '开放',
    hosts: ['610326107'],
    delivering: '610326107',
    from: dates[0]!,
    to: dates.at(-1)!,
    contact: '齐镇组织办',
  },
  sessions,
  roster: [],
  marks,
  headCounts: sessions.map((session, i): HeadCount => ({
    classCode: session.classCode,
    sessionCode: session.code,
    heads: heads[i]!,
    method: '清点',
    by: '村文书',
    recordedOn: session.date,
  })),
};
