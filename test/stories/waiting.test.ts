import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  attend,
  done,
  heads,
  markOf,
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
    const nothing = { headCounts: none, decisions: none, matches: none, disputes: none, imports: none, drafts: none };
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
      drafts: null,
    });
  });
});
