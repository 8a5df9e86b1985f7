import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { someoneWaitsForARow } from '../database/row-waits.fixture.js';
import { wholeUpTo } from './apply-on-import-confirmed.js';
import { admin, manyPots, PotCounty, user } from './pot-county.fixture.js';
import { potsBook } from './pots.fixture.js';

let county: PotCounty;
beforeAll(async () => {
  county = await PotCounty.open();
});
afterAll(() => county.close());
beforeEach(() => county.clear());

/**
 * Does the work, and calls it off while the importer is at its rows for the n-th time, however long calling it off takes. Work in `parts`
 * holds the import until these rows are written: whoever calls it off waits for them.
 */
async function workCalledOff(what: 'judge' | 'apply' | 'revert', id: number, nth: number, { parts = false } = {}): Promise<void> {
  const { pots } = county;
  const own = pots[what].bind(pots);
  let times = 0;
  let calledOff: Promise<unknown> = Promise.resolve();
  const watched = async (...given: unknown[]): Promise<unknown> => {
    if (++times === nth) {
      calledOff = county.cancel.run(admin, { id });
      await (parts ? someoneWaitsForARow(county.transactions.read) : calledOff);
    }
    return (own as (...rest: unknown[]) => unknown)(...given);
  };
  Object.assign(pots, { [what]: watched });
  try {
    await county.work();
    await calledOff;
  } finally {
    Object.assign(pots, { [what]: own });
  }
}
const sent = async (count: number): Promise<number> =>
  (await county.start.run(admin, { kind: 'sites', name: '锅.xlsx', bytes: await potsBook(manyPots(count)) })).id;
const confirmed = async (count: number): Promise<number> => {
  const id = await county.checked(admin, manyPots(count));
  await county.apply.run(admin, { id });
  county.pots.calls = [];
  return id;
};

describe('a check that is called off', () => {
  test('stops at the next rows, and nothing of it stays', async () => {
    const id = await sent(5_000);
    await workCalledOff('judge', id, 3);
    expect(county.pots.calls.length).toBeLessThan(6);
    expect(await county.seen(id)).toMatchObject({ state: 'cancelled', fault: null, rows: { total: 0, done: 0, create: 0, faulty: 0 } });
    expect(await county.rowsOf(id)).toEqual([]);
    await expect(county.revert.run(admin, { id })).rejects.toMatchObject({ code: 'importNotApplied' });
  });

  test('is not begun by whoever comes after a killed process', async () => {
    const id = await sent(10);
    await county.cancel.run(admin, { id });
    await county.work();
    expect(county.pots.calls).toEqual([]);
    expect(await county.seen(id)).toMatchObject({ state: 'cancelled' });
    expect(await county.sql('SELECT 1 FROM outbox')).toEqual([]);
  });

  test('begins from the start when asked for again, whatever was still at its rows', async () => {
    const id = await sent(1_200);
    const own = county.pots.judge.bind(county.pots);
    let times = 0;
    county.pots.judge = async (...given) => {
      // Called off and asked for again while the first rows are looked at: these are the rows of a check that is no more.
      if (++times === 1) {
        await county.cancel.run(admin, { id });
        await county.again.run(admin, { id });
      }
      return own(...given);
    };
    try {
      await county.work();
    } finally {
      county.pots.judge = own;
    }
    expect(await county.seen(id)).toMatchObject({ state: 'checking', rows: { done: 0 } });
    expect(await county.rowsOf(id)).toEqual([]);
  });
});

describe('an application that is called off', () => {
  test('of a file that is applied whole writes nothing', async () => {
    const id = await confirmed(1_700);
    await workCalledOff('apply', id, 2);
    expect(county.pots.calls.length).toBeLessThan(4);
    expect(await county.seen(id)).toMatchObject({ state: 'cancelled', rows: { total: 1_700, done: 0 } });
    expect(await county.kept()).toEqual([]);
    await expect(county.revert.run(admin, { id })).rejects.toMatchObject({ code: 'importNotApplied' });

    await county.again.run(admin, { id });
    expect(await county.seen(id)).toMatchObject({ state: 'checking', finishedAt: null });
    await county.work();
    expect(await county.seen(id)).toMatchObject({ state: 'checked', rows: { total: 1_700, create: 1_700 } });
    await county.apply.run(admin, { id });
    await county.work();
    expect(await county.kept()).toHaveLength(1_700);
    await expect(county.again.run(admin, { id })).rejects.toMatchObject({ code: 'transitionNotAllowed' });
  });

  test('after its last rows, before it is done, writes nothing either', async () => {
    const id = await confirmed(600);
    const { imports } = county;
    const change = imports.change.bind(imports);
    imports.change = async (...given) => {
      if (given[3] === 'applied') await county.cancel.run(admin, { id });
      return change(...given);
    };
    await county.work();
    imports.change = change;
    expect(await county.seen(id)).toMatchObject({ state: 'cancelled', rows: { done: 0 } });
    expect(await county.kept()).toEqual([]);
  });

  test('of a very long file stops at the next rows, says how far it came, and is undone as far', async () => {
    const id = await confirmed(wholeUpTo + 1_200);
    await workCalledOff('apply', id, 3, { parts: true });
    const { state, rows } = await county.seen(id);
    expect([state, rows.done % 500]).toEqual(['cancelled', 0]);
    expect(rows.done).toBeGreaterThanOrEqual(1_500);
    expect(rows.done).toBeLessThan(5_000);
    expect(await county.kept()).toHaveLength(rows.done);
    await county.work();
    expect(await county.kept()).toHaveLength(rows.done);
    await expect(county.again.run(admin, { id })).rejects.toMatchObject({ code: 'transitionNotAllowed' });

    await county.reverted(admin, id);
    expect(await county.seen(id)).toMatchObject({ state: 'reverted', rows: { done: rows.done, undone: rows.done } });
    expect(await county.kept()).toEqual([]);
  });
});

describe('an undoing that is called off', () => {
  test('undoes nothing, and can be asked for again', async () => {
    const id = await county.applied(admin, manyPots(1_700));
    await county.revert.run(admin, { id });
    await workCalledOff('revert', id, 2);
    expect(await county.seen(id)).toMatchObject({ state: 'applied', fault: null, rows: { done: 1_700, undone: 0 } });
    expect(await county.kept()).toHaveLength(1_700);
    await county.reverted(admin, id);
    expect(await county.seen(id)).toMatchObject({ state: 'reverted' });
    expect(await county.kept()).toEqual([]);
  });

  test('after its last page, before it is done, undoes nothing either', async () => {
    const id = await county.applied(admin, manyPots(600));
    await county.revert.run(admin, { id });
    const { imports } = county;
    const change = imports.change.bind(imports);
    imports.change = async (...given) => {
      if (given[3] === 'reverted') await county.cancel.run(admin, { id });
      return change(...given);
    };
    await county.work();
    imports.change = change;
    expect(await county.seen(id)).toMatchObject({ state: 'applied', rows: { undone: 0 } });
    expect(await county.kept()).toHaveLength(600);
  });

  test('of a file that was written in part leaves that part', async () => {
    const id = await confirmed(wholeUpTo + 1_200);
    await workCalledOff('apply', id, 3, { parts: true });
    const { rows } = await county.seen(id);
    await county.revert.run(admin, { id });
    await workCalledOff('revert', id, 2);
    expect(await county.seen(id)).toMatchObject({ state: 'cancelled', rows: { done: rows.done, undone: 0 } });
    expect(await county.kept()).toHaveLength(rows.done);
    await county.reverted(admin, id);
    expect(await county.kept()).toEqual([]);
  });
});

test('what rests or is somebody else’s cannot be called off', async () => {
  const id = await county.checked(admin, manyPots(2));
  await expect(county.cancel.run(admin, { id })).rejects.toMatchObject({ code: 'transitionNotAllowed' });
  await county.apply.run(admin, { id });
  await expect(county.cancel.run(user(7, 'official', '/'), { id })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(county.cancel.run(user(8, 'organiser', '/elsewhere/'), { id })).rejects.toMatchObject({ code: 'notFound' });
  await county.work();
  await expect(county.cancel.run(admin, { id })).rejects.toMatchObject({ code: 'transitionNotAllowed' });
  await expect(county.cancel.run(admin, { id: 99_999 })).rejects.toMatchObject({ code: 'notFound' });
});
