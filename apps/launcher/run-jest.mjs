// Runs jest and reads its figures from the file it writes, so that the last line of a test run is computed, not scraped.
import { existsSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readJson } from './data-folder.mjs';
import { failuresOf, sumOf, together, worthASecondTry } from './jest-results.mjs';
import { signalProcess } from './processes.mjs';
import { say } from './say.mjs';

// A suite that leaves a connection open keeps jest from ending though every result is in.
const lingerMs = 20_000;
// Each needs half a gigabyte.
const workers = Math.min(Math.max(availableParallelism(), 2), 8);

/**
 * @typedef {object} Wanted
 * @property {string} root
 * @property {string} folder
 * @property {string[]} args what the caller wants of jest
 * @property {NodeJS.ProcessEnv} env
 * @property {import('./supervisor.mjs').Supervisor} supervisor
 */

/** @param {Wanted} wanted @returns {Promise<{ sum: import('./jest-results.mjs').Sum, failures: import('./jest-results.mjs').Failure[] }>} */
async function runOnce({ root, folder, args, env, supervisor }) {
  const results = join(folder, 'jest.json');
  rmSync(results, { force: true });
  const ownWorkers = args.some((arg) => /^(-i|-w|--runInBand|--maxWorkers)/.test(arg));
  const running = supervisor.spawn({
    name: 'jest',
    stage: 'program',
    command: process.execPath,
    args: [
      ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', join(root, 'node_modules', 'jest', 'bin', 'jest.js')],
      ...['--json', `--outputFile=${results}`, ...(ownWorkers ? [] : [`--maxWorkers=${workers}`]), ...args],
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
  const written = existsSync(results) ? readJson(results) : undefined;
  if (!written) return { sum: { passed: 0, failed: 1, skipped: 0, unsteady: 0 }, failures: [] };
  return { sum: sumOf(written, code), failures: failuresOf(written) };
}

/**
 * Runs jest, and few failed browser stories once more where `tryAgain` is set. What failed is said again at the end: the output of a run is long.
 * @param {Wanted & { tryAgain: boolean }} wanted
 * @returns {Promise<import('./jest-results.mjs').Sum>}
 */
export async function runJest({ tryAgain, ...wanted }) {
  const first = await runOnce(wanted);
  const suites = tryAgain ? worthASecondTry(first.failures) : [];
  const ends = suites.length === 0 || wanted.supervisor.stopping;
  for (const { title, suite, said } of first.failures)
    say.line(`✗ ${title} (${relative(wanted.root, suite)})${ends ? '' : ', tried again below'}\n${said}\n`);
  if (ends) return first.sum;
  const second = await runOnce({ ...wanted, args: ['--maxWorkers=1', '--runTestsByPath', ...suites] });
  for (const { title, suite } of second.failures) say.line(`✗ ${title} (${relative(wanted.root, suite)}) failed twice`);
  return together(first.sum, second.sum);
}
