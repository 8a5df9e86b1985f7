import { merged, newMember, votedOut } from './apart.js';
import { fullDays, type HalfDay } from './cast.js';
import type { Person } from './people.js';
import type { SignInPlan } from './sign-in.js';

/** Featured courses on kiwifruit and cherry, each for the towns that grow them. */
export interface ProductCourse {
  code: string;
  name: string;
  series: string;
  run: number;
  when: HalfDay[];
  towns: string[];
  topics: string[];
  instructors: string[];
  site?: string;
  growers: number;
  villagers: number;
  /** On the roster, never there. */
  away: number;
  /** People whose part is written by hand. */
  apart?: Person[];
  slips?: Omit<SignInPlan, 'sessions' | 'attendees' | 'absentees'>;
}

const south = ['610326001', '610326101', '610326102', '610326103', '610326105', '610326107'];
const north = ['610326104'];
export const kiwifruit = '猕猴桃标准化管理技术班';
const cherry = '大樱桃提质增效技术班';

export const courses: ProductCourse[] = [
  {
    code: 'ZT-2021-04',
    name: '大樱桃花期防冻与授粉技术班',
    series: cherry,
    run: 1,
    when: fullDays('2021-03-29', 2),
    towns: north,
    topics: ['花期防冻', '授粉与疏花', '棚室管理', '现场答疑'],
    instructors: ['JS-JS1'],
    site: 'XC-11',
    growers: 26,
    villagers: 9,
    away: 2,
    slips: { lateOnly: 1, assisted: 1 },
  },
  {
    code: 'ZT-2021-05',
    name: '猕猴桃标准化管理技术班第一期',
    series: kiwifruit,
    run: 1,
    when: fullDays('2021-03-10', 2),
    towns: south,
    topics: ['春季肥水', '溃疡病防控', '晚霜预防', '现场实操'],
    instructors: ['JS-JS5', 'JS-ZJ3'],
    growers: 31,
    villagers: 8,
    away: 1,
    apart: [merged.kept, merged.from],
    slips: { leftEarlyOnly: 1, lateEntries: 1 },
  },
  {
    code: 'ZT-2021-06',
    name: '猕猴桃标准化管理技术班第二期',
    series: kiwifruit,
    run: 2,
    when: fullDays('2021-04-20', 2),
    towns: south,
    topics: ['疏蕾技术', '花粉制备', '授粉器具', '现场实操'],
    instructors: ['JS-JS1'],
    site: 'XC-14',
    growers: 30,
    villagers: 8,
    away: 2,
    slips: { lateOnly: 1, leftEarlyOnly: 1 },
  },
  {
    code: 'ZT-2021-09',
    name: '果品电商营销技术班',
    series: '农村电商技术班',
    run: 1,
    when: fullDays('2021-08-18', 2),
    towns: [],
    topics: ['网店开设', '短视频带货', '物流与售后', '案例点评'],
    instructors: ['JS-ZJ6', 'JS-JS4'],
    site: 'XC-22',
    growers: 29,
    villagers: 8,
    away: 2,
    apart: [votedOut],
    slips: { lateOnly: 1, assisted: 1 },
  },
  {
    code: 'ZT-2021-10',
    name: '猕猴桃采收贮藏技术班',
    series: '猕猴桃采后技术班',
    run: 1,
    when: fullDays('2021-09-14', 2),
    towns: south,
    topics: ['采收标准', '分级包装', '入库预冷', '现场实操'],
    instructors: ['JS-JS3'],
    site: 'XC-15',
    growers: 28,
    villagers: 7,
    away: 1,
    apart: [newMember],
    slips: { leftEarlyOnly: 1 },
  },
  {
    code: 'ZT-2021-11',
    name: '大樱桃秋季管理技术班',
    series: cherry,
    run: 2,
    when: fullDays('2021-10-20', 1),
    towns: north,
    topics: ['秋施基肥', '树形改造'],
    instructors: ['JS-JS5'],
    site: 'XC-11',
    growers: 24,
    villagers: 8,
    away: 1,
    slips: { lateEntries: 1 },
  },
];

/** Called off on the first morning, when a rainstorm came: 18 had signed already. */
export const calledOff: ProductCourse = {
  code: 'ZT-2021-12',
  name: '猕猴桃秋季防病技术班',
  series: '猕猴桃防病技术班',
  run: 1,
  when: fullDays('2021-08-30', 1).slice(0, 1),
  towns: south,
  topics: ['褐斑病防控'],
  instructors: ['JS-JS2'],
  growers: 18,
  villagers: 4,
  away: 12,
};
/** Fell into the last days of bagging: everybody asked leave, so it was never held. */
export const nobodyCame: ProductCourse = {
  code: 'ZT-2021-13',
  name: '果园机械使用技术班',
  series: '果园机械技术班',
  run: 1,
  when: fullDays('2021-07-02', 1),
  towns: ['610326107'],
  topics: ['割草机与喷药机', '安全与保养'],
  instructors: ['JS-ZJ3'],
  growers: 0,
  villagers: 0,
  away: 12,
};
