import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  attend,
  done,
  heads,
  markOf,
  move,
  people,
  send,
  session,
  settled,
  startTraining,
  trainingClass,
  type Training,
} from '../factories/training.js';
import { byTable, everyRow, whole, without } from './support/rows.js';

/*
 * What is wrong with a fact is said with its code, and changes nothing; what may be true is kept. Proven elsewhere:
 * - a session that is not one's own, at the console and by what a phone was once served: mark-worklist, field-pack; who only supports: class-owners
 * - a session of a date outside its class, however it comes about: class-owners, class-imports
 * - marks that wait, and what becomes of them: counting, mark-worklist, calling-off
 * - the same id with another body, within a packet and in packets at the same moment: field
 * - bodies that are no JSON, no packet, or too long: wire-hostile, mark-worklist; files: bad-files
 */
describe('a fact that cannot be right', () => {
  let training: Training;
  let [here, theirs, cancelled, falseSheet, person] = ['', '', '', '', ''];
  beforeAll(async () => {
    training = await startTraining();
    const { doujiabu, jinquVillage } = training.county;
    const lessons = await trainingClass(training, { kind: 'demonstration', village: doujiabu });
    const others = await trainingClass(training, { kind: 'demonstration', village: jinquVillage });
    here = await session(training, lessons, { date: '2021-06-08' });
    cancelled = await session(training, lessons, { date: '2021-06-09' });
    falseSheet = await session(training, lessons, { date: '2021-06-10' });
    theirs = await session(training, others, { date: '2021-06-08' });
    await move(training, `/v1/sessions/${cancelled}`, 'cancelled');
    await move(training, `/v1/sessions/${falseSheet}`, 'void');
    [person = ''] = await people(training, 1);
    // Something that is counted, and could be spoilt.
    const good = await session(training, lessons, { date: '2021-03-02' });
    await attend(training, good, await people(training, 2));
    await heads(training, good, 9);
  });
  afterAll(() => training?.stop());

  const tables = [
    ...['marks', 'mark_replacements', 'mark_decisions', 'head_counts', 'head_count_replacements', 'audit_entries'],
    ...['participations', 'attendances', 'declarations', 'held', 'left_out', 'figure_cells', 'people_cells', 'person_sets'],
  ];
  const everything = async (): Promise<Set<string>> => {
    await settled(training);
    return everyRow(training.product.db, whole(tables));
  };
  let before: Set<string>;
  beforeEach(async () => {
    before = await everything();
  });
  /** What came since, by table; nothing that was there has changed. */
  const came = async (since = before): Promise<Record<string, number>> => {
    const now = await everything();
    expect(without(since, now)).toEqual([]);
    return byTable(without(now, since));
  };

  const headsOf = (sessionId: string, more: object = {}) => ({
    ...{ id: randomUUID(), sessionId, mode: 'replace', count: 7, method: 'counted', countedBy: '村文书', at: '2021-06-08T09:00:00.000Z' },
    ...more,
  });
  /** What the town's phone is told of facts of both sorts. */
  const told = async (marks: object[], headCounts: object[]): Promise<string[]> => {
    const answer = await training.product.call('/v1/field/marks', {
      token: training.town,
      body: { deviceId: randomUUID(), marks, headCounts },
    });
    return done(answer).json.verdicts.map(({ verdict, code }: { verdict: string; code?: string }) => [verdict, code].join(' ').trim());
  };

  describe('of a session', () => {
    it.each([
      ['that is another town’s', () => theirs, 'refused sessionUnknown'],
      ['that is not there', () => '4000000000', 'refused sessionUnknown'],
      ['beyond all numbers', () => '99999999999', 'refused sessionUnknown'],
      ['called nothing', () => '', 'refused sessionUnknown'],
    ])('%s is refused', async (_, at, verdict) => {
      expect(await told([markOf(at(), person)], [headsOf(at())])).toEqual([verdict, verdict]);
      expect(await came()).toEqual({});
    });

    it.each([
      ['cancelled', () => cancelled, 'sessionCancelled'],
      ['void', () => falseSheet, 'sessionVoid'],
    ])('that is %s is kept and counts nowhere', async (_, at, code) => {
      expect(await told([markOf(at(), person)], [headsOf(at())])).toEqual([`review ${code}`, `review ${code}`]);
      expect(await came()).toEqual({ marks: 1, head_counts: 1, left_out: 2 });
      const { total } = await settled(training, 'from=2021-06&to=2021-06');
      expect([total.personTimes, total.sessionsHeld]).toEqual([{ registered: 0, declared: 0 }, 0]);
    });
  });

  it.each<[string, object]>([
    ['negative', { count: -1 }],
    ['10⁹', { count: 1_000_000_000 }],
    ['one more than fits', { count: 100_001 }],
    ['a fraction', { count: 7.5 }],
    ['a text', { count: '7' }],
    ['none', { count: undefined }],
  ])('a head count that is %s is malformed, on the phone and at the console', async (_, wrong) => {
    expect(await told([], [headsOf(here, wrong)])).toEqual(['refused markMalformed']);
    const body = { count: 7, method: 'counted', countedBy: '村文书', ...wrong };
    const put = await training.product.call(`/v1/sessions/${here}/head-count`, { method: 'PUT', token: training.town, body });
    expect(put.json).toMatchObject({ status: 400, code: 'invalidFields', fields: [{ field: 'count' }] });
    expect(await came()).toEqual({});
  });

  it('an id belongs to one fact for ever: another body, or a fact of the other sort, is a conflict', async () => {
    const [mark, count] = [markOf(cancelled, person), headsOf(cancelled)];
    await told([mark], [count]);
    const kept = await everything();
    const asCount = headsOf(here, { id: mark.id });
    const asMark = { ...markOf(here, person), id: count.id };
    const other = [{ ...mark, sessionId: here }, { ...mark, at: '2021-06-08T08:31:00.001Z' }, { ...mark, note: '补' }, asMark];
    const counted = [{ ...count, count: 8 }, { ...count, mode: 'add' }, asCount];
    expect(await told(other, counted)).toEqual(Array(7).fill('conflict markConflict'));
    const twice = randomUUID();
    expect(await told([{ ...mark, id: twice }], [{ ...count, id: twice }])).toEqual(['review sessionCancelled', 'conflict markConflict']);
    expect(await came(kept)).toEqual({ marks: 1 });
    // The console's event belongs to its key.
    const put = (body: object) =>
      training.product.call(`/v1/sessions/${theirs}/head-count`, {
        ...{ method: 'PUT', token: training.organiser, headers: { 'idempotency-key': 'one-event' } },
        body: { method: 'counted', countedBy: '村文书', ...body },
      });
    const { id } = done(await put({ count: 0 })).json;
    expect((await put({ count: 0 })).json.id).toBe(id);
    expect((await put({ count: 1 })).json).toMatchObject({ status: 409, code: 'idempotencyKeyReused' });
  });

  it('a clock refuses nothing: 1970 in the county and in UTC, 2038 and beyond, years outside the class; what is no time is malformed', async () => {
    const { product, town } = training;
    const clocks = [
      '1970-01-01T00:00:00.000+08:00',
      '1970-01-01T00:00:00.000Z',
      '2019-02-03T04:05:06.000Z',
      '2038-01-19T03:14:07.000Z',
      '2038-01-19T03:14:08.000Z',
      '2106-02-07T06:28:16.000Z',
      '9999-12-30T00:00:00.000Z',
    ];
    const absent = clocks.map((at) => markOf(here, person, 'absent', { at }));
    const counts = clocks.map((at) => headsOf(cancelled, { at }));
    expect(await told(absent, counts)).toEqual([...clocks.map(() => 'accepted'), ...clocks.map(() => 'review sessionCancelled')]);
    for (const [table, facts] of [
      ['marks', absent],
      ['head_counts', counts],
    ] as const) {
      const ids = facts.map((one) => `X'${one.id.replaceAll('-', '')}'`);
      const rows: { at: Date }[] = await product.db.query(
        `SELECT device_at AS at FROM ${table} WHERE id IN (${ids.join()}) ORDER BY FIELD(id, ${ids.join()})`,
      );
      expect(rows.map((row) => row.at.getTime())).toEqual(clocks.map((at) => Date.parse(at)));
    }
    // It belongs to its session by id: the day is the session's.
    const { items } = done(await product.call(`/v1/marks?session=${here}&limit=200`, { token: town })).json;
    expect(new Set(items.map((one: { date: string }) => one.date))).toEqual(new Set(['2021-06-08']));
    const kept = await everything();
    const wrong = ['', '今天', '2021-06-08', '2021-02-30T25:00:00Z', '+12021-01-01T00:00:00Z', '0001-01-01T00:00:00Z', 0, null];
    expect(
      await told(
        wrong.map((at) => ({ ...markOf(here, person), at })),
        [],
      ),
    ).toEqual(wrong.map(() => 'refused markMalformed'));
    expect(await came(kept)).toEqual({});
  });

  it('a head count below those who signed is kept, and takes nobody away', async () => {
    const query = 'from=2021-11&to=2021-11';
    const lessons = await trainingClass(training, { kind: 'demonstration', village: training.county.doujiabu });
    const sitting = await session(training, lessons, { date: '2021-11-02' });
    await attend(training, sitting, await people(training, 3));
    for (const count of [1, 0]) {
      await heads(training, sitting, count);
      expect((await settled(training, query)).total).toMatchObject({
        personTimes: { registered: 3, declared: 0 },
        people: 3,
        sessionsHeld: 1,
      });
    }
    const [{ headCount, named }] = [done(await training.product.call(`/v1/sessions/${sitting}`, { token: training.town })).json];
    expect([headCount, named]).toEqual([{ count: 0, verified: true, disputed: false }, 3]);
  });

  it('somebody who is not there is refused, which spoils nothing beside and uses up no id', async () => {
    const [bad, good] = [markOf(here, '4000000000'), markOf(cancelled, person)];
    const again = { ...bad, personId: person, status: 'absent' };
    const verdicts = await send(training, [bad, { ...bad, personId: '0' }, good, again]);
    expect(verdicts.map((one) => one.code ?? one.verdict)).toEqual(['personUnknown', 'personUnknown', 'sessionCancelled', 'accepted']);
  });
});
