import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { type PrivateDatabase, privateDatabase } from '../../libs/platform/database/private-database.fixture.js';
import { migrateDatabase } from '../../apps/cli/migrate-database.js';

let database: PrivateDatabase;
const before = { ...process.env };
beforeAll(async () => {
  database = await privateDatabase();
  const key = Buffer.alloc(32, 1).toString('base64');
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    REDIS_URL: process.env.TEST_REDIS_URL,
    SITANG_DATA_KEY: key,
    SITANG_INDEX_KEY: key,
  });
});
afterEach(() => void jest.restoreAllMocks());
afterAll(async () => {
  process.env = before;
  await database.drop();
});

const migrateSays = async (): Promise<string> => {
  let said = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  expect(await migrateDatabase.run()).toBe(0);
  jest.restoreAllMocks();
  return said;
};

test('a server that does not flush its log at each commit is told of at every start, one that does is not', async () => {
  expect(await migrateSays()).not.toContain('!');
  await database.source.query('SET GLOBAL innodb_flush_log_at_trx_commit = 2');
  try {
    expect(await migrateSays()).toMatch(/^! 数据库的 innodb_flush_log_at_trx_commit 是 2,.*set it to 1$/m);
  } finally {
    await database.source.query('SET GLOBAL innodb_flush_log_at_trx_commit = 1');
  }
});
