import { describe, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { launcherModule } from './checkout.js';

const { explainDatabaseLog, socketPath } = await launcherModule<{
  explainDatabaseLog: (log: string, folder: string, binary: { product: string; version: string }) => Error;
  socketPath: (folder: string) => string;
}>('database-instance.mjs');
const { installAdvice } = await launcherModule<{ installAdvice: (platform: string, linux?: string) => string[] }>('platform-advice.mjs');

const mariadb = { product: 'MariaDB', version: '10.11.19' };

describe("a database that does not start is explained from its log, in a person's words", () => {
  test.each([
    ['[ERROR] mariadbd: Disk is full writing ./mysql/db.MAI (Errcode: 28 "No space left on device")', '磁盘已满:/data'],
    ['[ERROR] InnoDB: Unable to lock ./ibdata1 error: 11', '正被别的 MariaDB 10.11.19 使用'],
    ['[ERROR] something new', 'MariaDB 10.11.19 起不来'],
  ])('%s', (log, words) => expect(explainDatabaseLog(log, '/data', mariadb).message).toContain(words));
});

test('a socket stays beside its data, unless the path is longer than a socket can bear', () => {
  expect(socketPath('/srv/sitang/.data')).toBe('/srv/sitang/.data/database.sock');
  const short = socketPath(`/srv/${'四堂课'.repeat(12)}/.data`);
  expect(Buffer.byteLength(short)).toBeLessThanOrEqual(100);
  rmSync(dirname(short), { recursive: true });
});

test.each([
  ['linux', 'ID=ubuntu ID_LIKE=debian', 'apt-get install'],
  ['linux', 'ID=fedora', 'dnf install'],
  ['darwin', '', 'brew install mariadb redis'],
  ['win32', '', 'wsl --install'],
])('%s %s is told to %s', (platform, linux, command) => expect(installAdvice(platform, linux).join('\n')).toContain(command));
