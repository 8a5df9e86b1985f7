// What a private MariaDB and a private Redis have in common: waiting until they serve, and what a killed one left behind.
import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { commandLine, endProcess, signalProcess, startMark } from './processes.mjs';
import { readLog } from './data-folder.mjs';
import { say } from './say.mjs';

/** The server ended, or did not come to serve in time; `log` is what it wrote meanwhile. */
export class NotServing extends Error {
  /** @param {string} log */
  constructor(log) {
    super('the server did not come to serve');
    this.log = log;
  }
}

/**
 * @param {import('./supervisor.mjs').Running} running
 * @param {() => Promise<boolean>} probe may reject: that is a "not yet"
 * @param {{ path: string, from: number }} log
 */
export async function untilServing(running, probe, log) {
  let ended = false;
  running.ended.then(() => (ended = true));
  // Long enough for a crash recovery of a large log on a slow disk.
  for (const until = performance.now() + 180_000; performance.now() < until && !ended; await pause(20))
    if (await probe().catch(() => false)) return;
  if (!ended) signalProcess(-running.record.pid, 'SIGKILL');
  await running.ended;
  throw new NotServing(readLog(log));
}

/** @param {string} path */
export const readPid = (path) => {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

/**
 * Clears what a server left that was not stopped: its process if it still lives on this folder, else the pid file and the socket.
 * @param {{ title: string, pidFile: string, folder: string, sockets?: string[] }} files `folder`: what the command line of our own server names
 */
export async function clearStale({ title, pidFile, folder, sockets = [] }) {
  const pid = readPid(pidFile);
  if (pid === undefined) return;
  const mark = startMark(pid);
  if (mark && commandLine(pid).includes(folder)) {
    await endProcess(pid, mark, 30_000);
    say.note(`上次遗留的 ${title}(${pid})已停止`, `a ${title} left running by a killed start was stopped`);
  } else
    say.note(
      `上次 ${title} 未正常停止,残留 pid 文件已清理,数据将自动恢复`,
      `${title} was not stopped cleanly last time; stale pid file cleared, it recovers now`,
    );
  for (const file of [pidFile, ...sockets]) rmSync(file, { force: true });
}
