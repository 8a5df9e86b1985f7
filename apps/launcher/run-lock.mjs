// One holder at a time: a file that names a process by pid and start, so that a lock left by a dead process is known as such.
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isSameProcess, startMark } from './processes.mjs';

/** @typedef {{ pid: number, mark: string, port?: number, host?: string }} Holder */

/** The lock is in living hands. */
export class Held extends Error {
  /** @param {Holder} holder */
  constructor(holder) {
    super(`held by process ${holder.pid}`);
    this.holder = holder;
  }
}

/**
 * @param {string} path
 * @returns {Holder | undefined}
 */
function readHolder(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Who holds the lock right now, if anybody alive does.
 * @param {string} path
 */
export function livingHolder(path) {
  const holder = readHolder(path);
  return holder && isSameProcess(holder.pid, holder.mark) ? holder : undefined;
}

/** @param {string} path @param {string} text */
function createWhole(path, text) {
  const file = openSync(path, 'wx', 0o600);
  writeSync(file, text);
  closeSync(file);
}

/** @param {string} path */
const ageMs = (path) => {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
};

/** @param {() => void} work @returns {boolean} false when the file was there already */
function unlessThere(work) {
  try {
    work();
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes the lock, or throws `Held`.
 * @param {string} path
 * @param {{ port?: number, host?: string, waitMs?: number }} [options] `waitMs`: how long to wait for a living holder to let go
 * @returns {Promise<{ stale: boolean, release: () => void }>} `stale`: a dead process had left it behind
 */
export async function takeLock(path, { port, host, waitMs = 0 } = {}) {
  const mine = JSON.stringify({ pid: process.pid, mark: startMark(process.pid), port, host });
  const release = () => readHolder(path)?.pid === process.pid && rmSync(path, { force: true });
  const takeover = `${path}.takeover`;
  for (const until = performance.now() + waitMs; ; await pause(50)) {
    if (unlessThere(() => createWhole(path, mine))) return { stale: false, release };
    const holder = livingHolder(path);
    if (holder && performance.now() >= until) throw new Held(holder);
    // A lock is written a moment after it is created: one that cannot be read yet is only dead when it is old.
    if (holder || (!readHolder(path) && ageMs(path) < 1_000)) continue;
    // Replacing a dead lock is itself exclusive, and is looked at once more inside; the replacement is one rename, so the lock never lapses.
    if (!unlessThere(() => createWhole(takeover, mine))) {
      if (ageMs(takeover) > 5_000) rmSync(takeover, { force: true });
      continue;
    }
    try {
      if (livingHolder(path)) continue;
      rmSync(`${path}.new`, { force: true });
      createWhole(`${path}.new`, mine);
      renameSync(`${path}.new`, path);
      return { stale: true, release };
    } finally {
      rmSync(takeover, { force: true });
    }
  }
}
