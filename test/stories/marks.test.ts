import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, today } from '#platform/clock';
import {
  attend,
  done,
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

/** What becomes of a mark once it is kept. */
describe('a mark', () => {
  let training: Training;
  beforeAll(async () => {
    training = await startTraining();
  });
  afterAll(() => training.stop());

  it('a walk-in counts for nobody until matched, and holds no session', async () => {
    const lesson = await session(training, await trainingClass(training, { kind: 'demonstration', village: training.county.doujiabu }), {
      date: '2021-10-20',
    });
    const walkIn = { ...markOf(lesson, ''), personId: undefined, walkIn: { name: '过路人', village: '邻村', phoneTail: '0123' } };
    await send(training, [walkIn]);
    const query = 'from=2021-10&to=2021-10';
    expect((await settled(training, query)).total).toMatchObject({ unidentified: 1, sessionsHeld: 0, personTimes: { registered: 0 } });
    const [stranger] = await people(training, 1, { unitId: training.county.jinquVillage });
    for (const personId of [stranger, '4294967295']) {
      const body = { decision: 'match', personId };
      const refused = await training.product.call(`/v1/marks/${walkIn.id}/decide`, { token: training.town, body });
      expect([refused.status, refused.json.code]).toEqual([404, 'personUnknown']);
    }
    const [personId] = await people(training, 1);
    done(
      await training.product.call(`/v1/marks/${walkIn.id}/decide`, { token: training.organiser, body: { decision: 'match', personId } }),
    );
    expect((await settled(training, query)).total).toMatchObject({ unidentified: 0, sessionsHeld: 1, personTimes: { registered: 1 } });
  });

  it('merging two records of one person counts once, un-merging restores exactly', async () => {
    const query = 'from=2021-12&to=2021-12';
    const [kept, twin] = await people(training, 2);
    const closed = await trainingClass(training, { kind: 'thematic', people: [kept!, twin!] });
    await attend(training, await session(training, closed, { date: '2021-12-07' }), [kept!, twin!]);
    expect((await settled(training, query)).total).toMatchObject({ personTimes: { registered: 2 }, people: 2 });
    const act = async (path: string, body: object) => {
      const { version } = done(await training.product.call(`/v1/people/${twin}`, { token: training.organiser })).json;
      done(
        await training.product.call(`/v1/people/${twin}/${path}`, {
          token: training.organiser,
          body,
          headers: { 'if-match': `"${version}"` },
        }),
      );
    };
    await act('merge', { intoId: kept });
    expect((await settled(training, query)).total).toMatchObject({ personTimes: { registered: 1 }, people: 1 });
    await act('unmerge', {});
    expect((await settled(training, query)).total).toMatchObject({ personTimes: { registered: 2 }, people: 2 });
  });

  it('marks after closing wait; a late mark counts and is flagged', async () => {
    const [on] = await people(training, 1);
    const closed = await trainingClass(training, { kind: 'thematic', people: [on!] });
    const sitting = await session(training, closed, { date: '2021-01-12' });
    for (const state of ['published', 'running', 'closed']) await move(training, `/v1/classes/${closed}`, state);
    const [verdict] = await attend(training, sitting, [on!]);
    expect(verdict).toMatchObject({ verdict: 'review', code: 'classClosed' });
    const query = 'from=2021-01&to=2021-01';
    expect((await settled(training, query)).total.personTimes.registered).toBe(0);
    done(await training.product.call(`/v1/marks/${verdict!.id}/decide`, { token: training.organiser, body: { decision: 'admit' } }));
    expect((await settled(training, query)).total.personTimes.registered).toBe(1);
    const { product, organiser: token } = training;
    const flags = async () => done(await product.call(`/v1/marks?session=${sitting}`, { token })).json.items;
    expect(await flags()).toMatchObject([{ late: true, unknownDevice: true }]);
    await product.db.query('UPDATE devices SET enrolled = 1');
    expect(await flags()).toMatchObject([{ late: true, unknownDevice: false }]);
  });

  it('a mark or head count in time for another day is late for the day the session really was', async () => {
    const { product, organiser: token } = training;
    const [on] = await people(training, 1);
    const classId = await trainingClass(training, { kind: 'thematic', people: [on!] });
    await product.db.query('UPDATE classes SET starts_on = ?, ends_on = ? WHERE id = ?', [addDays(today(), -90), today(), classId]);
    const sitting = await session(training, classId, { date: today() });
    for (const state of ['published', 'running']) await move(training, `/v1/classes/${classId}`, state);
    await attend(training, sitting, [on!]);
    const heads = { count: 3, method: 'counted', countedBy: '村文书' };
    done(
      await product.call(`/v1/sessions/${sitting}/head-count`, {
        method: 'PUT',
        token,
        body: heads,
        headers: { 'idempotency-key': sitting },
      }),
    );
    const late = async () => [
      done(await product.call(`/v1/marks?session=${sitting}`, { token })).json.items.map((one: { late: boolean }) => one.late),
      done(await product.call(`/v1/sessions/${sitting}/head-counts`, { token })).json.map((one: { late: boolean }) => one.late),
    ];
    expect(await late()).toEqual([[false], [false]]);
    const { version } = done(await product.call(`/v1/sessions/${sitting}`, { token })).json;
    const moved = { method: 'PATCH', token, headers: { 'if-match': `"${version}"` }, body: { date: addDays(today(), -80) } };
    done(await product.call(`/v1/sessions/${sitting}`, moved));
    expect(await late()).toEqual([[true], [true]]);
  });
});
