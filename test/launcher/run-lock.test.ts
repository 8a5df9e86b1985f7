import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launcherModule, longestTestMs, patienceMs, until } from './checkout.js';

jest.setTimeout(longestTestMs);

interface Lock {
  stale: boolean;
  release: () => void;
}
const { takeLock, livingHolder } = await launcherModule<{
  takeLock: (path: string, options?: { port?: number; waitMs?: number }) => Promise<Lock>;
  livingHolder: (path: string) => { pid: number; port?: number } | undefined;
}>('run-lock.mjs');
const { startMark } = await launcherModule<{ startMark: (pid: number) => string | undefined }>('processes.mjs');

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sitang-lock-'));
  path = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the lock of a data folder', () => {
  test('has one holder, who can be asked for, and is free again after its release', async () => {
    const lock = await takeLock(path, { port: 3000 });
    expect(livingHolder(path)).toMatchObject({ pid: process.pid, port: 3000 });
    await expect(takeLock(path)).rejects.toMatchObject({ holder: { pid: process.pid, port: 3000 } });
    lock.release();
    expect(existsSync(path)).toBe(false);
    expect((await takeLock(path)).stale).toBe(false);
  });

  test('of a dead process is taken over', async () => {
    const dead = spawn('sleep', ['60']);
    writeFileSync(path, JSON.stringify({ pid: dead.pid, mark: startMark(dead.pid ?? 0) }));
    expect(livingHolder(path)).toBeDefined();
    dead.kill('SIGKILL');
    await until(() => livingHolder(path) === undefined, 'the death of the holder', patienceMs);
    expect((await takeLock(path)).stale).toBe(true);
    expect(livingHolder(path)?.pid).toBe(process.pid);
  });

  test('of a process whose number another one bears now is taken over', async () => {
    writeFileSync(path, JSON.stringify({ pid: process.pid, mark: 'another start' }));
    expect((await takeLock(path)).stale).toBe(true);
  });

  test('cut short while it was written is taken over once it is old', async () => {
    writeFileSync(path, '{"pid":');
    utimesSync(path, 1, 1);
    expect((await takeLock(path)).stale).toBe(true);
  });

  test('found dead by twelve at once goes to exactly one', async () => {
    writeFileSync(path, JSON.stringify({ pid: 2 ** 22 + 1, mark: 'gone' }));
    const script = `
      const { takeLock } = await import(${JSON.stringify(join(process.cwd(), 'apps', 'launcher', 'run-lock.mjs'))});
      try { await takeLock(${JSON.stringify(path)}); process.stdout.write('taken'); } catch { process.stdout.write('held'); }
      process.stdin.resume();`;
    const contenders = Array.from({ length: 12 }, () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] });
      const said = { text: '' };
      child.stdout.on('data', (chunk) => (said.text += String(chunk)));
      return { child, said };
    });
    await until(() => contenders.every(({ said }) => said.text !== ''), 'twelve answers', patienceMs);
    expect(contenders.map(({ said }) => said.text).filter((text) => text === 'taken')).toHaveLength(1);
    expect(JSON.parse(readFileSync(path, 'utf8')).pid).toBe(contenders.find(({ said }) => said.text === 'taken')?.child.pid);
    for (const { child } of contenders) child.kill('SIGKILL');
  });
});
