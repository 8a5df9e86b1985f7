import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launcherModule } from './checkout.js';

interface Found {
  found?: { product: string; version: string; server: string };
  tooOld?: { version: string };
}
const { findDatabaseServer, findRedisServer, readVersion } = await launcherModule<{
  findDatabaseServer: (folders: string[], preferred?: string) => Promise<Found>;
  findRedisServer: (folders: string[]) => Promise<Found>;
  readVersion: (text: string) => { product: string; version: string } | undefined;
}>('find-binaries.mjs');

const said = {
  mariadb: 'mariadbd  Ver 10.11.19-MariaDB-0+deb12u1 for debian-linux-gnu on x86_64 (Debian 12)',
  mysql: '/usr/sbin/mysqld  Ver 8.4.3 for Linux on x86_64 (MySQL Community Server - GPL)',
  old: 'mysqld  Ver 10.5.23-MariaDB-0+deb11u1 for debian-linux-gnu on x86_64 (Debian 11)',
};

let folder: string;
const program = (path: string, text: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), `#!/bin/sh\necho '${text}'\n`);
  chmodSync(join(folder, path), 0o755);
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sitang-binaries-'));
  program('debian/mysqld', said.mariadb);
  program('debian/mariadb-install-db', '');
  program('oracle/mysqld', said.mysql);
  program('old/mysqld', said.old);
  program('old/mariadb-install-db', '');
  program('noise/mysqld', 'cannot run here');
  program('cache/redis-server', 'Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=ae4d7c971a948f0');
  program('fork/valkey-server', 'Valkey server v=8.0.1 sha=00000000:0 malloc=libc bits=64 build=1');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const find = (names: string[], preferred?: string) =>
  findDatabaseServer(
    names.map((name) => join(folder, name)),
    preferred,
  );

describe('servers are known by what they say of themselves', () => {
  test.each([
    [said.mariadb, 'MariaDB', '10.11.19'],
    [said.mysql, 'MySQL', '8.4.3'],
    ['/usr/sbin/mysqld  Ver 8.0.36-28 for Linux on x86_64 (Percona Server (GPL), Release 28)', 'MySQL', '8.0.36'],
  ])('%s', (text, product, version) => expect(readVersion(text)).toEqual({ product, version }));

  test('a mysqld that is MariaDB is taken for MariaDB', async () =>
    expect((await find(['noise', 'debian'])).found).toMatchObject({ product: 'MariaDB', server: join(folder, 'debian', 'mysqld') }));

  test('the product that wrote the files goes before the first one found', async () => {
    expect((await find(['debian', 'oracle'])).found?.product).toBe('MariaDB');
    expect((await find(['debian', 'oracle'], 'MySQL')).found?.product).toBe('MySQL');
  });

  test('one too old is named, not used', async () =>
    expect(await find(['old'])).toEqual({ found: undefined, tooOld: expect.objectContaining({ version: '10.5.23' }) }));

  test('Redis and Valkey serve alike', async () => {
    expect((await findRedisServer([join(folder, 'cache')])).found).toMatchObject({ product: 'Redis', version: '7.0.15' });
    expect((await findRedisServer([join(folder, 'fork')])).found).toMatchObject({ product: 'Valkey', version: '8.0.1' });
  });
});
