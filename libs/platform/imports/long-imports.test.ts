import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { wholeUpTo } from './apply-on-import-confirmed.js';
import { LeaseGone } from './import-fault.js';
import { admin, manyPots, PotCounty } from './pot-county.fixture.js';

let county: PotCounty;
beforeAll(async () => {
  county = await PotCounty.open();
});
afterAll(() => county.close());
beforeEach(() => county.clear());

describe('a long file', () => {
  test('comes to the importer in chunks, with what it remembered', async () => {
    const rows = [['A', '锅'], ...manyPots(600), ['Y', '小锅', 1, 'A']];
    const id = await county.checked(admin, rows);
    expect(county.pots.calls.map((call) => call.positions.length)).toEqual([500, 102]);
    expect(await county.seen(id)).toMatchObject({ rows: { create: 602, faulty: 0 } });
  });

  test('is applied whole or not at all', async () => {
    const id = await county.checked(admin, manyPots(1_200));
    county.pots.trouble.set(1_100, new TypeError('a mistake of ours'));
    await county.apply.run(admin, { id });
    expect(await county.errors.provokedBy(() => county.work())).toEqual([expect.stringMatching(PotCounty.mistake)]);
    expect(await county.seen(id)).toMatchObject({ state: 'failed', fault: 'unexpected', rows: { total: 1_200, done: 0 } });
    expect(await county.kept()).toEqual([]);
    await expect(county.revert.run(admin, { id })).rejects.toMatchObject({ code: 'importNotApplied' });
  });

  test('shows its progress while its transaction has not ended', async () => {
    const id = await county.checked(admin, manyPots(1_200));
    await county.apply.run(admin, { id });
    const progress: number[] = [];
    const apply = county.pots.apply.bind(county.pots);
    county.pots.apply = async (...given) => {
      progress.push((await county.seen(id)).rows.done);
      return apply(...given);
    };
    await county.work();
    county.pots.apply = apply;
    expect(progress).toEqual([0, 500, 1_000]);
    expect(await county.seen(id)).toMatchObject({ state: 'applied', rows: { done: 1_200 } });
  });

  test('that passes for a moment only is left to be tried again', async () => {
    const id = await county.checked(admin, manyPots(10));
    await county.apply.run(admin, { id });
    county.pots.trouble.set(3, Object.assign(new Error('deadlock'), { errno: 1213 }));
    const attempt = county.work();
    await new Promise((go) => setTimeout(go, 30));
    county.pots.trouble.clear();
    await attempt;
    expect(await county.seen(id)).toMatchObject({ state: 'applied', rows: { create: 10 } });
    expect(await county.kept()).toHaveLength(10);
  });
});

describe('a very long file', () => {
  const size = wholeUpTo + 1_200;

  test('goes on where it broke off, and is undone as far as it came', async () => {
    const id = await county.checked(admin, manyPots(size));
    expect(await county.seen(id)).toMatchObject({ state: 'checked', rows: { total: size, create: size } });
    await county.apply.run(admin, { id });
    county.pots.trouble.set(1_300, new LeaseGone());
    await expect(county.work()).rejects.toThrow(LeaseGone);
    expect(await county.seen(id)).toMatchObject({ state: 'applying', rows: { done: 1_000 } });
    expect(await county.kept()).toHaveLength(1_000);

    county.pots.trouble.clear();
    county.pots.calls = [];
    county.pots.trouble.set(3_100, new TypeError('a mistake of ours'));
    expect(await county.errors.provokedBy(() => county.work())).toEqual([expect.stringMatching(PotCounty.mistake)]);
    expect(county.pots.calls[0]!.positions[0]).toBe(1_001);
    expect(await county.seen(id)).toMatchObject({ state: 'failed', fault: 'unexpected', rows: { done: 3_000 } });
    expect(await county.kept()).toHaveLength(3_000);

    await county.reverted(admin, id);
    expect(await county.seen(id)).toMatchObject({ state: 'reverted' });
    expect(await county.kept()).toEqual([]);
  });

  test('is applied to its end', async () => {
    const id = await county.applied(admin, manyPots(size));
    expect(await county.seen(id)).toMatchObject({ state: 'applied', rows: { total: size, done: size, create: size } });
    expect(await county.kept()).toHaveLength(size);
  });
});

describe('undoing', () => {
  test('puts everything back, newest first', async () => {
    await county.sql("INSERT INTO pots (code, name, size) VALUES ('A', '旧锅', 1)");
    const id = await county.applied(admin, [['A', '新锅', 2], ...manyPots(600), ['A', '最新的锅', 3]]);
    expect((await county.kept())[0]).toMatchObject({ name: '最新的锅' });
    await county.reverted(admin, id);
    expect(await county.seen(id)).toMatchObject({ state: 'reverted', fault: null });
    expect(await county.kept()).toEqual([{ code: 'A', name: '旧锅', size: 1 }]);
    await expect(county.revert.run(admin, { id })).rejects.toMatchObject({ code: 'importNotApplied' });
  });

  test('changes nothing when something stands on one row, and can be tried again', async () => {
    const id = await county.applied(admin, manyPots(600));
    await county.sql("UPDATE pots SET in_use = 1 WHERE code = 'P10'");
    await county.reverted(admin, id);
    expect(await county.seen(id)).toMatchObject({ state: 'applied', fault: 'importInUse' });
    expect(await county.kept()).toHaveLength(600);

    await county.sql('UPDATE pots SET in_use = 0');
    await county.reverted(admin, id);
    expect(await county.seen(id)).toMatchObject({ state: 'reverted', fault: null });
    expect(await county.kept()).toEqual([]);
  });

  test('shows its progress while its transaction has not ended, and none when it fails', async () => {
    const id = await county.applied(admin, manyPots(1_200));
    await county.sql("UPDATE pots SET in_use = 1 WHERE code = 'P10'");
    const progress: number[] = [];
    const revert = county.pots.revert.bind(county.pots);
    county.pots.revert = async (...given) => {
      progress.push((await county.seen(id)).rows.undone);
      return revert(...given);
    };
    await county.reverted(admin, id);
    expect(await county.seen(id)).toMatchObject({ state: 'applied', rows: { done: 1_200, undone: 0 } });
    await county.sql('UPDATE pots SET in_use = 0');
    await county.reverted(admin, id);
    county.pots.revert = revert;
    expect(progress).toEqual([0, 200, 700, 0, 200, 700]);
    expect(await county.seen(id)).toMatchObject({ state: 'reverted', rows: { done: 1_200, undone: 1_200 } });
  });

  test('needs an applied import', async () => {
    const id = await county.checked(admin, manyPots(2));
    await expect(county.revert.run(admin, { id })).rejects.toMatchObject({ code: 'importNotApplied' });
    await expect(county.revert.run(admin, { id: 99_999 })).rejects.toMatchObject({ code: 'notFound' });
  });

  test('is refused where nobody knows any more what was changed', async () => {
    const id = await county.applied(admin, manyPots(600));
    await county.sql('DELETE FROM import_pages WHERE import_id = ? AND page = 0', [id]);
    await expect(county.revert.run(admin, { id })).rejects.toMatchObject({ code: 'importEffectsUnknown' });
    expect(await county.seen(id)).toMatchObject({ state: 'applied' });
    expect(await county.kept()).toHaveLength(600);
  });
});
