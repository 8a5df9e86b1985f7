import { cast, engage, growersOf, isFree, peopleOf, villagersIn, type HalfDay } from './cast.js';
import type { ClassBook, HeadCount, Mark, SessionPlan } from './class-book.js';
import { byElected } from './apart.js';
import { organs, type Person } from './people.js';
import { Random } from './random.js';
import { signIn } from './sign-in.js';
import { villageOf } from './villages.js';

/**
 * 直播课堂: six live runs. Where villagers gather before one screen, those who sign are on the list of the viewing point
 * and the others are only counted there.
 */
interface LiveRun {
  run: number;
  name: string;
  when: HalfDay[];
  topics: string[];
  instructors: string[];
  growers: number;
  villagers: number;
  /** Villages with a viewing point, and the heads before each screen. */
  points: [village: string, heads: number][];
  /** People in the studio itself, if it was counted. */
  studio?: number;
}

const evening = (...dates: string[]): HalfDay[] => dates.map((date) => ({ date, part: '晚上' as const }));

const runs: LiveRun[] = [
  {
    run: 1,
    name: '猕猴桃冬季管理',
    when: evening('2021-01-28'),
    topics: ['冬剪清园与溃疡病排查'],
    instructors: ['JS-ZJ4'],
    growers: 35,
    villagers: 9,
    points: [],
  },
  {
    run: 2,
    name: '春季防冻与花前管理',
    when: evening('2021-03-25'),
    topics: ['倒春寒预防与花前肥水'],
    instructors: ['JS-JS1'],
    growers: 28,
    villagers: 10,
    points: [
      ['610326101200', 32],
      ['610326107207', 28],
      ['610326103212', 24],
    ],
  },
  {
    run: 3,
    name: '夏季管理与果园防灾',
    when: evening('2021-06-24'),
    topics: ['套袋技术与日灼防治'],
    instructors: ['JS-JS2'],
    growers: 33,
    villagers: 9,
    points: [],
  },
  {
    run: 4,
    name: '农产品直播销售',
    when: evening('2021-08-12', '2021-08-13'),
    topics: ['短视频拍摄与账号运营', '直播销售实操与售后'],
    instructors: ['JS-ZJ6'],
    growers: 30,
    villagers: 10,
    points: [
      ['610326105210', 30],
      ['610326104200', 26],
    ],
    studio: 22,
  },
  {
    run: 5,
    name: '秋季采收与贮藏',
    when: evening('2021-09-16'),
    topics: ['采收标准与入库预冷'],
    instructors: ['JS-JS3'],
    growers: 28,
    villagers: 8,
    points: [],
  },
  {
    run: 6,
    name: '冬季果园与创业政策',
    when: evening('2021-12-09'),
    topics: ['基肥冬灌与创业扶持政策'],
    instructors: ['JS-ZJ5'],
    growers: 30,
    villagers: 10,
    points: [
      ['610326102211', 34],
      ['610326106200', 27],
    ],
  },
];

export const onlineClasses: ClassBook[] = runs.map((one) => {
  const random = new Random(`live ${one.run}`);
  const code = `WL-2021-0${one.run}`;
  const points = one.points.map(([unit]) => ({ name: `${villageOf(unit).name}收看点`, unit }));
  const sessions = one.when.map((half, i): SessionPlan => ({
    classCode: code,
    code: `ZB0${i + 1}`,
    ...half,
    topic: one.topics[i]!,
    instructors: one.instructors,
    place: one.studio ? '眉县猕猴桃学院直播间' : '线上直播',
    ...(points.length > 0 ? { points } : {}),
  }));
  const seated = points.map(({ unit }) => [unit, seatsAt(random, unit, one)] as const);
  const here = seated.flatMap(([, list]) => list);
  const others = [
    ...cast(
      random,
      one.growers - here.filter(({ role }) => role !== 'villager' && role !== 'apart').length,
      growersOf().filter((p) => !here.includes(p)),
      one.when,
    ),
    ...cast(
      random,
      one.villagers - here.filter(({ role }) => role === 'villager').length,
      villagersIn().filter((p) => !here.includes(p)),
      one.when,
    ),
  ];
  const spread = others.map((person, i) => [person, points.length === 0 ? undefined : roomOf(i, one, points)] as const);
  const pointOf = new Map<Person, string | undefined>([
    ...spread,
    ...seated.flatMap(([unit, list]) => list.map((person) => [person, points.find((point) => point.unit === unit)!.name] as const)),
  ]);
  const attendees = [...others, ...here];
  const marks = signIn(random, { sessions, attendees, lateOnly: one.run % 2, assisted: points.length > 0 ? 1 : 0 });
  return {
    plan: {
      code,
      name: `眉县2021年直播课堂第${one.run}期:${one.name}`,
      kind: '网络课',
      delivery: '直播',
      roster: '开放',
      hosts: [one.run < 5 ? organs.kiwifruitCollege : organs.employment],
      delivering: organs.media,
      series: '眉县直播课堂',
      run: one.run,
      from: one.when[0]!.date,
      to: one.when.at(-1)!.date,
      contact: '直播课堂值班',
    },
    sessions,
    roster: [],
    marks: marks.map((mark): Mark => ({ ...mark, ...(pointOf.get(mark.person) ? { point: pointOf.get(mark.person) } : {}) })),
    headCounts: sessions.flatMap((session, i) => countsOf(session, one, i)),
  };
});

/** People of the village itself, who sit before its screen. */
function seatsAt(random: Random, unit: string, one: LiveRun): Person[] {
  const own = [...growersOf([unit.slice(0, 9)]), ...peopleOf(['villager'], [unit.slice(0, 9)])].filter(
    (person) => person.unit === unit && isFree(person, one.when),
  );
  // In March the two who will be elected in April are still plain villagers.
  const apart = byElected.filter((person) => one.run === 2 && person.unit === unit);
  const list = [...random.shuffle(own).slice(0, 4), ...apart];
  engage(list, one.when);
  return list;
}

/** Others go to the screen that is nearest; where there is a studio, every third sits in it. */
function roomOf(i: number, one: LiveRun, points: { name: string }[]): string | undefined {
  return one.studio && i % 3 === 0 ? undefined : points[i % points.length]!.name;
}

function countsOf(session: SessionPlan, one: LiveRun, i: number): HeadCount[] {
  const base = { classCode: session.classCode, sessionCode: session.code, method: '清点' as const, recordedOn: session.date };
  const rooms = one.points.map(([unit, heads]) => ({
    ...base,
    point: `${villageOf(unit).name}收看点`,
    heads: heads - 3 * i,
    by: '村文书',
  }));
  return one.studio ? [...rooms, { ...base, heads: one.studio + i, by: '直播间值班' }] : rooms;
}
