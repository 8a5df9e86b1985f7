import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { people, startTraining, type Training } from '../factories/training.js';
import { ApiDocument } from './support/api-document.js';
import { signedIn } from './support/county.js';

/** Who looks for somebody says whom in the body: the list is that of the address. */
describe('the search for people', () => {
  let training: Training;
  let api: ApiDocument;
  beforeAll(async () => {
    training = await startTraining();
    api = new ApiDocument((await training.product.call('/v1/openapi.json')).json);
  });
  afterAll(() => training.stop());

  const search = async (body: object, token = training.organiser) => {
    const answer = await training.product.call('/v1/people/search', { token, body });
    expect(api.faults('POST', '/v1/people/search', answer)).toEqual([]);
    return answer;
  };

  it('answers as the list does: filters, pages, and the units of who asks', async () => {
    const { product, county, organiser } = training;
    // Somebody whom nobody looks for here.
    await people(training, 1);
    const folk = await people(training, 3);
    const [far] = (await people(training, 1, { unitId: county.jinquVillage })) as [string];
    await product.db.query(`UPDATE people SET phone_last4 = '4321' WHERE id IN (${[...folk, far].join()})`);
    const idsOf = ({ json }: { json: { items: { id: string }[] } }) => json.items.map(({ id }) => id);
    expect(idsOf(await search({ q: '4321' }))).toEqual([...folk, far]);
    expect(idsOf(await search({ q: '4321', unit: String(county.hengqu) }))).toEqual(folk);
    expect(idsOf(await search({ q: '4321' }, training.town))).toEqual(folk);
    const first = await search({ q: '4321', limit: 2 });
    expect(idsOf(first)).toEqual(folk.slice(0, 2));
    expect(idsOf(await search({ q: '4321', limit: 2, cursor: first.json.nextCursor }))).toEqual([folk[2], far]);
    // The list of the address stays as it was promised.
    expect(idsOf(await product.call('/v1/people?q=4321', { token: organiser }))).toEqual([...folk, far]);
  });

  it('promises no kept answer for a repeat: what was found is never kept', () => {
    const keyed = (path: string): boolean =>
      api.operations.some(
        ({ where, operation }) => where === `POST ${path}` && operation.parameters?.some(({ name }) => name === 'Idempotency-Key'),
      );
    expect([keyed('/v1/people'), keyed('/v1/people/search')]).toEqual([true, false]);
  });

  it('refuses what it does not know, and whoever may not read people', async () => {
    const reporter = await signedIn(training.product, 'reporter', 'reporter', training.county.doujiabu);
    expect((await search({ limit: 201 })).status).toBe(400);
    expect((await search({ name: '示例' })).status).toBe(400);
    expect((await search({ cursor: 'x' })).json.code).toBe('cursorInvalid');
    expect((await search({ q: '示例' }, reporter)).status).toBe(403);
  });
});
