import { describe, expect, test } from '@jest/globals';
import { countYear, type BrokenRules, type YearCount } from '../check/count-year.js';
import { readYear, type ReadMark } from '../check/read-year.js';
import { afterImport } from '../year.js';
import { merged, movers, onBothRosters, unmerged } from './apart.js';
import { generateYear } from './index.js';
import { instructors } from './instructors.js';
import { lessons } from './demonstration.js';

const files = generateYear();
const year = readYear(files);
const count = countYear(year, afterImport);
const positive = ['到', '迟到', '早退'];
const marksOf = (code: string) => year.marks.filter(({ person }) => person === code);
const late = (mark: ReadMark) => daysBetween(year.sessions.get(mark.session)!.date, mark.recordedOn) > 3;

describe('the year 2021, counted straight from its files', () => {
  test("gives the county's line", () => {
    expect(count).toMatchObject({ batches: 118, sessionsHeld: 1773, visits: 13, backbone: 1260, demonstration: 71_838 });
    expect(count.demonstration).toBeGreaterThan(71_000);
    expect(count.demonstration).toBeLessThan(72_000);
    expect(count.demonstrationPublic).toBeGreaterThan(300);
    expect(count.other.registered).toBeGreaterThan(100);
    expect(count.other.declared).toBeGreaterThan(50);
  });

  /*
   * What the year holds so that a wrong rule shows. Each line breaks one rule and names the figures that must move.
   */
  const traps: [story: string, broken: BrokenRules, moves: (keyof YearCount)[]][] = [
    ['some only ever came late', { positives: ['到', '早退'] }, ['backbone']],
    ['some left their only half-day early', { positives: ['到', '迟到'] }, ['backbone']],
    ['some asked leave throughout, and one class was all leave', { positives: [...positive, '请假'] }, ['backbone', 'batches']],
    ['some were absent throughout', { positives: [...positive, '缺勤'] }, ['backbone']],
    [
      'some do not write and are marked before a witness',
      { leaveOut: ({ method }) => method === '代为登记' },
      ['backbone', 'demonstrationPublic'],
    ],
    ['some were entered from another sheet', { leaveOut: ({ method }) => method === '补录' }, ['backbone', 'demonstrationPublic']],
    ['late marks count', { leaveOut: late }, ['backbone']],
    ['late head counts count', { lateHeadsLost: true }, ['demonstration']],
    ['two classes were void', { voidClassesCount: true }, ['backbone', 'demonstration', 'batches']],
    [
      'half-days, and one class with all of its own, were rained off after people had signed',
      { cancelledSessionsCount: true },
      ['backbone', 'demonstration', 'batches', 'other'],
    ],
    ['guests sat in classes whose roster is closed', { rostersIgnored: true }, ['backbone']],
    ['a person entered twice was merged', { mergesIgnored: true }, ['backbone', 'demonstration']],
    ['another is still two people', { sameNameIsSamePerson: true }, ['backbone']],
    ['a class of several days is one person-time', { unitIsAlwaysSession: true }, ['backbone']],
    ['lessons and home visits are counted one by one', { unitIsAlwaysClass: true }, ['backbone', 'demonstration']],
    ['posts and membership are those of the day, not of December', { audienceOn: '2021-12-31' }, ['backbone', 'demonstration']],
    ['nor of January', { audienceOn: '2021-01-01' }, ['backbone']],
    ['home visits are no batch', { visitsAreBatches: true }, ['batches', 'sessionsHeld']],
    ['two runs sat together', { jointServesLeadOnly: true }, ['backbone', 'batches', 'other']],
    ['one person was on both their rosters', { jointCountsOnEveryRoster: true }, ['backbone']],
    ['one lesson was counted before most had come', { belowZeroCounts: true }, ['demonstration']],
    ['who is named is not declared as well', { headsAreNotReducedByNames: true }, ['demonstration', 'other']],
    ['heads at viewing points stay with the live classes', { declaredOfAllKindsIsDemonstration: true }, ['demonstration']],
    ['a class that nobody came to, and a village rained out', { heldByTimetable: true }, ['batches']],
    ['some came between the first call and the second', { firstCallOnly: true }, ['backbone']],
    ['some moved in the middle of the year', { pastUnitsForgotten: true }, ['registeredByTown']],
  ];
  test.each(traps)('%s', (_story, broken, moves) => {
    const other = countYear(year, afterImport, broken);
    for (const figure of moves) expect({ [figure]: other[figure] }).not.toEqual({ [figure]: count[figure] });
  });

  test('both records of the merged woman stand in one class and one session, in two kinds', () => {
    const both = marksOf(merged.kept.code).filter(({ session }) => marksOf(merged.from.code).some((mark) => mark.session === session));
    expect(new Set(both.map(({ session }) => session.slice(0, 2)))).toEqual(new Set(['ZT', 'SJ', 'SF']));
    expect(marksOf(unmerged.one.code).length * marksOf(unmerged.other.code).length).toBeGreaterThan(0);
  });

  test('36 and 35 are named where two runs sit together, with 75 in the room', () => {
    const named = year.marks
      .filter(({ session, status }) => session === 'ZT-2021-07 KC01' && positive.includes(status))
      .map(({ person }) => person);
    const third = year.rosters.get('ZT-2021-07')!;
    expect([named.filter((code) => third.has(code)).length, named.filter((code) => !third.has(code)).length]).toEqual([36, 35]);
    expect(year.heads.filter(({ session }) => session === 'ZT-2021-07 KC01').map(({ heads }) => heads)).toEqual([75]);
    expect(year.rosters.get('ZT-2021-08')!.has(onBothRosters.code)).toBe(true);
  });

  test('viewing points have sign-in lists and heads; assisted marks a reason and a witness', () => {
    expect(year.marks.filter(({ point }) => point).length).toBeGreaterThan(50);
    expect(year.heads.filter(({ point }) => point).length).toBeGreaterThanOrEqual(7);
    const assisted = year.marks.filter(({ method }) => method === '代为登记');
    expect(assisted.every(({ reason, witness }) => reason && witness)).toBe(true);
  });

  test('the villager who moved is at lessons of both villages', () => {
    const villages = marksOf(movers.villager.code).map(({ session }) => session.slice(8, 20));
    expect(new Set(villages)).toEqual(new Set([movers.villager.unit, movers.villager.moved!.to]));
  });
});

describe('the files', () => {
  test('keep to the size of a demo and name only what they hold', () => {
    expect(files.length).toBeLessThanOrEqual(40);
    expect(files.flatMap(({ sheets }) => sheets).reduce((rows, sheet) => rows + sheet.rows.length, 0)).toBeLessThan(15_000);
    expect(year.people.size).toBeGreaterThanOrEqual(800);
    expect(year.people.size).toBeLessThanOrEqual(900);
    expect(year.marks.filter(({ person, name }) => year.people.get(person)?.name !== name)).toEqual([]);
    expect([...year.marks, ...year.heads].filter(({ session }) => !year.sessions.has(session))).toEqual([]);
    expect([...year.rosters.values()].flatMap((codes) => [...codes]).filter((code) => !year.people.has(code))).toEqual([]);
    const signed = year.marks.map(({ session, person, slot }) => `${session} ${person} ${slot}`);
    expect(new Set(signed).size).toBe(signed.length);
    expect(files.every(({ sheets }) => sheets.every(({ rows }) => String(rows[0]![0]).includes('非眉县实际统计')))).toBe(true);
  });

  test('seat nobody and book no teacher in two places at once, but for the class that one hand signed', () => {
    const honest = year.marks.filter(({ session, status }) => positive.includes(status) && !session.startsWith('SFZ'));
    const places = new Map<string, Set<string>>();
    for (const { person, session } of honest) {
      const { date, part } = year.sessions.get(session)!;
      const key = `${person} ${date} ${part}`;
      places.set(key, (places.get(key) ?? new Set()).add(session));
    }
    expect([...places].filter(([, sessions]) => sessions.size > 1)).toEqual([]);
    const bookings = files
      .flatMap(({ sheets }) => sheets)
      .filter(({ name }) => name === '课表')
      .flatMap(({ rows }) =>
        rows.slice(2).flatMap((row) =>
          String(row[7])
            .split('、')
            .filter(Boolean)
            .map((code) => [code, JSON.stringify(row[2]), row[3]].join(' ')),
        ),
      );
    const lessonBookings = lessons.map(({ teacher, date, part }) => `${teacher.code} ${date} ${part}`);
    expect(repeated([...bookings, ...lessonBookings])).toEqual([]);
    expect(repeated(instructors.map(({ code }) => code))).toEqual([]);
  });

  test('hold no lesson in the Spring Festival, after 20 December or on a harvest morning', () => {
    const days = lessons.map(({ date }) => date);
    expect(days.filter((date) => (date >= '2021-02-10' && date <= '2021-02-18') || date > '2021-12-20')).toEqual([]);
    expect(lessons.filter(({ date, part }) => date >= '2021-06-01' && date <= '2021-06-12' && part === '上午')).toEqual([]);
    expect(lessons.filter(({ date, cancelled }) => date >= '2021-10-08' && date <= '2021-10-11' && !cancelled)).toEqual([]);
    expect(lessons.every(({ heads }) => heads <= 80)).toBe(true);
  });
});

function repeated(list: string[]): string[] {
  return [...new Set(list.filter((one, i) => list.indexOf(one) !== i))];
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
