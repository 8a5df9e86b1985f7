import type { ClassBook, Mark, SessionPlan } from './class-book.js';
import { addDays } from './dates.js';
import { organs } from './people.js';
import { taughtAtHome } from './apart.js';

/** 送教上门: old and frail members taught at home, each visit a lesson of its own. Nothing is written down about why. */
const code = 'SJSM-2021-01';
const topics = ['学习党史故事', '宣讲惠农政策', '传达会议精神', '交流乡村变化', '走访谈心'];
/** Each member's first visit and how many there were; one more visit to the second found her away. Six weeks lie between. */
const rounds: [first: string, visits: number][] = [
  ['2021-04-13', 4],
  ['2021-04-14', 4],
  ['2021-04-15', 5],
];

const sessions: SessionPlan[] = rounds.flatMap(([first, visits], member) =>
  Array.from({ length: member === 1 ? visits + 1 : visits }, (_, i) => ({
    classCode: code,
    code: `SM${member + 1}-${i + 1}`,
    date: addDays(first, i * 42),
    part: '上午' as const,
    topic: topics[i % topics.length]!,
    instructors: ['JS-JJ1'],
    place: '学员家中',
  })),
);

const marks: Mark[] = sessions.map((session) => {
  const member = Number(session.code[2]) - 1;
  const away = session.code === 'SM2-5';
  return { session, person: taughtAtHome[member]!, status: away ? '请假' : '到' };
});

export const homeVisits: ClassBook = {
  plan: {
    code,
    name: '首善街道2021年送教上门班',
    kind: '专题课',
    delivery: '送教上门',
    roster: '封闭',
    hosts: ['610326001'],
    delivering: organs.organisation,
    from: sessions[0]!.date,
    to: sessions
      .map(({ date }) => date)
      .sort()
      .at(-1)!,
    contact: '首善街道组织办',
  },
  sessions,
  roster: taughtAtHome,
  marks,
  headCounts: [],
};
