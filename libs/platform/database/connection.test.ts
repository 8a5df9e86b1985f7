import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { connectionOptions, engineOf, withConnection } from './connection.js';

const server = new URL(process.env.TEST_DATABASE_URL ?? 'mysql://none');
const name = `sitang_${randomBytes(6).toString('hex')}`;
const awkward = { user: `u@:/#%${name.slice(-6)}`, password: 'p@:/#%?&+ 密码' };

/** Answers the rows of the last statement. */
const asAdmin = async (...statements: string[]): Promise<unknown> => {
  const connection = await createConnection({ uri: server.href });
  try {
    let rows: unknown;
    for (const statement of statements) [rows] = await connection.query(statement);
    return rows;
  } finally {
    await connection.end();
  }
};
beforeAll(() =>
  asAdmin(
    `CREATE DATABASE ${name}`,
    `CREATE USER '${awkward.user}'@'%' IDENTIFIED BY '${awkward.password}'`,
    `GRANT ALL ON ${name}.* TO '${awkward.user}'@'%'`,
  ),
);
afterAll(() => asAdmin(`DROP USER '${awkward.user}'@'%'`, `DROP DATABASE ${name}`));

const addressOf = (query = ''): string =>
  `mysql://${encodeURIComponent(awkward.user)}:${encodeURIComponent(awkward.password)}@${server.host}/${name}${query}`;

test('a user name and a password full of signs open the driver and the pool alike', async () => {
  await expect(engineOf(addressOf())).resolves.toMatchObject({ version: expect.stringMatching(/^\d+\./) });
  const source = await new DataSource(await connectionOptions(addressOf(), 1)).initialize();
  expect(await source.query('SELECT DATABASE() AS name')).toEqual([{ name }]);
  await source.destroy();
});

test('the pool gets the wish for TLS that the address holds', async () => {
  const wish = encodeURIComponent('{"rejectUnauthorized":false}');
  // A server without TLS refuses already here; one with it must hand the wish on to every connection.
  const options = await connectionOptions(addressOf(`?ssl=${wish}`)).catch((error: Error) => error.message);
  if (typeof options === 'string') expect(options).toMatch(/secure connection/i);
  else expect(options).toMatchObject({ ssl: { rejectUnauthorized: false } });
});

test('an option that nobody reads is refused, not passed over', () =>
  expect(connectionOptions(addressOf('?sslmode=require'))).rejects.toThrow(/DATABASE_URL has an option that is not known here: sslmode/));

describe('on a server eight hours ahead that cuts off what does not fit', () => {
  let found: { zone: string; mode: string };
  beforeAll(async () => {
    [found] = (await asAdmin('SELECT @@GLOBAL.time_zone AS zone, @@GLOBAL.sql_mode AS mode')) as [typeof found];
    await asAdmin("SET GLOBAL time_zone = '+08:00', GLOBAL sql_mode = ''");
  });
  afterAll(() => asAdmin(`SET GLOBAL time_zone = '${found.zone}', GLOBAL sql_mode = '${found.mode}'`));

  const asks = "SELECT TIMESTAMPDIFF(HOUR, UTC_TIMESTAMP(), NOW()) AS ahead, @@sql_mode LIKE '%STRICT_TRANS_TABLES%' AS strict";
  const ours = { ahead: 0, strict: 1 };

  test('every session of a pool keeps UTC and refuses what does not fit, from its first query on', async () => {
    const source = await new DataSource(await connectionOptions(addressOf(), 4)).initialize();
    const runners = Array.from({ length: 4 }, () => source.createQueryRunner());
    const answers = await Promise.all(runners.map((runner) => runner.query(`${asks}, CONNECTION_ID() AS id`)));
    expect(answers.map(([row]) => row)).toEqual(runners.map(() => expect.objectContaining(ours)));
    expect(new Set(answers.map(([row]) => row.id)).size).toBe(4);
    await Promise.all(runners.map((runner) => runner.release()));
    await source.destroy();
  });

  test('and so does a session outside the pool', () =>
    withConnection(addressOf(), async (db) => expect(await db.query(asks)).toEqual([ours])));
});
