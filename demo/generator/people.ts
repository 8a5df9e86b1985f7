import type { PositionKind } from '#contract';
import { addDays } from './dates.js';
import { nameFor, type Gender } from './names.js';
import { Random } from './random.js';
import { roleFacts, type Role } from './roles.js';
import { communities, countyCode, villages, type Village } from './villages.js';

export interface Post {
  kind: PositionKind;
  from: string;
  until?: string;
}

export interface Person {
  code: string;
  name: string;
  role: Role;
  /** Where the person belongs at the start of the year. */
  unit: string;
  gender: Gender;
  born: string;
  nation: string;
  schooling: string;
  /** Joined the Party on this day. */
  party?: string;
  posts: Post[];
  phone?: string;
  /** Since when in `unit`; only for those who move in the year, so that the first file can be read again after the second. */
  since?: string;
  moved?: { to: string; on: string };
}

/** Villages that keep a sign-in list at some lessons: their plain villagers are in the register. */
export const signInVillages = villages.filter((_, i) => i % 7 === 0 || i % 7 === 2).slice(0, 24);

/** County organs that host classes and post team members to villages; their codes are those of `demo/units/organs.csv`. */
export const organs = {
  organisation: '610326-O01',
  agriculture: '610326-O03',
  employment: '610326-O04',
  media: '610326-O05',
  kiwifruitCollege: '610326-O06',
};

/** Committees were elected between 2021-01-08 and 2021-01-27; the older term had begun in 2018. */
const electionDay = (i: number) => addDays('2021-01-08', (i * 7) % 20);

const taken = new Set<string>();
/** One register of names for the whole county: those who share a name do so in `apart.ts`, on purpose. */
export const namesTaken = taken;

export const people: Person[] = (() => {
  const random = new Random('people');
  const list: Person[] = [];
  const add = (role: Role, unit: string, extra: Partial<Person> = {}) => list.push(personOf(random, list.length + 1, role, unit, extra));
  const elected = (kind: PositionKind, i: number, fresh: boolean): Post[] => [
    fresh ? { kind, from: electionDay(i) } : { kind, from: `2018-${i % 2 ? '03' : '04'}-${10 + (i % 18)}` },
  ];

  villages.forEach((village, i) => {
    const fresh = i % 3 === 0;
    add('villageSecretary', village.code, { posts: elected('villageSecretary', i, fresh) });
    if (i % 9 === 0)
      add('partyMember', village.code, { born: `195${4 + (i % 6)}-0${1 + (i % 9)}-12`, gender: '男', posts: [formerSecretary(i)] });
    for (const n of [0, 1]) add('villageCommitteeMember', village.code, { posts: elected('villageCommitteeMember', i, (i + n) % 4 === 0) });
    for (const role of rolesOf(i)) add(role, village.code, { posts: postsOf(random, role) });
    const villagers = signInVillages.includes(village) ? 6 : i % 4 === 3 ? 0 : 1;
    for (let n = 0; n < villagers; n++) add('villager', village.code);
  });
  communities.forEach((community, i) => {
    for (const n of [0, 1]) add('villageCommitteeMember', community.code, { posts: elected('villageCommitteeMember', i, n === 0) });
  });
  for (const organ of Object.values(organs))
    add('stationedTeamMember', organ, { posts: [{ kind: 'stationedTeamMember', from: '2020-05-08' }] });
  for (let n = 0; n < 3; n++) add('stationedTeamMember', countyCode, { posts: [{ kind: 'stationedTeamMember', from: '2020-05-08' }] });
  return list;
})();

/** Who lives in the i-th village besides its secretary and committee. */
function rolesOf(i: number): Role[] {
  const roles: Role[] = ['backbone', 'partyMember'];
  if (i % 5 !== 0) roles.push('prosperityLeader');
  if (i % 2 === 0) roles.push('agriTechnician');
  if (i % 6 === 1) roles.push('partyMember');
  if (i % 4 === 1) roles.push('reserveCadre');
  if (i % 11 === 3) roles.push('selectedGraduate');
  if (i % 4 === 0) roles.push('firstSecretary', 'stationedTeamMember');
  return roles;
}

function formerSecretary(i: number): Post {
  return { kind: 'villageSecretary', from: '2015-03-16', until: addDays(electionDay(i), -1) };
}

function postsOf(random: Random, role: Role): Post[] {
  if (role === 'partyMember' || role === 'villager' || role === 'apart') return [];
  const year = role === 'selectedGraduate' ? 2020 : random.int(2017, 2020);
  const first: Post = { kind: role, from: `${year}-0${random.int(3, 9)}-${random.int(10, 28)}` };
  return role === 'agriTechnician' && random.chance(0.2) ? [first, { kind: 'backbone', from: '2020-03-12' }] : [first];
}

export function personOf(random: Random, number: number, role: Role, unit: string, extra: Partial<Person> = {}): Person {
  const facts = roleFacts[role];
  const gender: Gender = extra.gender ?? (random.chance(facts.women) ? '女' : '男');
  const born = extra.born ?? `${random.int(...facts.born)}-${pad(random.int(1, 12), 2)}-${pad(random.int(1, 28), 2)}`;
  const joined = Math.min(2019, Number(born.slice(0, 4)) + random.int(21, 34));
  const member = random.chance(facts.members);
  const phoned = random.chance(0.6);
  return {
    code: `MX-${pad(number, 5)}`,
    name: extra.name ?? nameFor(random, gender, taken),
    role,
    unit,
    gender,
    born,
    nation: random.chance(0.015) ? random.pick(['回族', '满族', '蒙古族']) : '汉族',
    schooling: random.pick(facts.schooling),
    // Party members join around 1 July more often than not.
    ...(member ? { party: `${joined}-${random.pick(['07-01', '06-28', '12-20', '11-16'])}` } : {}),
    posts: [],
    // The prefix 1990000 marks a number as invented; no subscriber has it.
    ...(phoned ? { phone: `1990000${pad(number, 4)}` } : {}),
    ...extra,
  };
}

export function villagersOf(village: Village, roles: Role[]): Person[] {
  return people.filter((person) => person.unit === village.code && roles.includes(person.role));
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0');
}
