import { describe, expect, test } from '@jest/globals';
import { readYear, type ReadYear } from '../check/read-year.js';
import { addDays, isoWeekOf } from './dates.js';
import type { YearFiles } from './files.js';
import { demoInstructorCode } from '../accounts.js';
import { generateWeek } from './index.js';

// New Year, a leap day, and years with a 53rd week: the week that 2021 began in is the last of 2020.
const days = ['2025-03-05', '2025-12-30', '2028-02-29', '2026-11-23', '2026-12-31', '2021-01-01'];

/** Sessions by date, as text, with their class and who teaches. */
function timetable(files: YearFiles): [date: string, row: string][] {
  const rows =
    files
      .flatMap(({ sheets }) => sheets)
      .find(({ name }) => name === '课表')
      ?.rows.slice(2) ?? [];
  return rows.map((row) => [(row[2] as { date: string }).date, JSON.stringify(row)]);
}

const read = (today: string): ReadYear => readYear(generateWeek(today));
const thereIn = (week: ReadYear) => ({
  classes: new Set(week.classes.keys()),
  sessions: new Set([...week.sessions.keys()].map((key) => key.replace(' ', '/'))),
});

describe('this week', () => {
  test.each(days)('around %s gives every day to the instructor: a roster that is closed and a lesson that is open', (today) => {
    const files = generateWeek(today);
    const week = read(today);
    for (let i = -3; i <= 6; i++) {
      const date = addDays(today, i);
      const own = timetable(files).filter(([on, row]) => on === date && row.includes(demoInstructorCode));
      const classes = own.map(([, row]) => week.classes.get(JSON.parse(row)[0])!);
      expect(classes.map(({ kind, closed }) => `${kind} ${closed}`).sort()).toEqual(['专题课 true', '示范课 false']);
      expect(classes.map(({ code }) => week.rosters.get(code)!.size).sort()).toEqual([12, 6].sort());
    }
    expect(new Set([...week.classes.values()].map(({ kind }) => kind)).size).toBe(4);
  });

  test.each(days)('on the day after %s says the same of the same dates, and adds one', (today) => {
    const before = timetable(generateWeek(today));
    const after = timetable(generateWeek(addDays(today, 1)));
    const kept = after.filter(([date]) => date !== addDays(today, 7));
    expect(kept).toEqual(before.filter(([date]) => date !== addDays(today, -3)));
    for (const [code, roster] of read(addDays(today, 1)).rosters) expect(read(today).rosters.get(code) ?? roster).toEqual(roster);
  });

  test('brings nothing again that is there', () => {
    const today = '2025-03-05';
    const there = thereIn(read(today));
    expect(generateWeek(today, there)).toEqual([]);
    const renewed = readYear(generateWeek('2025-03-07', there));
    expect(new Set([...renewed.sessions.values()].map(({ date }) => date))).toEqual(new Set(['2025-03-12', '2025-03-13']));
    expect([...renewed.classes.keys()].filter((code) => there.classes.has(code))).toEqual([]);
    expect(renewed.marks).toEqual([]);
  });

  test.each([
    ['2025-12-30', '2026-01-02', ['2025-W52', '2026-W01', '2026-W02']],
    ['2020-12-30', '2021-01-02', ['2020-W52', '2020-W53', '2021-W01']],
    ['2026-12-31', '2027-01-03', ['2026-W53', '2027-W01']],
  ])('renewed over New Year from %s to %s adds the dates that are missing, in classes that no other year has', (today, later, weeks) => {
    const before = read(today);
    const added = readYear(generateWeek(later, thereIn(before)));
    const sessions = [...before.sessions.values(), ...added.sessions.values()];
    expect(new Set(sessions.map(({ key }) => key)).size).toBe(sessions.length);
    const own = sessions.filter(({ lead }) => /^(ZT|SFZ)-/.test(lead)).map(({ date }) => date);
    expect(own.sort()).toEqual(Array.from({ length: 13 }, (_, i) => addDays(today, i - 3)).flatMap((date) => [date, date]));
    for (const { lead, date } of sessions) expect(lead.endsWith(isoWeekOf(date).label)).toBe(true);
    expect([...before.classes.keys()].filter((code) => added.classes.has(code))).toEqual([]);
    const labels = [...before.classes.keys(), ...added.classes.keys()].map((code) => code.slice(code.indexOf('-') + 1));
    expect([...new Set(labels)].sort()).toEqual(weeks);
    expect(added.marks.filter(({ session }) => before.sessions.has(session))).toEqual([]);
  });

  test.each(days)('has sign-in sheets before %s only, and none of the instructor', (today) => {
    const week = read(today);
    expect(week.marks.length).toBeGreaterThan(0);
    for (const { session } of [...week.marks, ...week.heads]) {
      expect(week.sessions.get(session)!.date < today).toBe(true);
      expect(session).toMatch(/^(SJ|WL)-/);
    }
  });

  test('names weeks as the calendar does', () => {
    expect(['2021-01-03', '2021-01-04', '2024-12-30', '2026-12-31'].map((date) => isoWeekOf(date).label)).toEqual([
      '2020-W53',
      '2021-W01',
      '2025-W01',
      '2026-W53',
    ]);
  });
});
