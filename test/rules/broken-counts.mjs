// What is counted, how often, when, where and as whom, and why the rest is not: each rule broken, one at a time.
import { broken } from './broken.mjs';

const counting = 'libs/statistics/counting';
const audience = 'libs/people/audience.policy.ts';
const breakdowns = 'libs/people/breakdowns.policy.ts';
const cells = 'libs/statistics/compiling/cells.ts';
const countClass = `${counting}/count-class.ts`;
const declared = `${counting}/declared.policy.ts`;
const headCounts = `${counting}/head-counts.policy.ts`;
const leftOut = `${counting}/left-out.ts`;
const personTimes = `${counting}/person-times.ts`;
const touched = `${counting}/touched-units.ts`;
const unit = 'libs/courses/counting-unit.policy.ts';
const unitOn = 'libs/people/unit-on.policy.ts';

const unnamed = 'Math.max(sumOf(one.places, which) - one.named, 0)';
const nowhere = "if (touched.size === 0) touch(place.host, '*');";

export const brokenCounts = [
  broken('2', 'a class of several days counts each of them', [unit, 'kindFacts(kind).countingUnit', "(kindFacts(kind), 'session')"]),
  broken('2', 'lessons of one village are one', [unit, 'kindFacts(kind).countingUnit', "(kindFacts(kind), 'class')"]),
  broken('2', 'people of several villages are added up', [
    'libs/statistics/recounting/people-tally.ts',
    'if (this.metIn[id] === count) continue;',
    '',
  ]),
  broken('2', 'home visits are counted by class', [unit, "deliveryMode === 'homeVisit' ? 'session' : ", '']),

  broken(
    '3',
    'who is named is declared as well',
    [declared, unnamed, 'sumOf(one.places, which)'],
    [declared, 'Math.max(room[which] - (one.namedAt.get(room.place) ?? 0), 0)', 'room[which]'],
  ),
  broken('3', 'only who is named in the session is taken off, not in the class', [countClass, "if (unit === 'class') {", 'if (false) {']),
  broken('3', 'only who is named of the lead class is taken off', [
    countClass,
    'for (const served of one.session.classIds)',
    'for (const served of [one.leadClassId ?? 0])',
  ]),
  broken('3', 'the last session declares, not the largest', [
    declared,
    'unnamed(best, which) >= unnamed(one, which) ? best : one',
    'false ? best : one',
  ]),
  broken('3', 'of equals the last declares', [
    declared,
    'unnamed(best, which) >= unnamed(one, which)',
    'unnamed(best, which) > unnamed(one, which)',
  ]),
  broken('3', 'every session of a class declares', [declared, "if (unit === 'session')", 'if (true)']),
  broken('3', 'the rooms of a lecture are not added up', [
    declared,
    unnamed,
    'Math.max(Math.max(0, ...one.places.map((room) => room[which])) - one.named, 0)',
  ]),
  broken('3', 'heads count before they are verified', [headCounts, 'aside: !one.verified', 'aside: false']),
  broken('3', 'what waits is told whole, not what it would add', [
    declared,
    "gain(unnamed(hoped, 'all'), unnamed(sure, 'verified'))",
    "unnamed(hoped, 'all')",
  ]),

  broken('6', 'heads at a viewing point are the host’s', [
    touched,
    'session.viewingPoints.find((point) => point.id === place)?.forUnitId ?? ',
    '',
  ]),
  broken('6', 'heads at a viewing point count nothing', [
    headCounts,
    '[0, ...session.viewingPoints.map((point) => point.id).sort((a, b) => a - b)]',
    '[0]',
  ]),
  broken('清点人次在各收看点间的分摊', 'who is named elsewhere is taken off the viewing points first', [
    declared,
    'sort(([a], [b]) => b - a)',
    'sort(([a], [b]) => a - b)',
  ]),

  broken('7', 'the last attendance dates a person-time', [personTimes, 'if (!times.has(key))', 'if (true)']),
  broken('7', 'the last session dates a batch', [countClass, 'mine.find((one) => one.held)', 'mine.findLast((one) => one.held)']),
  broken('7', 'of the sessions of a day the one planned first is the first', [
    `${counting}/world.ts`,
    'dayPartOrder[a.dayPart] - dayPartOrder[b.dayPart] || ',
    '',
  ]),
  broken('7', 'attendances are of the day of their person-time', [countClass, 'date: session.date, audience', 'date: time.date, audience']),

  broken('8', 'the venue is always the host', [personTimes, 'session.siteUnitId ?? owner.hostUnitId', 'owner.hostUnitId']),
  broken('8', 'whom a session is for is not asked', [touched, '?? session.forUnitId ??', '??']),
  broken('8', 'the village of a class is not asked', [touched, 'owner.villageId ?? ', '']),
  broken('8', 'a batch counts in its town once a village', [
    cells,
    'for (const cell of cells) touched.add(cell);',
    'for (const cell of cells) cell[measure] += sign;',
  ]),
  broken('8', 'heads touch nothing', [touched, "for (const unitId of headUnits) touch(unitId, '*');", '']),
  broken('8', 'heads that nobody verified touch a unit', [countClass, '.filter((place) => place.verified > 0)', '']),
  broken('8', 'people of other classes touch nothing', [
    countClass,
    'everybodyAt(one, folded)',
    'everybodyAt({ ...one, session: { ...one.session, classIds: [owner.id] } }, folded)',
  ]),
  broken('8', 'what touched nobody is nowhere', [touched, nowhere, '']),
  broken('机构', 'an organ has no figures', [cells, "level === 'organ' ? found.organs", "level === 'organ' ? []"]),
  broken('受众筛选下', 'whoever they were, batches and sessions touched only everybody', [touched, 'touch(where.trainee, audience);', '']),

  broken('9', 'people are counted where they live now', [
    unitOn,
    '(units.findLast((entry) => entry.from <= date) ?? units[0])?.unitId ?? fallback',
    '(date, units.at(-1)?.unitId ?? fallback)',
  ]),
  broken('第一条单位记录之前', 'before the first entry they lived where they do now', [
    unitOn,
    '(units.findLast((entry) => entry.from <= date) ?? units[0])?.unitId',
    'units.findLast((entry) => entry.from <= date)?.unitId',
  ]),
  broken('9', 'a post counts before it is held', [audience, 'from <= date && (to === null', '(to === null']),
  broken('9', 'a post counts after it was held', [audience, '(to === null || date <= to)', 'true']),
  broken('9', 'members come before cadres', [
    audience,
    "if (holds(cadre)) return 'cadre';",
    "if (holds(cadre) && person.partyFrom === null) return 'cadre';",
  ]),
  broken('9', 'the backbone comes before members', [
    audience,
    'if (person.partyFrom !== null',
    'if (!holds(backbone) && person.partyFrom !== null',
  ]),
  broken('9', 'who has left the party is a member', [audience, '(person.partyUntil === null || date <= person.partyUntil)', 'true']),
  broken('9', 'who has yet to join is a member', [audience, ' && person.partyFrom <= date', '']),
  broken('9', 'people are as old as they are now', [breakdowns, 'fullYears(person.born, date)', "fullYears(person.born, '2022-06-01')"]),
  broken('9', 'whoever did not say is a man', [breakdowns, 'person.gender === null ? null : ', '']),

  broken('13', 'home visits are batches', [countClass, "const visits = owner.deliveryMode === 'homeVisit';", 'const visits = false;']),
  broken('13', 'a class is a batch before anything was held', [countClass, 'mine.find((one) => one.held)', 'mine[0]']),

  broken('未计入的都有原因', 'heads of sessions that do not declare are said to be named', [
    leftOut,
    "counted.declaring.has(session.id) ? 'headsNamed' : 'headsNotLargest'",
    "'headsNamed'",
  ]),
  broken('未计入的都有原因', 'a person is left out once for each mark', [
    leftOut,
    'reasons.set(`${personId}/${reason}`,',
    'reasons.set(String(reasons.size),',
  ]),
  broken('未计入的都有原因', 'who is provisionally absent is simply absent', [
    leftOut,
    'if (!presence.positive && presence.disputed)',
    'if (false)',
  ]),
  broken('未计入的都有原因', 'walk-ins of a class that was called off are forgotten', [leftOut, '[goneAs(owner), gone]', '']),
  broken('未计入的都有原因', 'heads that wait at a cancelled session are forgotten', [
    leftOut,
    "sum('unverified') + Math.max(sumOf(idlePlaces, 'all') - idle, 0)",
    "sum('unverified')",
  ]),
];
