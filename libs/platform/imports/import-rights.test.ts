import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { admin, PotCounty, user } from './pot-county.fixture.js';
import { potsBook } from './pots.fixture.js';

let county: PotCounty;
beforeAll(async () => {
  county = await PotCounty.open();
});
afterAll(() => county.close());
beforeEach(() => county.clear());

describe('the right to import', () => {
  const town = user(7, 'organiser', '/1/5/', '/1/5/9/', '/1/60/');
  const other = user(8, 'organiser', '/1/6/');
  beforeAll(() => [town, other].forEach((ctx) => county.users.set(ctx.user!.id, ctx)));

  test('is that of its user, no wider than its scope', async () => {
    const id = await county.checked(town, [['A', '锅']]);
    expect(await county.seen(id)).toMatchObject({ userId: 7, scopePaths: ['/1/5/', '/1/60/'] });
    expect(county.pots.calls).toMatchObject([{ userId: 7, grants: ['/1/5/', '/1/5/9/', '/1/60/'], record: false }]);
  });

  test('for two towns is seen and applied by whoever may for both', async () => {
    const id = await county.checked(town, [['A', '锅']]);
    const isSeenBy = async (...paths: string[]): Promise<boolean> =>
      (await county.imports.find(county.transactions.read, paths, id)) !== null;
    expect([await isSeenBy('/1/5/'), await isSeenBy('/1/5/', '/1/6/')]).toEqual([false, false]);
    expect([await isSeenBy('/1/60/', '/1/5/'), await isSeenBy('/1/'), await isSeenBy('/')]).toEqual([true, true, true]);
    await county.apply.run(town, { id });
    await county.work();
    expect(await county.seen(id)).toMatchObject({ state: 'applied' });
  });

  test('takes the right to the kind besides imports.run', async () => {
    const clerk = user(9, 'official', '/1/5/');
    await expect(county.start.run(clerk, { kind: 'sites', name: 'a.xlsx', bytes: await potsBook([]) })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('taken away before it is applied stops it', async () => {
    const id = await county.checked(town, [['A', '锅']]);
    await county.apply.run(town, { id });
    county.users.delete(7);
    await county.work();
    county.users.set(7, town);
    expect(await county.seen(id)).toMatchObject({ state: 'failed', fault: 'forbidden' });
    expect(await county.kept()).toEqual([]);
  });

  test('ends at the unit: imports of others are not there', async () => {
    const id = await county.checked(town, [['A', '锅']]);
    await expect(county.apply.run(other, { id })).rejects.toMatchObject({ code: 'notFound' });
    expect(await county.imports.list(county.transactions.read, ['/1/6/'], {}, 10)).toEqual([]);
    expect((await county.imports.list(county.transactions.read, ['/1/5/', '/1/60/'], {}, 1)).map((one) => one.id)).toEqual([id]);
  });

  test('to a date of record is asked of the user', async () => {
    await county.checked(admin, [['A', '锅']]);
    expect(county.pots.calls).toMatchObject([{ userId: null, record: true }]);
  });
});
