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
  trainingClass,
  type Training,
} from '../factories/training.js';

describe('a viewing point', () => {
  let training: Training;
  let row: string;
  let lesson: string;
  beforeAll(async () => {
    training = await startTraining();
    const live = await trainingClass(training, { kind: 'thematic', deliveryMode: 'live', roster: 'open' });
    lesson = await session(training, live, { date: '2021-03-01' });
    row = `/v1/sessions/${lesson}`;
  });
  afterAll(() => training.stop());

  const now = async () => done(await training.product.call(row, { token: training.organiser })).json;
  const add = async (name: string): Promise<string> => {
    const body = { name, forUnitId: String(training.county.doujiabu) };
    return done(await training.product.call(`${row}/viewing-points`, { token: training.organiser, body })).json.id;
  };
  const edit = async (method: 'PATCH' | 'DELETE', id: string, body?: object, as: { token?: string; version?: number } = {}) => {
    const { token = training.organiser, version = (await now()).version } = as;
    return training.product.call(`${row}/viewing-points/${id}`, { method, token, body, headers: { 'if-match': `"${version}"` } });
  };
  const declared = async () => {
    const { rows } = await settled(training, 'from=2021-03&to=2021-03&by=village');
    return Object.fromEntries(
      rows.map((one: { key: { village: string }; personTimes: { declared: number } }) => [one.key.village, one.personTimes.declared]),
    );
  };

  it('is corrected, and the heads counted there go to its village', async () => {
    const { doujiabu, jinquVillage } = training.county;
    const id = await add('豆家堡会议室');
    await heads(training, lesson, 30, { viewingPointId: id });
    expect(await declared()).toEqual({ [doujiabu]: 30 });
    const { version } = await now();
    const changed = done(await edit('PATCH', id, { name: '金渠会议室', forUnitId: String(jinquVillage) }));
    expect(changed.headers.get('etag')).toBe(`"${version + 1}"`);
    expect(changed.json.viewingPoints).toEqual([{ id, name: '金渠会议室', forUnitId: String(jinquVillage), siteId: null }]);
    expect(await declared()).toEqual({ [jinquVillage]: 30 });
    expect((await edit('PATCH', id, { name: '又改' }, { version })).json.code).toBe('versionMismatch');
    const other = await add('另一处');
    expect((await edit('PATCH', other, { name: '金渠会议室' })).json.code).toBe('alreadyExists');
    expect((await edit('PATCH', other, { forUnitId: '4000000000' })).json.code).toBe('referenceUnknown');
  });

  it('is taken away while nothing was recorded there; else it says how much was', async () => {
    const [first, second] = await people(training, 2);
    const [used, empty] = [await add('用过的'), await add('没用的')];
    await send(training, [
      markOf(lesson, first!, 'present', { viewingPointId: used }),
      markOf(lesson, second!, 'absent', { viewingPointId: used }),
    ]);
    await heads(training, lesson, 5, { viewingPointId: used });
    await attend(training, lesson, await people(training, 1));
    const kept = await edit('DELETE', used);
    expect([kept.status, kept.json]).toMatchObject([409, { code: 'viewingPointInUse', marks: 2, headCounts: 1 }]);
    expect((await edit('DELETE', empty)).status).toBe(204);
    expect((await now()).viewingPoints.map((point: { id: string }) => point.id)).not.toContain(empty);
    expect((await edit('DELETE', empty)).json.code).toBe('notFound');
  });

  it('that is gone when a phone comes back: what was recorded there is kept in the main room, for somebody to look at', async () => {
    const { product, organiser: token } = training;
    const [id, foreign] = [await add('撤掉的'), String(Number(await add('最后的')) + 1)];
    expect((await edit('DELETE', id)).status).toBe(204);
    const [person] = await people(training, 1);
    const count = { sessionId: lesson, mode: 'add', count: 7, method: 'counted', countedBy: '村文书', at: '2021-03-01T09:00:00Z' };
    const packet = {
      deviceId: randomUUID(),
      marks: [id, foreign].map((viewingPointId) => markOf(lesson, person!, 'present', { viewingPointId })),
      headCounts: [id, foreign].map((viewingPointId) => ({ ...count, id: randomUUID(), viewingPointId })),
    };
    const told = async () => {
      const { verdicts } = done(await product.call('/v1/field/marks', { token, body: packet })).json;
      return verdicts.map(({ verdict, code }: { verdict: string; code?: string }) => `${verdict} ${code}`);
    };
    expect(await told()).toEqual(Array(2).fill(['review viewingPointGone', 'refused markMalformed']).flat());
    expect(await told()).toEqual(Array(2).fill(['already viewingPointGone', 'refused markMalformed']).flat());
    const { items } = done(await product.call(`/v1/marks?session=${lesson}`, { token })).json;
    expect(items.find((one: { id: string }) => one.id === packet.marks[0]!.id)).toMatchObject({ live: true, waiting: null });
    const reports = done(await product.call(`/v1/sessions/${lesson}/head-counts`, { token })).json;
    const report = reports.find((one: { id: string }) => one.id === packet.headCounts[0]!.id);
    expect(report).toMatchObject({ viewingPointId: null, verified: false });
  });

  it('is not taken away under a packet that names it: either the packet came before, or it finds the room gone', async () => {
    const [person] = await people(training, 1);
    for (let round = 0; round < 10; round++) {
      const id = await add(`第${round}处`);
      const { version } = await now();
      const mark = markOf(lesson, person!, 'present', { viewingPointId: id });
      const [[verdict], removed] = await Promise.all([send(training, [mark]), edit('DELETE', id, undefined, { version })]);
      expect([verdict!.code ?? verdict!.verdict, removed.status]).toEqual(
        removed.status === 204 ? ['viewingPointGone', 204] : ['accepted', 409],
      );
    }
  });

  it('is nobody’s of another unit, nor of another session', async () => {
    const id = await add('别家的');
    const { version } = await now();
    expect((await edit('DELETE', id, undefined, { token: training.town, version })).json.code).toBe('notFound');
    expect((await edit('PATCH', id, { name: '抢来的' }, { token: training.official, version })).json.code).toBe('forbidden');
    const elsewhere = await session(training, (await now()).leadClassId, { date: '2021-03-02' });
    const call = { method: 'DELETE', token: training.organiser, headers: { 'if-match': '"1"' } };
    expect((await training.product.call(`/v1/sessions/${elsewhere}/viewing-points/${id}`, call)).json.code).toBe('notFound');
  });
});
