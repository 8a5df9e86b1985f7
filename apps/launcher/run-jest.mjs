// Runs jest and reads its figures from the file it writes, so that the last line of a test run is computed, not scraped.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readJson } from './data-folder.mjs';
import { signalProcess } from './processes.mjs';
import { say } from './say.mjs';

// A suite that leaves a connection open keeps jest from ending though every result is in.
const lingerMs = 20_000;

/**
 * @param {object} wanted
 * @param {string} wanted.root
 * @param {string} wanted.folder
 * @param {string[]} wanted.args what the caller wants of jest
 * @param {NodeJS.ProcessEnv} wanted.env
 * @param {import('./supervisor.mjs').Supervisor} wanted.supervisor
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runJest({ root, folder, args, env, supervisor }) {
  const results = join(folder, 'jest.json');
  const ownWorkers = args.some((arg) => /^(-i|-w|--runInBand|--maxWorkers)/.test(arg));
  const running = supervisor.spawn({
    name: 'jest',
    stage: 'program',
    command: process.execPath,
    args: [
      ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', join(root, 'node_modules', 'jest', 'bin', 'jest.js')],
      ...['--json', `--outputFile=${results}`, ...(ownWorkers ? [] : ['--maxWorkers=2']), ...args],
    ],
    cwd: root,
    env,
    stdio: 'inherit',
  });
  let ended = false;
  running.ended.then(() => (ended = true));
  for (let since = 0; !ended; await Promise.race([running.ended, pause(250)])) {
    if (!since && existsSync(results)) since = performance.now();
    if (!since || performance.now() - since < lingerMs) continue;
    say.warn('jest 有未关闭的连接,没有自己退出', 'jest did not end by itself: a suite left something open');
    signalProcess(-running.record.pid, 'SIGKILL');
  }
  const { code } = await running.ended;
  const figures = existsSync(results) ? readJson(results) : undefined;
  if (!figures) return { passed: 0, failed: 1, skipped: 0 };
  // A suite that could not even be loaded has no failed tests of its own.
  const failed = figures.numFailedTests + figures.numRuntimeErrorTestSuites;
  return {
    passed: figures.numPassedTests,
    failed: failed || (code && !figures.success ? 1 : 0),
    skipped: figures.numPendingTests + figures.numTodoTests,
  };
}
