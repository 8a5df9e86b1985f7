import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MovePerson } from '#people';
import { type Context } from '#platform/context';
import { contextOf, meanwhile } from '../factories/meanwhile.js';
import { done, people, startTraining, type Training } from '../factories/training.js';
import { type Answer } from './support/call.js';

let training: Training;
let ctx: Context;
let villages = 0;
/** A village that is to end, by id and code. */
let old: { id: number; code: string };
beforeAll(async () => {
  training = await startTraining();
  ctx = await contextOf(training.product, training.organiser);
});
beforeEach(async () => {
  const code = `6103261012${(villages += 1) + 50}`;
  const { id } = done(
    await post('units', { parentId: String(training.county.hengqu), level: 'village', name: `示例${code}村`, code }),
  ).json;
  old = { id: Number(id), code };
});
afterAll(() => training?.stop());

const post = (path: string, body: object, headers = {}): Promise<Answer> =>
  training.product.call(`/v1/${path}`, { token: training.organiser, body, headers });
const unitOf = async (id: string): Promise<number> => {
  const { unitId } = done(await training.product.call(`/v1/people/${id}`, { token: training.organiser })).json;
  return Number(unitId);
};

describe('a village ends, and another takes it over', () => {
  const ending = () => ({ validTo: '2021-05-31', successorId: training.county.hengquVillage });
  test('whoever was just moved elsewhere is not taken along', async () => {
    const { county, product } = training;
    const [moved, left] = (await people(training, 2, { unitId: old.id })) as [string, string];
    const ended = await meanwhile(
      product,
      MovePerson,
      (move) => move.run(ctx, { id: Number(moved), unitId: county.jinquVillage, from: '2021-05-01' }),
      () => post(`units/${old.id}/retire`, { ...ending(), successorId: String(county.hengquVillage) }, { 'if-match': '"1"' }),
    );
    expect(ended.status).toBe(200);
    expect([await unitOf(moved), await unitOf(left)]).toEqual([county.jinquVillage, county.hengquVillage]);
    const entries = await product.db.query('SELECT unit_id AS unit FROM person_units WHERE person_id = ? ORDER BY valid_from', [moved]);
    expect(entries.map(({ unit }: { unit: number }) => unit)).toEqual([old.id, county.jinquVillage]);
  });
});
