import { randomBytes } from 'node:crypto';
import { afterAll, expect, test } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import { type Content, contentOf, createByMigrations, createDatabase, createMigrated, databaseAt } from './copied-database.fixture.js';
import { withConnection } from './connection.js';
import { installationOf } from './own-database.js';

const server = process.env.TEST_DATABASE_URL!;
const names: string[] = [];
const fresh = (): string => names[names.push(`sitang_copy_${randomBytes(6).toString('hex')}`) - 1]!;
afterAll(async () => {
  const connection = await createConnection({ uri: server });
  for (const name of names) await connection.query(`DROP DATABASE IF EXISTS ${name}`);
  await connection.end();
});

const installation = (name: string): Promise<string> => withConnection(databaseAt(server, name), installationOf);
/**
 * Two installations have each a name of their own; whatever else they hold is the same. MySQL notes whether a character set was said or is
 * the table's; the collation has it in its name.
 */
const apartFromItsName = async (name: string): Promise<Content> => {
  const own = await installation(name);
  expect(own).toMatch(/^[0-9a-f]{24}$/);
  const { tables, rows } = await contentOf(databaseAt(server, name));
  const same = (statement: string): string => statement.replaceAll(own, 'its own').replaceAll(/ CHARACTER SET (\w+)(?= COLLATE \1_)/g, '');
  return { tables: tables.map(same), rows: rows.map(same) };
};

test('the databases that tests get are those that the migrations make: tables, keys, checks, rows and the next numbers', async () => {
  const [migrated, copied] = [fresh(), fresh()];
  await createByMigrations(server, migrated);
  // The first of a run keeps what it made, the next one is a copy.
  await createMigrated(server, fresh());
  await createMigrated(server, copied);
  expect(await apartFromItsName(copied)).toEqual(await apartFromItsName(migrated));
  expect(await installation(copied)).not.toBe(await installation(migrated));
});

test('a copy holds every kind of value as it is', async () => {
  const [from, to] = [fresh(), fresh()];
  await createByMigrations(server, from);
  await withConnection(databaseAt(server, from), async (db) => {
    await db.query(
      `CREATE TABLE kinds (id bigint unsigned PRIMARY KEY AUTO_INCREMENT, bytes binary(3), words text, facts json, at datetime(3), day date,
         part decimal(20,4), other bigint unsigned, FOREIGN KEY (other) REFERENCES kinds (id)) ENGINE = InnoDB`,
    );
    const last = '18446744073709551600';
    const words = "it's 一\\n\u{1f600};";
    const values = [last, Buffer.from([0, 39, 255]), words, '{"a": [1, "é"]}', '2021-06-30 16:00:00.123', '2021-06-30'];
    await db.query('INSERT INTO kinds VALUES (?, ?, ?, ?, ?, ?, ?, NULL)', [...values, '1234567890123456.7891']);
    await db.query('INSERT INTO kinds VALUES (3, NULL, NULL, NULL, NULL, NULL, NULL, ?)', [last]);
  });
  await createDatabase(server, to, await contentOf(databaseAt(server, from)));
  expect(await apartFromItsName(to)).toEqual(await apartFromItsName(from));
});
