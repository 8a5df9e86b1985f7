import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { claimFor, DatabaseNewerThanCode, DatabaseNotMigrated, holdingOf, installationOf, WrongDatabase } from '#platform/database';
import { QUEUE_PREFIX } from '#platform/jobs';
import { Secrecy } from '#platform/secrecy';
import { createApp } from '../../apps/api/create-app.js';
import { demo } from '../../apps/cli/demo.js';
import { demoPassword } from '../../demo/accounts.js';
import { figures } from '../../apps/cli/figures.js';
import { init } from '../../apps/cli/init.js';
import { loadDemo } from '../../apps/cli/load-demo.js';
import { migrateDatabase } from '../../apps/cli/migrate-database.js';
import { createWorker } from '../../apps/worker/create-worker.js';
import { type County, plantCounty, signedIn, tokenOf } from './support/county.js';
import { type Product, startProduct } from './support/start-product.js';
import { Wire } from './support/wire.js';

let product: Product;
let county: County;
beforeEach(async () => {
  product = await startProduct();
});
afterEach(async () => {
  jest.restoreAllMocks();
  process.env = { ...before };
  await product.stop();
});
const before = { ...process.env };

/** What a launcher would set for the product's own database. */
const surroundings = (more: NodeJS.ProcessEnv = {}): void => {
  const { databaseUrl, redisUrl, dataKey, indexKey } = product.config;
  process.env = {
    ...before,
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    SITANG_DATA_KEY: dataKey.toString('base64'),
    SITANG_INDEX_KEY: indexKey.toString('base64'),
    SITANG_MODE: 'demo',
    ...more,
  };
};

const said = async (work: () => Promise<number>): Promise<string> => {
  let text = '';
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((line) => {
    text += String(line);
    return true;
  });
  try {
    expect(await work()).toBe(0);
  } finally {
    spy.mockRestore();
  }
  return text;
};

/** Every table with how many rows it has. */
const contents = async (): Promise<Record<string, number>> => {
  const tables: { name: string }[] = await product.db.query(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1',
  );
  const counted: Record<string, number> = {};
  for (const { name } of tables) counted[name] = Number((await product.db.query(`SELECT COUNT(*) AS n FROM \`${name}\``))[0].n);
  return counted;
};

describe('a county is never filled with the demo', () => {
  test('neither by its command nor at a start that expects it, and nothing is changed', async () => {
    county = await plantCounty(product.db);
    await signedIn(product, 'boss', 'admin', county.county);
    const untouched = await contents();
    surroundings({ SITANG_EXPECT_DEMO: '1' });
    await expect(migrateDatabase.run()).rejects.toThrow(/--empty.*SITANG_MODE=county/);
    surroundings();
    await expect(demo.run()).rejects.toThrow(WrongDatabase);
    await expect(loadDemo(product.app)).rejects.toThrow(WrongDatabase);
    expect(await contents()).toEqual(untouched);
    expect(await product.db.query("SELECT 1 FROM users WHERE account = 'organiser'")).toEqual([]);
  });

  test('not even one that this program has not migrated yet: it is judged before', async () => {
    county = await plantCounty(product.db);
    await product.db.query('DROP TABLE database_identity');
    await product.db.query("DELETE FROM applied_migrations WHERE name REGEXP 'DatabaseIdentity|WhatItHolds|Installation'");
    const untouched = await contents();
    surroundings({ SITANG_EXPECT_DEMO: '1' });
    await expect(migrateDatabase.run()).rejects.toThrow(WrongDatabase);
    expect(await contents()).toEqual(untouched);
    // Without the wish for the demo it is migrated, and remembers what it is.
    surroundings({ SITANG_MODE: 'county' });
    await said(() => migrateDatabase.run());
    expect(await product.db.query('SELECT holds FROM database_identity')).toEqual([{ holds: 'county' }]);
  });

  test('an empty one is a county from its first start on, and so is one made with init', async () => {
    surroundings({ SITANG_MODE: 'county' });
    await said(() => migrateDatabase.run());
    await expect(loadDemo(product.app)).rejects.toThrow(WrongDatabase);
    await product.db.query('UPDATE database_identity SET holds = NULL');
    surroundings();
    await said(() => init.run(['--county', '610326', '--password', 'Shuguo-2021']));
    expect(await holdingOf(product.db)).toBe('county');
    expect((await tokenOf(product, 'admin')).length).toBeGreaterThan(20);
  });
});

describe('the demo', () => {
  test('that was begun goes on, whatever is in it by then; two that claim at once are one', async () => {
    expect(await Promise.all([claimFor(product.db, 'demo'), claimFor(product.db, 'demo')])).toEqual([true, true]);
    await plantCounty(product.db);
    expect(await claimFor(product.db, 'demo')).toBe(true);
    surroundings({ SITANG_EXPECT_DEMO: '1' });
    await said(() => migrateDatabase.run());
  });

  test('is no county: neither init nor a start of another mode takes it, since its passwords are published', async () => {
    await claimFor(product.db, 'demo');
    surroundings();
    await expect(init.run(['--county', '610326'])).rejects.toThrow(WrongDatabase);
    for (const mode of ['county', 'production'] as const) {
      await expect(createApp({ ...product.config, mode })).rejects.toThrow(/示例县/);
      await expect(createWorker({ ...product.config, mode })).rejects.toThrow(/示例县/);
    }
  });

  test('alone is called the demo by the figures', async () => {
    surroundings();
    await plantCounty(product.db);
    expect(await said(() => figures.run([]))).not.toMatch(new RegExp(`示例|眉县|demo sign-ins|${demoPassword}`));
    await product.db.query("UPDATE database_identity SET holds = 'demo'");
    expect(await said(() => figures.run([]))).toMatch(new RegExp(`眉县 2021 年\\(示例数据[^]*${demoPassword}`));
  });
});

describe('a database knows the keys its numbers are sealed with', () => {
  const other = { dataKey: randomBytes(32), indexKey: randomBytes(32) };
  test.each([
    ['both', other, 'SITANG_DATA_KEY、SITANG_INDEX_KEY'],
    ['the one that seals', { dataKey: other.dataKey }, '(SITANG_DATA_KEY)'],
    ['the one that finds', { indexKey: other.indexKey }, '(SITANG_INDEX_KEY)'],
  ])('with other ones nothing starts: %s', async (_, keys, names) => {
    const wrong = { ...product.config, ...keys };
    for (const start of [createApp, createWorker]) {
      const fault = await start(wrong).then(
        () => 'it started',
        (error: Error) => error.message,
      );
      expect(fault).toContain(names);
      expect(fault).not.toContain('\n');
    }
    surroundings({ SITANG_DATA_KEY: wrong.dataKey.toString('base64'), SITANG_INDEX_KEY: wrong.indexKey.toString('base64') });
    await expect(migrateDatabase.run()).rejects.toThrow(WrongDatabase);
    await expect(figures.run([])).rejects.toThrow(WrongDatabase);
    surroundings();
    await said(() => migrateDatabase.run());
  });

  test('and keeps nothing by which they could be found, or a number be recognised', async () => {
    const [kept] = await product.db.query('SELECT * FROM database_identity');
    const { dataKey, indexKey } = product.config;
    const seen = [kept.data_key_check, kept.index_key_check] as Buffer[];
    const secrecy = new Secrecy(product.config);
    for (const secret of [dataKey, indexKey, secrecy.blindIndex('idNumber', '')])
      expect(seen.some((one) => one.equals(secret))).toBe(false);
  });

  test('a process that began before somebody else migrated with other keys is not ready', async () => {
    await product.db.query('UPDATE database_identity SET data_key_check = ?', [randomBytes(32)]);
    const answer = await product.call('/health/ready');
    expect([answer.status, answer.json.database]).toEqual([503, 'notOurs']);
  });
});

describe('a program that serves begins only on a database of its own age', () => {
  const starts = [() => createApp(product.config), () => createWorker(product.config), () => figures.run([])];

  test.each([
    [
      'of a newer program',
      "INSERT INTO applied_migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture')",
      DatabaseNewerThanCode,
    ],
    ['that lacks migrations', 'DELETE FROM applied_migrations ORDER BY id DESC LIMIT 1', DatabaseNotMigrated],
  ])('not on one %s, and nothing is changed', async (_, sql, fault) => {
    await product.db.query(sql);
    await product.db.query('UPDATE database_identity SET data_key_check = NULL');
    surroundings();
    for (const start of starts) await expect(start()).rejects.toThrow(fault);
    expect(await product.db.query('SELECT data_key_check AS known FROM database_identity')).toEqual([{ known: null }]);
  });
});

describe('installations that share a Redis', () => {
  const prefixOf = (one: Product): string => one.app.get(QUEUE_PREFIX);

  test("never take each other's work, whatever their databases are called; the same one is met by every address", async () => {
    const other = await startProduct();
    expect(prefixOf(other)).not.toBe(prefixOf(product));
    await other.stop();
    const { hostname, port, pathname } = new URL(product.config.databaseUrl);
    const wire = await Wire.to(product.config.databaseUrl);
    expect(wire.url).not.toContain(`${hostname}:${port}${pathname}`);
    const worker = await createWorker({ ...product.config, databaseUrl: wire.url });
    expect(worker.get(QUEUE_PREFIX)).toBe(prefixOf(product));
    await worker.close();
    wire.close();
  });

  test('a database that is in use already gets its name once', async () => {
    await product.db.query('ALTER TABLE database_identity DROP COLUMN installation');
    await product.db.query("DELETE FROM applied_migrations WHERE name REGEXP 'Installation'");
    surroundings();
    const names: string[] = [];
    for (let i = 0; i < 2; i++) {
      await said(() => migrateDatabase.run());
      names.push(await installationOf(product.db));
    }
    expect(names).toEqual([expect.stringMatching(/^[\da-f]{24}$/), names[0]]);
  });
});
