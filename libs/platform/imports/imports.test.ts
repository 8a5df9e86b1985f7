import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { workbookBuffer } from '#platform/workbook';
import { unclaimed } from './import-pass.js';
import { admin, manyPots, PotCounty } from './pot-county.fixture.js';
import { potsBook } from './pots.fixture.js';

let county: PotCounty;
beforeAll(async () => {
  county = await PotCounty.open();
});
afterAll(() => county.close());
beforeEach(() => county.clear());

describe('a file', () => {
  const rows = [
    ['A', '大锅', 40, null],
    ['B', '盖子', 'x', null],
    ['C', '小锅', 10, 'A'],
    ['D', '蒸锅', 20, 'Z'],
  ];

  test('is checked before anything is written, with a verdict a row', async () => {
    const id = await county.checked(admin, rows);
    expect(await county.seen(id)).toMatchObject({
      state: 'checked',
      fileName: '锅.xlsx',
      rows: { total: 4, done: 4, create: 2, update: 0, unchanged: 0, faulty: 2 },
      fault: null,
    });
    expect((await county.rowsOf(id)).filter((row) => row.verdict === 'faulty')).toEqual([
      { position: 2, sheet: 'Sheet1', rowNo: 3, verdict: 'faulty', faults: [{ column: '大小', code: 'malformedNumber' }] },
      { position: 4, sheet: 'Sheet1', rowNo: 5, verdict: 'faulty', faults: [{ column: '盖子编号', code: 'referenceUnknown' }] },
    ]);
    expect(await county.kept()).toEqual([]);
  });

  test('is applied on demand, without its faulty rows, and the second time changes nothing', async () => {
    const id = await county.applied(admin, rows);
    expect(await county.seen(id)).toMatchObject({ state: 'applied', rows: { total: 4, done: 4, create: 2, faulty: 2 } });
    expect((await county.kept()).map((pot) => pot.code)).toEqual(['A', 'C']);
    const again = await county.applied(admin, rows);
    expect(await county.seen(again)).toMatchObject({ state: 'applied', rows: { create: 0, update: 0, unchanged: 2, faulty: 2 } });
  });

  test('is judged anew when it is applied', async () => {
    const id = await county.checked(admin, rows);
    await county.sql("INSERT INTO pots (code, name, size) VALUES ('A', '大锅', 40), ('Z', '锅盖', 20)");
    await county.apply.run(admin, { id });
    await county.work();
    expect(await county.seen(id)).toMatchObject({ rows: { create: 2, unchanged: 1, faulty: 1 } });
  });

  test('lies sealed in the database, and its rows hold no values', async () => {
    const id = await county.checked(admin, rows);
    const { fileId } = await county.seen(id);
    const chunks: { sealed: Buffer }[] = await county.sql('SELECT sealed FROM file_chunks WHERE file_id = ?', [fileId]);
    expect(chunks).toHaveLength(1);
    // The first four bytes of any workbook.
    expect(chunks[0]!.sealed.includes(Buffer.from('PK\x03\x04'))).toBe(false);
    const stored = await county.sql('SELECT * FROM import_pages WHERE import_id = ?', [id]);
    expect(JSON.stringify(stored)).not.toContain('锅');
  });

  test('that is checked twice, late or at the same time, is checked once', async () => {
    const id = await county.checked(admin, rows);
    const before = await county.seen(id);
    await county.transactions.run(admin, (db) => county.handlers[0]!.perform(db, String(id), unclaimed));
    expect(await county.seen(id)).toEqual(before);
  });
});

describe('a file that cannot be read', () => {
  test.each([
    ['notAWorkbook', Buffer.from('编号,名称\n1,锅')],
    ['oldFormat', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
  ])('fails with %s', async (fault, bytes) => {
    const id = await county.send(admin, bytes);
    expect(await county.seen(id)).toMatchObject({ state: 'failed', fault, rows: { total: 0, done: 0 } });
    await expect(county.apply.run(admin, { id })).rejects.toMatchObject({ code: 'transitionNotAllowed' });
  });

  test('fails with headerMissing when no sheet has the titles', async () => {
    const bytes = await workbookBuffer([{ name: 'Sheet1', rows: [['姓名'], ['张三']] }]);
    const id = await county.send(admin, bytes);
    expect(await county.seen(id)).toMatchObject({ state: 'failed', fault: 'headerMissing' });
  });

  test('leaves no verdicts behind when it breaks off in the middle', async () => {
    county.pots.trouble.set(600, new TypeError('a mistake of ours'));
    let id = 0;
    const written = await county.errors.provokedBy(async () => (id = await county.checked(admin, manyPots(700))));
    expect(await county.seen(id)).toMatchObject({ state: 'failed', fault: 'unexpected', rows: { total: 0, done: 0, create: 0 } });
    expect(written).toEqual([expect.stringMatching(PotCounty.mistake)]);
    expect(written.join()).not.toContain('a mistake of ours');
    expect(await county.rowsOf(id)).toEqual([]);
  });

  test('of nothing, or of a kind that nobody imports, is refused at once', async () => {
    await expect(county.start.run(admin, { kind: 'sites', name: 'a.xlsx', bytes: Buffer.alloc(0) })).rejects.toMatchObject({
      code: 'fileMissing',
    });
    await expect(county.start.run(admin, { kind: 'videos', name: 'a.xlsx', bytes: Buffer.alloc(9) })).rejects.toMatchObject({
      code: 'importKindUnknown',
    });
  });
});

test('a file is applied at once at start-up', async () => {
  const bytes = await potsBook([
    ['A', '锅'],
    ['B', null],
  ]);
  const done = await county.run.run(admin, { kind: 'sites', name: '锅.xlsx', bytes });
  expect(done).toMatchObject({ state: 'applied', counts: { total: 2, create: 1, faulty: 1 }, fault: null });
  expect(await county.run.run(admin, { kind: 'sites', name: '锅.xlsx', bytes })).toMatchObject({ counts: { unchanged: 1, faulty: 1 } });
  expect(await county.run.run(admin, { kind: 'sites', name: 'x', bytes: Buffer.from('x') })).toMatchObject({
    state: 'failed',
    fault: 'notAWorkbook',
  });
});

test('pages of rows and a filter by verdict', async () => {
  const id = await county.checked(admin, [
    ['A', '锅'],
    ['B', null],
    ['C', '锅'],
    ['D', null],
  ]);
  const faulty = await county.imports.rows(county.transactions.read, id, { verdict: 'faulty', after: 2 }, 10);
  expect(faulty.map((row) => row.position)).toEqual([4]);
  expect((await county.imports.rows(county.transactions.read, id, { after: 1 }, 2)).map((row) => row.position)).toEqual([2, 3]);
});

test('an importer that forgets a row fails the file instead of calling the row unchanged', async () => {
  const judge = county.pots.judge.bind(county.pots);
  county.pots.judge = async (...given) => (await judge(...given)).slice(1);
  let id = 0;
  const written = await county.errors.provokedBy(async () => (id = await county.checked(admin, manyPots(2))));
  county.pots.judge = judge;
  expect(await county.seen(id)).toMatchObject({ state: 'failed', fault: 'unexpected' });
  expect(written).toEqual([expect.stringMatching(PotCounty.mistake)]);
});
