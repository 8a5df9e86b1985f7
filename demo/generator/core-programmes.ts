import { cast, fullDays, peopleOf, sessionsOf } from './cast.js';
import type { ClassBook, HeadCount, Mark } from './class-book.js';
import { organs, type Person } from './people.js';
import { merged } from './apart.js';
import { Random } from './random.js';
import { signIn, type SignInPlan } from './sign-in.js';

/** 主体班次: three runs of three days each. Whoever comes to one half-day or to six is one person-time. */
const series = '农村党员干部能力提升主体班';

interface CoreRun {
  code: string;
  name: string;
  run: number;
  from: string;
  topics: string[];
  attendees: (random: Random) => Person[];
  absentees: (random: Random) => Person[];
  slips: Omit<SignInPlan, 'sessions' | 'attendees' | 'absentees'>;
}

const secretaries = peopleOf(['villageSecretary']);
const posted = peopleOf(['firstSecretary', 'stationedTeamMember', 'selectedGraduate']);
const committee = peopleOf(['villageCommitteeMember']);

const runs: CoreRun[] = [
  {
    code: 'ZT-2021-01',
    name: '眉县2021年巩固脱贫攻坚成果专题培训班',
    run: 1,
    from: '2021-03-16',
    topics: ['党建引领乡村发展', '防返贫监测与帮扶', '村级组织规范运行', '现场教学:革命传统', '产业发展与联农带农', '分组研讨与总结'],
    attendees: (random) => cast(random, 84, secretaries, fullDays('2021-03-16', 3)),
    absentees: (random) => cast(random, 2, secretaries, fullDays('2021-03-16', 3)),
    slips: { lateOnly: 2, leftEarlyOnly: 1, assisted: 1, lateEntries: 2 },
  },
  {
    code: 'ZT-2021-02',
    name: '眉县2021年助推乡村振兴专题培训班',
    run: 2,
    from: '2021-07-13',
    topics: [
      '乡村振兴政策解读',
      '农村人居环境整治',
      '现场教学:人居环境与家风',
      '基层治理与矛盾化解',
      '村务公开与民主协商',
      '经验交流与总结',
    ],
    attendees: (random) => [
      merged.kept,
      ...cast(random, 36, posted, fullDays('2021-07-13', 3)),
      ...cast(random, 45, committee, fullDays('2021-07-13', 3)),
    ],
    absentees: (random) => cast(random, 3, committee, fullDays('2021-07-13', 3)),
    slips: { lateOnly: 0, leftEarlyOnly: 0 },
  },
  {
    code: 'ZT-2021-03',
    name: '眉县2021年发展壮大村集体经济专题培训班',
    run: 3,
    from: '2021-11-16',
    topics: ['集体经济政策与路径', '集体资产管理与监督', '现场教学:集体经济与电商', '果业品牌与市场', '财务与合同常识', '分组研讨与总结'],
    attendees: (random) => [
      ...cast(random, 58, secretaries, fullDays('2021-11-16', 3)),
      ...cast(
        random,
        26,
        peopleOf(['prosperityLeader', 'reserveCadre']).filter((person) => person.party !== undefined || person.posts.length > 0),
        fullDays('2021-11-16', 3),
      ),
    ],
    absentees: (random) => cast(random, 2, secretaries, fullDays('2021-11-16', 3)),
    slips: { lateOnly: 1, leftEarlyOnly: 2, lateEntries: 1 },
  },
];

export const coreProgrammes: ClassBook[] = runs.map((one) => {
  const random = new Random(one.code);
  const when = fullDays(one.from, 3);
  const sessions = sessionsOf(one.code, when, one.topics, (i) => ({
    instructors: i === 5 ? ['JS-ZJ1'] : [i % 2 ? 'JS-ZJ2' : 'JS-ZJ1', ...(i === 1 ? ['JS-JS6'] : [])],
    ...(one.topics[i]!.startsWith('现场教学')
      ? { site: { 1: 'XC-01', 2: 'XC-02', 3: 'XC-08' }[one.run]! }
      : { place: '县委组织部培训教室' }),
  }));
  const attendees = one.attendees(random);
  const absentees = one.absentees(random);
  const marks = signIn(random, { sessions, attendees, absentees, ...one.slips });
  return {
    plan: {
      code: one.code,
      name: one.name,
      kind: '专题课',
      roster: '封闭',
      hosts: [organs.organisation, organs.agriculture],
      delivering: organs.organisation,
      series,
      run: one.run,
      core: true,
      from: when[0]!.date,
      to: when.at(-1)!.date,
      contact: '县委组织部干部教育科',
    },
    sessions,
    roster: [...attendees, ...absentees],
    marks: one.run === 1 ? withSecondCall(marks) : marks,
    headCounts: one.run === 3 ? [roomCount(one.code, one.from, attendees.length + 2)] : [],
  };
});

/**
 * The first morning of run 1 was called twice. Whoever came between the calls is absent in the first and there in the second;
 * for the last of the roster's attendees that second call is all there is.
 */
function withSecondCall(marks: Mark[]): Mark[] {
  const first = marks.filter(({ session }) => session.code === 'KC01');
  const late = new Set(
    first
      .filter(({ status }) => status === '到')
      .slice(-3)
      .map(({ person }) => person),
  );
  const only = [...late].at(-1);
  return marks.flatMap((mark): Mark[] => {
    if (mark.session.code !== 'KC01') return mark.person === only ? [{ ...mark, status: '请假' }] : [mark];
    if (late.has(mark.person))
      return [
        { ...mark, slot: 1, status: '缺勤' },
        { ...mark, slot: 2 },
      ];
    return [
      { ...mark, slot: 1 },
      { ...mark, slot: 2 },
    ];
  });
}

function roomCount(classCode: string, date: string, heads: number): HeadCount {
  return { classCode, sessionCode: 'KC01', heads, method: '清点', by: '班主任', recordedOn: date };
}
