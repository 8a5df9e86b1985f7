import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Db } from '#platform/database';
import { NameMappedFormats1640995230000 } from '../database/migrations/0031-name-mapped-formats.js';
import { privateDatabase, type PrivateDatabase } from '../database/private-database.fixture.js';
import { ImportReadingRepository } from './import-reading.repository.js';
import { ImportRepository } from './import.repository.js';
import { ImporterRegistry } from './importer-registry.js';
import { ImportPots } from './pots.fixture.js';
import { type SheetMapping } from './sheet-mapping.js';

let database: PrivateDatabase;
let db: Db;
const readings = new ImportReadingRepository();
beforeAll(async () => {
  database = await privateDatabase();
  db = database.source.manager;
  await db.query("INSERT INTO files (id, name, media_type, size, sha256) VALUES (1, '锅.xlsx', '', 1, REPEAT('x', 32))");
});
afterAll(() => database.drop());

test('mappings of before name the format they meant, and mean it again after a step back', async () => {
  const at = { kind: 'sites', fileId: 1, userId: null, unitId: null, scopePaths: ['/'] } as const;
  const [id, unmapped] = [await new ImportRepository().insert(db, at), await new ImportRepository().insert(db, at)];
  const sheet = (name: string, format: number | string | null) => ({
    sheet: name,
    format,
    headerRow: 3,
    columns: [{ key: 'code', column: 2 }],
  });
  const counted = [sheet('甲', 2), sheet('乙', null), sheet('丙', 0)] as unknown as SheetMapping[];
  const named = [sheet('甲', 'routes'), sheet('乙', null), sheet('丙', 'bases')];
  const header = Buffer.alloc(32, 1);
  const remembered = async (): Promise<unknown> => [...(await readings.remembered(db, 'sites', ['/'], [header])).values()];
  await readings.map(db, id, counted);
  await readings.begin(db, unmapped, 10);
  await readings.remember(db, 'sites', ['/'], header, { format: 1, columns: [] } as never);

  const runner = database.source.createQueryRunner();
  const migration = new NameMappedFormats1640995230000();
  // Twice: one that died half-way is applied again.
  await migration.up(runner);
  await migration.up(runner);
  expect(await readings.one(db, id)).toMatchObject({ mapping: named });
  expect(await readings.one(db, unmapped)).toMatchObject({ mapping: null });
  expect(await remembered()).toEqual([{ format: 'sites', columns: [] }]);
  await migration.down(runner);
  await migration.down(runner);
  await runner.release();
  expect(await readings.one(db, id)).toMatchObject({ mapping: counted });
  expect(await remembered()).toEqual([{ format: 1, columns: [] }]);
});

test('no two formats of a kind have one name', () => {
  const pots = new ImportPots();
  const twice = Object.assign(new ImportPots(), { sheets: [...pots.sheets, ...pots.sheets] });
  expect(() => new ImporterRegistry().register(twice)).toThrow('two formats called "pots"');
});
