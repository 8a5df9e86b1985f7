import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Db } from '#platform/database';
import { CreateImportPages1640995223000 } from '../database/migrations/0024-create-import-pages.js';
import { DropImportRows1640995225000 } from '../database/migrations/0026-drop-import-rows.js';
import { PageImportRows1640995224000 } from '../database/migrations/0025-page-import-rows.js';
import { privateDatabase, type PrivateDatabase } from '../database/private-database.fixture.js';
import { effectsIn, pagesOf, rowsIn, type RowToKeep } from './import-pages.js';
import { ImportRepository } from './import.repository.js';
import { type Verdict } from './importer.js';

let database: PrivateDatabase;
const imports = new ImportRepository();
beforeAll(async () => {
  database = await privateDatabase();
  await database.source.query("INSERT INTO files (name, media_type, size, sha256) VALUES ('锅.xlsx', '', 1, REPEAT('x', 32))");
});
afterAll(() => database.drop());

const newImport = async (): Promise<number> => {
  const [{ id: fileId }] = await database.source.query('SELECT MAX(id) AS id FROM files');
  return imports.insert(database.source.manager, { kind: 'sites', fileId, userId: null, unitId: null, scopePaths: ['/'] });
};
/** Every 300th row is faulty, every fourth an update, the others are created; the first 700 stand on a sheet of their own. */
const rowAt = (position: number): RowToKeep => {
  const verdict: Verdict = position % 300 === 0 ? 'faulty' : position % 4 === 0 ? 'update' : 'create';
  const sheet = position <= 700 ? '甲' : '乙';
  const faults = verdict === 'faulty' ? [{ column: '编号', code: 'tooLong', facts: { max: 40 } }] : [];
  const before = { name: '旧"锅"', note: null };
  const made = { noun: 'pot', id: position, did: 'created' as const };
  const effects = { faulty: [], update: [{ ...made, id: `${position}/1`, did: 'updated' as const, before, version: 2 }], create: [made] };
  return { position, sheet, rowNo: position + 1, verdict, faults, effects: effects[verdict as 'create'] };
};
const rows = (count: number): RowToKeep[] => Array.from({ length: count }, (_, i) => rowAt(i + 1));
const shown = ({ effects: _, ...row }: RowToKeep): object => row;
const newestFirst = (all: readonly RowToKeep[]): object[] => all.flatMap((row) => row.effects).reverse();

describe('pages', () => {
  test('give back what was put on them', () => {
    const pages = pagesOf(rows(1_234));
    expect(pages.map(({ page, counts }) => [page, counts.faulty, counts.create + counts.update])).toEqual([
      [0, 1, 499],
      [1, 2, 498],
      [2, 1, 233],
    ]);
    expect(pages.flatMap(rowsIn)).toEqual(rows(1_234).map(shown));
    expect(pages.toReversed().flatMap(({ effects }) => effectsIn(effects!))).toEqual(newestFirst(rows(1_234)));
  });

  test('of rows that did nothing hold no effects', () => {
    expect(pagesOf(rows(3).map((row) => ({ ...row, effects: [] })))).toMatchObject([{ effects: null }]);
  });

  test('never begin in their middle', () => {
    expect(() => pagesOf(rows(600).slice(100))).toThrow('row 101 does not begin a page');
  });
});

describe('kept pages', () => {
  test('are read from any row on, all rows or those of one verdict, and counted', async () => {
    const db = database.source.manager;
    const id = await newImport();
    const all = rows(4_321);
    await imports.keepRows(db, id, all.slice(0, 2_500));
    await imports.keepRows(db, id, all.slice(2_500));
    for (const after of [0, 499, 500, 2_345, 4_300, 4_321])
      expect(await imports.rows(db, id, { after }, 30)).toEqual(all.slice(after, after + 30).map(shown));
    const faulty = all.filter((row) => row.verdict === 'faulty').map(shown);
    expect(await imports.rows(db, id, { verdict: 'faulty', after: 300 }, 3_000)).toEqual(faulty.slice(1));
    expect(await imports.rows(db, id, { verdict: 'faulty', after: 300 }, 7)).toEqual(faulty.slice(1, 8));
    expect(await imports.rows(db, id, { verdict: 'unchanged', after: 0 }, 10)).toEqual([]);
    await imports.count(db, id);
    expect(await imports.byId(db, id)).toMatchObject({ rows: { total: 4_321, create: 3_241, update: 1_066, unchanged: 0, faulty: 14 } });
  });

  test('take the place of those that were there', async () => {
    const db = database.source.manager;
    const id = await newImport();
    await imports.keepRows(
      db,
      id,
      rows(600).map((row) => ({ ...row, effects: [] })),
    );
    expect(await imports.effectsBefore(db, id, 2)).toBeNull();
    await imports.keepRows(db, id, rows(600));
    expect(await imports.effectsBefore(db, id, 2)).toMatchObject({ page: 1 });
    expect(await imports.rows(db, id, { after: 0 }, 1_000)).toEqual(rows(600).map(shown));
  });
});

/** What an import did, newest first. */
async function undone(db: Db, id: number): Promise<object[]> {
  const effects: object[] = [];
  for (let last = await imports.effectsBefore(db, id, 99); last; last = await imports.effectsBefore(db, id, last.page))
    effects.push(...last.effects);
  return effects;
}

test('imports of before are shown and undone as they were, also after a step back of the database and forth again', async () => {
  const db = database.source.manager;
  const [id, none] = [await newImport(), await newImport()];
  const runner = database.source.createQueryRunner();
  const [create, page, drop] = [new CreateImportPages1640995223000(), new PageImportRows1640995224000(), new DropImportRows1640995225000()];
  await drop.down(runner);
  const json = (list: readonly object[]): string | null => (list.length === 0 ? null : JSON.stringify(list));
  const kept = rows(1_100).map(({ position, sheet, rowNo, verdict, faults, effects }) => [
    ...[id, position, sheet, rowNo, verdict],
    ...[json(faults), json(effects)],
  ]);
  await db.query('DELETE FROM import_pages');
  for (const row of kept) await db.query('INSERT INTO import_rows VALUES (?, ?, ?, ?, ?, ?, ?)', row);
  const forth = async (): Promise<void> => {
    await create.up(runner);
    await page.up(runner);
    await drop.up(runner);
  };
  await forth();
  await drop.down(runner);
  await page.down(runner);
  await create.down(runner);
  const parsed = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value);
  const back: Record<string, unknown>[] = await db.query('SELECT * FROM import_rows ORDER BY position');
  expect(back.map((row) => [...Object.values(row).slice(0, 5), parsed(row.faults), parsed(row.effects)])).toEqual(
    kept.map((row) => [...row.slice(0, 5), parsed(row[5]), parsed(row[6])]),
  );
  await forth();
  await runner.release();
  expect(await imports.rows(db, id, { after: 0 }, 2_000)).toEqual(rows(1_100).map(shown));
  expect(await undone(db, none)).toEqual([]);
  expect(await undone(db, id)).toEqual(newestFirst(rows(1_100)));
  await imports.count(db, id);
  expect(await imports.byId(db, id)).toMatchObject({ rows: { total: 1_100, faulty: 3 } });
});
