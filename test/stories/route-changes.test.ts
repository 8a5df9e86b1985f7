import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attend, done, people, session, startTraining, trainingClass, type Training } from '../factories/training.js';

describe('a route that changes', () => {
  let training: Training;
  let sites: string[];
  beforeAll(async () => {
    training = await startTraining();
    const site = async (name: string) => add('teaching-sites', { name, unitId: String(training.county.hengqu), capacity: 40 });
    sites = [await site('甲点'), await site('乙点'), await site('丙点')];
  });
  afterAll(() => training.stop());

  const add = async (path: string, body: object): Promise<string> =>
    done(await training.product.call(`/v1/${path}`, { token: training.organiser, body })).json.id;
  const edit = async (row: string, body: object) => {
    const { version } = done(await training.product.call(row, { token: training.organiser })).json;
    return done(
      await training.product.call(row, { method: 'PATCH', token: training.organiser, body, headers: { 'if-match': `"${version}"` } }),
    ).json;
  };
  const stopsAt = (...places: number[]) => places.map((place) => ({ siteId: sites[place], minutes: 30 }));
  const travelled = (one: { checkpoints: { siteId: string }[] }) => one.checkpoints.map(({ siteId }) => sites.indexOf(siteId));

  it('reaches a planned session when it is named again, and never one at which somebody was marked', async () => {
    const routeId = await add('routes', { name: '示例线', unitId: String(training.county.county), stops: stopsAt(0, 1) });
    const classId = await trainingClass(training, { kind: 'practical', roster: 'open' });
    const row = `/v1/sessions/${await session(training, classId, { date: '2021-03-01', routeId })}`;
    await edit(`/v1/routes/${routeId}`, { stops: stopsAt(2, 1) });
    expect(travelled(await edit(row, { topic: '换个主题' }))).toEqual([0, 1]);
    expect(travelled(await edit(row, { routeId }))).toEqual([2, 1]);
    await attend(training, row.split('/').at(-1)!, await people(training, 1));
    await edit(`/v1/routes/${routeId}`, { stops: stopsAt(0, 2) });
    const kept = await edit(row, { routeId, topic: '再换一个' });
    expect([travelled(kept), kept.topic]).toEqual([[2, 1], '再换一个']);
  });
});
