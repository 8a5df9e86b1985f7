import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, today } from '#platform/clock';
import {
  attend,
  done,
  enroll,
  heads,
  markOf,
  move,
  people,
  send,
  session,
  settled,
  startTraining,
  type Training,
  trainingClass,
} from '../factories/training.js';
import { signedIn } from './support/county.js';

/** What somebody begins the day with: how much waits, of what they may do themselves. */
describe('what waits', () => {
  let training: Training;
  let reporter: string;
  beforeAll(async () => {
    training = await startTraining();
    reporter = await signedIn(training.product, 'reporter', 'reporter', training.county.doujiabu);
  });
  afterAll(() => training?.stop());
  const waiting = async (token: string) => done(await training.product.call('/v1/waiting', { token })).json;

  it('is counted, and is gone when it was done', async () => {
    const none = { many: 0, more: false };
    const nothing = {
      headCounts: none,
      decisions: none,
      matches: none,
      disputes: none,
      imports: none,
      drafts: none,
      unmarked: none,
      unclosed: none,
    };
    expect(await waiting(training.organiser)).toEqual(nothing);

    const [on, off] = (await people(training, 2)) as [string, string];
    const classId = await trainingClass(training, { kind: 'thematic', people: [on] });
    const sessionId = await session(training, classId, { date: '2021-03-05' });
    // Somebody off the roster, a stranger, one person of whom two marks say different things, and heads that the village reports.
    await attend(training, sessionId, [off]);
    await attend(training, sessionId, [on]);
    await send(training, [
      markOf(sessionId, on, 'absent'),
      { ...markOf(sessionId, on), personId: undefined, walkIn: { name: '示例村民', village: '邻村' } },
    ]);
    const lesson = await session(training, await trainingClass(training, { kind: 'demonstration', village: training.county.doujiabu }), {
      date: '2021-03-06',
    });
    const report = await heads(training, lesson, 46, {}, reporter);
    await settled(training);
    expect(await waiting(training.organiser)).toMatchObject({
      headCounts: { many: 1, more: false },
      decisions: { many: 1, more: false },
      matches: { many: 1, more: false },
      disputes: { many: 1, more: false },
      imports: { many: 0, more: false },
      drafts: { many: 2, more: false },
    });

    done(await training.product.call(`/v1/head-counts/${report}/verify`, { method: 'POST', token: training.organiser }));
    expect(await waiting(training.organiser)).toMatchObject({ headCounts: { many: 0, more: false }, decisions: { many: 1, more: false } });
  });

  it('is a session of which nothing came in, and a class that nobody closed, once they are over', async () => {
    const { product, organiser } = training;
    const listed = async (path: string): Promise<string[]> =>
      (done(await product.call(path, { token: organiser })).json.items as { id: string }[]).map(({ id }) => id);
    const before = await waiting(organiser);
    const [on] = (await people(training, 1)) as [string];
    const body = {
      name: '过去的班',
      kind: 'thematic',
      startsOn: '2021-04-01',
      endsOn: addDays(today(), 1),
      hosts: [String(training.county.county)],
    };
    const { id } = done(await product.call('/v1/classes', { token: organiser, body })).json as { id: string };
    const forgotten = await session(training, id, { date: '2021-04-01' });
    const marked = await session(training, id, { date: '2021-04-02' });
    const counted = await session(training, id, { date: '2021-04-03' });
    const offCalled = await session(training, id, { date: '2021-04-04' });
    await session(training, id, { date: today() });
    expect((await waiting(organiser)).unmarked).toEqual(before.unmarked);
    await move(training, `/v1/classes/${id}`, 'published');
    await enroll(training, id, [on]);
    await attend(training, marked, [on], 'absent');
    await heads(training, counted, 0);
    await move(training, `/v1/sessions/${offCalled}`, 'cancelled');
    expect((await waiting(organiser)).unmarked.many).toBe(before.unmarked.many + 1);
    expect(await listed(`/v1/sessions?unmarked=true&class=${id}`)).toEqual([forgotten]);
    // Somebody else's county sees none of them.
    const elsewhere = await signedIn(product, 'jinqu', 'townOrganiser', training.county.jinqu);
    expect((await waiting(elsewhere)).unmarked.many).toBe(0);

    expect((await waiting(organiser)).unclosed).toEqual(before.unclosed);
    await product.db.query('UPDATE classes SET ends_on = ? WHERE id = ?', [addDays(today(), -1), id]);
    expect((await waiting(organiser)).unclosed.many).toBe(before.unclosed.many + 1);
    expect(await listed('/v1/classes?unclosed=true')).toContain(id);
  });

  it('is counted to a hundred, and more is said to be more', async () => {
    const classId = await trainingClass(training, { kind: 'demonstration', village: training.county.doujiabu });
    const sessionId = await session(training, classId, { date: '2021-03-07' });
    const at = '2021-03-07T08:40:00.000Z';
    const headCounts = Array.from({ length: 101 }, () => ({
      id: randomUUID(),
      sessionId,
      mode: 'add',
      count: 1,
      method: 'counted',
      countedBy: '村文书',
      at,
    }));
    const helper = await signedIn(training.product, 'teacher', 'classHead', training.county.county);
    done(await training.product.call('/v1/field/marks', { token: helper, body: { deviceId: randomUUID(), marks: [], headCounts } }));
    expect((await waiting(training.organiser)).headCounts).toEqual({ many: 100, more: true });
  });

  it('is nothing for who has nothing to do here, and ends at one’s own units', async () => {
    expect((await training.product.call('/v1/waiting', { token: training.official })).status).toBe(403);
    expect((await training.product.call('/v1/waiting', { token: reporter })).status).toBe(403);
    const classHead = await signedIn(training.product, 'head', 'classHead', training.county.jinqu);
    expect(await waiting(classHead)).toEqual({
      headCounts: null,
      decisions: { many: 0, more: false },
      matches: { many: 0, more: false },
      disputes: { many: 0, more: false },
      imports: null,
      unmarked: { many: 0, more: false },
      unclosed: null,
      drafts: null,
    });
  });
});
