import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { connectionOptions, engineOf } from './connection.js';

const server = new URL(process.env.TEST_DATABASE_URL ?? 'mysql://none');
const name = `sitang_${randomBytes(6).toString('hex')}`;
const awkward = { user: `u@:/#%${name.slice(-6)}`, password: 'p@:/#%?&+ 密码' };

const asAdmin = async (...statements: string[]): Promise<void> => {
  const connection = await createConnection({ uri: server.href });
  try {
    for (const statement of statements) await connection.query(statement);
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
