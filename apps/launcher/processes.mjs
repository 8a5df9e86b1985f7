// Other processes as the launcher sees them: whether one is alive, whether it is still the same one, and how to end it.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const onLinux = process.platform === 'linux';
let bootId = '';

/** @param {string} path */
const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/**
 * When a process started, as an opaque text: pid and mark together name one process for good, across reboots and reused pids.
 * @param {number} pid
 * @returns {string | undefined} undefined when there is no such process, or only its zombie
 */
export function startMark(pid) {
  if (!Number.isInteger(pid) || pid < 1) return undefined;
  if (onLinux) {
    // The command name in field 2 may hold spaces and brackets, so the fields are counted from its end: 3 is the state, 22 the start.
    const stat = read(`/proc/${pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (!stat || 'ZX'.includes(fields[0])) return undefined;
    bootId ||= read('/proc/sys/kernel/random/boot_id').trim();
    return `${bootId}/${fields[19]}`;
  }
  const { stdout } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const [, state, started] = /^\s*(\S+)\s+(.+?)\s*$/.exec(stdout ?? '') ?? [];
  return !started || state.startsWith('Z') ? undefined : started;
}

/** @param {number} pid @param {string | undefined} mark */
export const isSameProcess = (pid, mark) => mark !== undefined && startMark(pid) === mark;

/** @param {number} pid */
export function commandLine(pid) {
  if (onLinux) return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}

/** @param {number} pid @param {NodeJS.Signals} signal */
export function signalProcess(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // Already gone.
  }
}

/**
 * Ends a process that is not our child: asked first, killed with its group after the grace.
 * @param {number} pid
 * @param {string} mark
 * @param {number} graceMs
 */
export async function endProcess(pid, mark, graceMs) {
  signalProcess(pid, 'SIGTERM');
  const gone = async (/** @type {number} */ limit) => {
    for (const until = performance.now() + limit; performance.now() < until; await pause(25)) if (!isSameProcess(pid, mark)) return true;
    return !isSameProcess(pid, mark);
  };
  if (await gone(graceMs)) return;
  signalProcess(-pid, 'SIGKILL');
  signalProcess(pid, 'SIGKILL');
  await gone(2_000);
}

/**
 * Runs a short command to its end and keeps what it printed. Never throws: a command that is not there ends with code 127.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function capture(command, args, { cwd, env = process.env, timeoutMs = 10_000 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs, killSignal: 'SIGKILL' });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 124, output }));
  });
}
