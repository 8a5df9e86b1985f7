import { nameFor } from './names.js';
import { namesTaken, personOf, type Person } from './people.js';
import { Random } from './random.js';

/**
 * People whose year has something that counting must get right. Their numbers begin at MX-00901.
 * None of them is drawn into a class by chance: what they attend is written where it happens.
 */
const random = new Random('apart');
let number = 900;
const add = (unit: string, extra: Partial<Person>): Person => personOf(random, ++number, 'apart', unit, extra);
const woman = (unit: string, extra: Partial<Person> = {}) => add(unit, { gender: '女', ...extra });
const man = (unit: string, extra: Partial<Person> = {}) => add(unit, { gender: '男', ...extra });

const twice = nameFor(random, '女', namesTaken);
const again = nameFor(random, '男', namesTaken);
const namesake = nameFor(random, '男', namesTaken);

/** One woman entered twice, by the village and by the town; the two records are merged after the import. */
export const merged = (() => {
  const born = '1979-04-11';
  const kept = woman('610326101204', {
    name: twice,
    born,
    party: '2008-07-01',
    phone: '19900000901',
    posts: [{ kind: 'villageCommitteeMember', from: '2018-04-12' }],
  });
  const from = woman('610326101204', { name: twice, born, party: '2008-07-01', phone: '19900000901' });
  return { kept, from };
})();

/** One man entered twice, still two people in the register: work for whoever looks for duplicates. */
export const unmerged = (() => {
  const born = '1971-09-23';
  const one = man('610326105210', { name: again, born, phone: '19900000903', posts: [{ kind: 'prosperityLeader', from: '2019-05-20' }] });
  const other = man('610326105210', {
    name: again,
    born,
    phone: '19900000903',
    schooling: '',
    posts: [{ kind: 'backbone', from: '2019-05-20' }],
  });
  return { one, other };
})();

/** Elected at the by-election of 25 April: public in March, cadre in May. */
export const byElected = [
  woman('610326107207', { posts: [{ kind: 'villageCommitteeMember', from: '2021-04-25' }] }),
  man('610326103212', { posts: [{ kind: 'villageCommitteeMember', from: '2021-04-25' }] }),
];
/** A plain villager until the town names him a leader of his trade on 1 June. */
export const namedLeader = man('610326104218', { posts: [{ kind: 'prosperityLeader', from: '2021-06-01' }] });
/** Joins the Party on 1 July. */
export const newMember = woman('610326106200', { born: '1990-02-03', party: '2021-07-01' });
/** Not a Party member; on the committee until the election of January. */
export const votedOut = man('610326102204', { posts: [{ kind: 'villageCommitteeMember', from: '2018-03-20', until: '2021-01-25' }] });

/** Move to another town in the middle of the year. */
export const movers = {
  villager: woman('610326105200', { since: '2015-03-01', moved: { to: '610326101200', on: '2021-06-15' } }),
  backbone: man('610326107220', {
    since: '2012-08-01',
    moved: { to: '610326001207', on: '2021-08-01' },
    posts: [{ kind: 'backbone', from: '2018-05-04' }],
  }),
  firstSecretary: man('610326106210', {
    since: '2019-06-01',
    moved: { to: '610326103205', on: '2021-05-20' },
    party: '2004-07-01',
    schooling: '本科',
    posts: [{ kind: 'firstSecretary', from: '2019-06-01' }],
  }),
};

/** Old or frail members who are taught at home. */
export const taughtAtHome = [
  man('610326001205', { born: '1938-10-02', party: '1961-07-01' }),
  woman('610326001208', { born: '1941-03-17', party: '1966-06-28' }),
  man('610326001214', { born: '1945-12-08', party: '1970-07-01' }),
];

/** Members who sat down in a class whose roster does not have them. */
export const offRoster = [man('610326105206', { party: '1999-07-01' }), woman('610326102211', { party: '2011-06-28' })];

/** On the rosters of both runs that sit together. */
export const onBothRosters = man('610326105214', { posts: [{ kind: 'agriTechnician', from: '2018-09-10' }] });

/** Two men of one name who are not one man. */
export const namesakes = [
  man('610326104220', { name: namesake, born: '1968-05-30' }),
  man('610326102205', { name: namesake, born: '1987-11-14', posts: [{ kind: 'backbone', from: '2019-04-08' }] }),
];

export const peopleApart: Person[] = [
  merged.kept,
  merged.from,
  unmerged.one,
  unmerged.other,
  ...byElected,
  namedLeader,
  newMember,
  votedOut,
  movers.villager,
  movers.backbone,
  movers.firstSecretary,
  ...taughtAtHome,
  ...offRoster,
  onBothRosters,
  ...namesakes,
];
