import { afterAll, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launcherModule } from './checkout.js';

interface Log {
  path: string;
  fd: number;
  from: number;
}
const { openLog, readLog, trimLog } = await launcherModule<{
  openLog: (folder: string, name: string) => Log;
  readLog: (log: Log) => string;
  trimLog: (log: Log) => void;
}>('data-folder.mjs');

const folder = mkdtempSync(join(tmpdir(), 'sitang-logs-'));
mkdirSync(join(folder, 'logs'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a log that grows while its program runs is begun anew, one large one before it kept', () => {
  const log = openLog(folder, 'api');
  writeSync(log.fd, 'few\n');
  trimLog(log);
  expect(readLog(log)).toBe('few\n');
  const many = 'x'.repeat(1_023) + '\n';
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 6 * 1_024; i++) writeSync(log.fd, many);
    trimLog(log);
    expect(statSync(`${log.path}.1`).size).toBeGreaterThan(6 * 2 ** 20);
    // The program still holds the same file open.
    writeSync(log.fd, `after ${round}\n`);
    expect(readFileSync(log.path, 'utf8')).toBe(`after ${round}\n`);
    expect(readLog(log)).toBe(`after ${round}\n`);
  }
});
