import { byElected, merged, movers, namedLeader, namesakes, unmerged } from './apart.js';
import { fullDays, type HalfDay } from './cast.js';
import { organs, type Person } from './people.js';
import type { SignInPlan } from './sign-in.js';

/** Classes on the learning routes: one session a half-day, however many stops it has. */
export interface RouteClass {
  n: number;
  name: string;
  host: string;
  when: HalfDay[];
  /** One for each half-day, in turn. */
  routes: string[];
  towns: string[];
  growers: number;
  villagers: number;
  away?: number;
  apart?: Person[];
  slips?: Omit<SignInPlan, 'sessions' | 'attendees' | 'absentees'>;
  /** More who went along than signed. */
  along?: number;
}

const day = (date: string) => fullDays(date, 1);
const morning = (date: string) => day(date).slice(0, 1);
const [first, second, third, fourth, fifth] = ['XL-01', 'XL-02', 'XL-03', 'XL-04', 'XL-05'] as const;

export const classes: RouteClass[] = [
  {
    n: 1,
    name: '村干部乡村治理观摩班',
    host: organs.organisation,
    when: day('2021-03-25'),
    routes: [first, fourth],
    towns: [],
    growers: 33,
    villagers: 2,
    away: 1,
    slips: { lateOnly: 1 },
    along: 3,
  },
  {
    n: 2,
    name: '党员革命传统教育班',
    host: organs.organisation,
    when: day('2021-04-02'),
    routes: [third],
    towns: [],
    growers: 34,
    villagers: 0,
    away: 2,
    apart: [movers.firstSecretary],
    slips: { assisted: 1 },
  },
  {
    n: 3,
    name: '横渠镇人居环境观摩班',
    host: '610326101',
    when: day('2021-04-09'),
    routes: [first],
    towns: ['610326101'],
    growers: 27,
    villagers: 3,
    slips: { leftEarlyOnly: 1 },
  },
  {
    n: 4,
    name: '金渠镇猕猴桃标准化观摩班',
    host: '610326105',
    when: day('2021-04-22'),
    routes: [second],
    towns: ['610326105'],
    growers: 25,
    villagers: 3,
    away: 1,
  },
  {
    n: 5,
    name: '新任村干部实践教学班',
    host: organs.organisation,
    when: day('2021-05-21'),
    routes: [first, second],
    towns: [],
    growers: 30,
    villagers: 0,
    away: 1,
    apart: byElected,
    slips: { lateOnly: 1, lateEntries: 1 },
  },
  {
    n: 6,
    name: '致富带头人产业观摩班',
    host: organs.agriculture,
    when: day('2021-06-22'),
    routes: [second, fourth],
    towns: [],
    growers: 30,
    villagers: 2,
    apart: [unmerged.one, unmerged.other, namedLeader, merged.kept, merged.from],
    along: 4,
  },
  {
    n: 7,
    name: '党员庆祝建党百年教育班',
    host: organs.organisation,
    when: day('2021-06-29'),
    routes: [third],
    towns: [],
    growers: 36,
    villagers: 0,
    away: 2,
    slips: { lateOnly: 1, assisted: 1 },
  },
  {
    n: 8,
    name: '常兴镇粮果并进观摩班',
    host: '610326104',
    when: morning('2021-07-08'),
    routes: [third],
    towns: ['610326104'],
    growers: 27,
    villagers: 3,
    apart: [namesakes[0]!],
  },
  {
    n: 9,
    name: '汤峪镇乡村旅游观摩班',
    host: '610326103',
    when: morning('2021-07-22'),
    routes: [fifth],
    towns: ['610326103'],
    growers: 26,
    villagers: 3,
    away: 1,
    slips: { leftEarlyOnly: 1 },
  },
  {
    n: 10,
    name: '营头镇山区经营观摩班',
    host: '610326106',
    when: day('2021-08-05'),
    routes: [fifth],
    towns: ['610326106'],
    growers: 20,
    villagers: 3,
    along: 2,
  },
  {
    n: 11,
    name: '驻村干部实践教学班',
    host: organs.organisation,
    when: day('2021-09-02'),
    routes: [fourth, first],
    towns: [],
    growers: 27,
    villagers: 0,
    away: 1,
    apart: [movers.firstSecretary],
  },
  {
    n: 12,
    name: '齐镇社会治理观摩班',
    host: '610326107',
    when: morning('2021-09-09'),
    routes: [fourth],
    towns: ['610326107'],
    growers: 26,
    villagers: 3,
    slips: { lateEntries: 1 },
  },
  {
    n: 13,
    name: '集体经济现场教学班',
    host: organs.organisation,
    when: morning('2021-10-27'),
    routes: [fourth],
    towns: [],
    growers: 33,
    villagers: 2,
  },
  {
    n: 14,
    name: '槐芽镇集体经济观摩班',
    host: '610326102',
    when: morning('2021-10-28'),
    routes: [fourth],
    towns: ['610326102'],
    growers: 18,
    villagers: 3,
    apart: [namesakes[1]!],
  },
  {
    n: 15,
    name: '首善街道家风建设观摩班',
    host: '610326001',
    when: morning('2021-11-04'),
    routes: [first],
    towns: ['610326001'],
    growers: 27,
    villagers: 3,
    slips: { lateOnly: 1 },
  },
  {
    n: 16,
    name: '冬季果园管理观摩班',
    host: organs.agriculture,
    when: morning('2021-11-25'),
    routes: [second],
    towns: [],
    growers: 30,
    villagers: 3,
  },
];

/** Found to be signed by one hand from top to bottom, head count and all; declared void in December. */
export const oneHand: RouteClass = {
  n: 17,
  name: '农村电商实践班',
  host: '610326101',
  when: morning('2021-11-11'),
  routes: [fourth],
  towns: ['610326101'],
  growers: 26,
  villagers: 2,
};
