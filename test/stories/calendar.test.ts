import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { setClock } from '#platform/clock';
import { Importing, type Line } from '../factories/importing.js';
import { done, heads, markOf, people, send, session, settled, startTraining, type Training, trainingClass } from '../factories/training.js';

/** Months and years end at midnight in Shanghai, whatever the clocks of phones, servers and this process say. Each case has years of its own. */
let training: Training;
beforeAll(async () => {
  training = await startTraining();
});
afterEach(() => setClock());
afterAll(() => training.stop());

const get = async (path: string) => done(await training.product.call(path, { token: training.organiser })).json;
const rows = async (query: string) =>
  done(await training.product.call(`/v1/figures/rows?${query}`, { token: training.official })).json.items as { date: string }[];
const demonstration = (startsOn: string, endsOn: string) =>
  trainingClass(training, { kind: 'demonstration', village: training.county.doujiabu, startsOn, endsOn });

describe('a lesson at half past eleven on the last night of a month, and one ten minutes after midnight', () => {
  // The same month everywhere; July in Shanghai alone; July in Shanghai and UTC; July in Los Angeles too.
  const instants = ['2021-06-30T15:30:00.000Z', '2021-06-30T16:10:00.000Z', '2021-07-01T00:30:00.000Z', '2021-07-01T08:00:00.000Z'];
  const lessons = [
    { date: '2021-06-30', dayPart: 'evening', startsAt: '23:30' },
    { date: '2021-07-01', dayPart: 'am', startsAt: '00:10' },
  ];
  const ids: string[] = [];

  beforeAll(async () => {
    const classId = await demonstration('2021-01-01', '2021-12-31');
    for (const lesson of lessons) ids.push(await session(training, classId, lesson));
    for (const instant of instants) {
      setClock(new Date(instant));
      for (const id of ids) {
        const [early, late] = await people(training, 2);
        await send(training, [
          markOf(id, early!, 'present', { at: instants[0] }),
          markOf(id, late!, 'present', { at: instants.at(-1) }),
          { ...markOf(id, '', 'present', { at: instant }), personId: undefined, walkIn: { name: `来客${instant}` } },
        ]);
        await heads(training, id, 20);
      }
    }
    setClock();
    await settled(training);
  });

  test.each([
    ['2021-06', 0],
    ['2021-07', 1],
  ])('everything of it stands in %s, on its own date', async (month, which) => {
    const { date, startsAt } = lessons[which]!;
    expect(await get(`/v1/sessions/${ids[which]}`)).toMatchObject({ date, startsAt });
    const { total } = await settled(training, `from=${month}&to=${month}`);
    expect(total).toMatchObject({
      batches: which === 0 ? 1 : 0,
      sessionsHeld: 1,
      personTimes: { registered: 8, declared: 12 },
      people: 8,
      attendances: 8,
      unidentified: 4,
    });
    for (const measure of ['personTimes.registered', 'personTimes.declared', 'attendances', 'sessionsHeld', 'unidentified']) {
      const opened = await rows(`from=2021-06&to=2021-07&month=${month}&measure=${measure}`);
      expect([measure, [...new Set(opened.map((row) => row.date))]]).toEqual([measure, [date]]);
    }
    expect((await get(`/v1/marks?session=${ids[which]}`)).items.map((mark: Line) => [mark.date, mark.late])).toEqual(
      Array(12).fill([date, false]),
    );
  });
});

describe('late is what comes after midnight in Shanghai', () => {
  // A millisecond before and after 24:00 of the 3rd: still the 3rd in UTC and in Los Angeles.
  const around = (day: string) => [`${day}T15:59:59.999Z`, `${day}T16:00:00.001Z`];

  test.each([
    ['2023-06-30', '2023-07-03'],
    ['2023-12-31', '2024-01-03'],
    ['2024-02-27', '2024-03-01'],
    ['2023-02-27', '2023-03-02'],
  ])('of the third day after: a mark for %s may come on %s', async (date, last) => {
    const id = await session(training, await demonstration(date, date), { date });
    const [person] = await people(training, 1);
    for (const instant of around(last)) {
      setClock(new Date(instant));
      await send(training, [markOf(id, person!, 'present', { at: instant })]);
    }
    const marks: { receivedAt: string; late: boolean }[] = (await get(`/v1/marks?session=${id}`)).items;
    expect(marks.map((mark) => [mark.receivedAt, mark.late]).sort()).toEqual([
      [around(last)[0], false],
      [around(last)[1], true],
    ]);
  });

  test.each([
    ['2023-06-30', '2023-07-03'],
    ['2023-06-01', '2023-07-03'],
    ['2023-12-01', '2024-01-03'],
    ['2023-12-31', '2024-01-03'],
  ])('of the 3rd of the next month: a head count for %s may come on %s', async (date, last) => {
    const id = await session(training, await demonstration(date, date), { date });
    for (const instant of around(last)) {
      setClock(new Date(instant));
      await heads(training, id, 30);
    }
    const counts: { receivedAt: string; late: boolean }[] = await get(`/v1/sessions/${id}/head-counts`);
    expect(counts.map((count) => [count.receivedAt, count.late]).sort()).toEqual([
      [around(last)[0], false],
      [around(last)[1], true],
    ]);
  });
});

describe('a class over two years', () => {
  test('gives each year what is its own, and the span counts nobody twice', async () => {
    const [both, early, late] = (await people(training, 3)) as [string, string, string];
    const span = { startsOn: '2017-12-01', endsOn: '2018-01-31' };
    const course = await trainingClass(training, { kind: 'thematic', people: [both, early, late], ...span });
    const begunInVain = await trainingClass(training, { kind: 'thematic', people: [late], ...span });
    const lessons = await demonstration(span.startsOn, span.endsOn);
    const sitting = async (classId: string, date: string, present: string[], absent: string[] = []) => {
      const id = await session(training, classId, { date });
      const marks = [...present.map((one) => markOf(id, one)), ...absent.map((one) => markOf(id, one, 'absent'))];
      await send(training, marks);
    };
    await sitting(course, '2017-12-29', [], [both, early, late]);
    await sitting(course, '2017-12-31', [both, early], [late]);
    await sitting(course, '2018-01-01', [both, late]);
    await sitting(begunInVain, '2017-12-31', [], [late]);
    await sitting(begunInVain, '2018-01-01', [late]);
    await sitting(lessons, '2018-01-01', [both]);
    await sitting(lessons, '2017-12-31', [both]);

    const figures = async (from: string, to: string) => {
      const { batches, sessionsHeld, people, attendances, personTimes } = (await settled(training, `from=${from}&to=${to}`)).total;
      return { batches, sessionsHeld, registered: personTimes.registered, people, attendances };
    };
    expect(await figures('2017-01', '2017-12')).toEqual({ batches: 2, sessionsHeld: 2, registered: 3, people: 2, attendances: 3 });
    expect(await figures('2018-01', '2018-12')).toEqual({ batches: 1, sessionsHeld: 3, registered: 3, people: 2, attendances: 4 });
    expect(await figures('2017-12', '2018-01')).toEqual({ batches: 3, sessionsHeld: 5, registered: 6, people: 3, attendances: 7 });
  });
});

describe('lessons of a village on the last and the first day of a year', () => {
  test('belong to the class of their own year, and a sheet may be of the day that has begun in Shanghai alone', async () => {
    setClock(new Date('2015-12-31T16:30:00Z'));
    const lesson = (date: string): Line => ({
      课次编号: `SF${date}`,
      村代码: '610326101204',
      日期: date,
      时段: '上午',
      主题: '冬剪',
      人数: 30,
      清点方式: '清点',
      清点人: '村文书',
      登记日期: '2016-01-01',
    });
    const importing = new Importing(training.product, training.organiser);
    const done = await importing.bring('lessons', { 报送: [lesson('2015-12-31'), lesson('2016-01-01')] });
    expect([done.rows, await importing.faults(done.id)]).toEqual([expect.objectContaining({ create: 2, faulty: 0 }), []]);
    for (const [year, date] of [
      ['2015', '2015-12-31'],
      ['2016', '2016-01-01'],
    ] as const) {
      const [owner] = (await get(`/v1/classes?code=SF-${year}-610326101204`)).items;
      expect(owner).toMatchObject({ startsOn: `${year}-01-01`, endsOn: `${year}-12-31` });
      expect((await get(`/v1/sessions?class=${owner.id}`)).items.map((one: Line) => one.date)).toEqual([date]);
      const { total } = await settled(training, `from=${year}-01&to=${year}-12`);
      expect(total).toMatchObject({ batches: 1, sessionsHeld: 1, personTimes: { registered: 0, declared: 30 } });
    }
  });
});

test('the time of a phone that names no zone is Shanghai’s, and the same mark again is the same mark wherever the server runs', async () => {
  const id = await session(training, await demonstration('2014-06-01', '2014-06-30'), { date: '2014-06-30' });
  const [person] = await people(training, 1);
  const mark = markOf(id, person!, 'present', { at: '2014-06-30T23:30:00' });
  const verdicts = async (at: string) => (await send(training, [{ ...mark, at }])).map((one) => one.verdict);
  expect(await verdicts('2014-06-30T23:30:00')).toEqual(['accepted']);
  expect(await verdicts('2014-06-30T15:30:00.000Z')).toEqual(['already']);
  expect(await verdicts('2014-06-30T23:30+08:00')).toEqual(['already']);
  // Midnight of the day on which clocks begin that have lost their time.
  const lost = { ...mark, id: randomUUID(), at: '1970-01-01T00:00:00+08:00' };
  expect((await send(training, [lost])).map((one) => one.verdict)).toEqual(['accepted']);
});
