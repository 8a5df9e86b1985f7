// Everything a launcher starts is started here: recorded so that the next start can find it, restarted when it dies, stopped in order.
import { spawn } from 'node:child_process';
import { closeSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { endProcess, isSameProcess, signalProcess, startMark } from './processes.mjs';
import { readJson, writeJson } from './data-folder.mjs';
import { say, Trouble } from './say.mjs';

/** Programs stop first and the database last. */
export const stages = /** @type {const} */ (['program', 'redis', 'database']);
/** @typedef {(typeof stages)[number]} Stage */
/** @typedef {{ name: string, stage: Stage, pid: number, mark: string }} Recorded */
/** @typedef {{ child: import('node:child_process').ChildProcess, record: Recorded, ended: Promise<{ code: number | null, signal: NodeJS.Signals | null }>, patient: boolean }} Running */
/**
 * @typedef {object} Wanted
 * @property {string} name
 * @property {Stage} stage
 * @property {string} command
 * @property {string[]} args
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {import('node:child_process').StdioOptions} [stdio]
 * @property {{ fd: number }} [log] where its output goes, opened by `openLog`; closed here
 * @property {boolean} [leavesOthers] what it leaves running is not ours to end, such as an engine's containers
 * @property {boolean} [patient] never cut short: a stop waits for its end instead
 */

const restartsPerMinute = 5;
const backOffMs = [100, 500, 1_000, 2_000, 4_000];
const stopMs = 10_000;
/** Together below what a stop may take. */
const graceMs = { program: 5_000, redis: 1_000, database: 3_500 };

export class Supervisor {
  /** @type {Set<Running>} */
  #running = new Set();
  #recordPath;
  /** @type {(trouble: unknown) => void} */
  #giveUp = () => {};
  /** @type {((leftMs: number) => Promise<void>)[]} */
  #afterwards = [];
  stopping = false;

  /** Answers, once, with the reason why a kept program could not be kept. */
  gaveUp = new Promise((resolve) => (this.#giveUp = resolve));

  /** @param {string} recordPath */
  constructor(recordPath) {
    this.#recordPath = recordPath;
  }

  /**
   * Starts a process in a group of its own: a Ctrl-C reaches the launcher alone, which then stops its children in order.
   * @param {Wanted} wanted
   * @returns {Running}
   */
  spawn({
    name,
    stage,
    command,
    args,
    cwd,
    env,
    log,
    stdio = log ? ['ignore', log.fd, log.fd] : 'ignore',
    patient = false,
    leavesOthers = patient,
  }) {
    if (this.stopping) throw new Trouble('正在停止', 'stopping');
    const child = spawn(command, args, { cwd, env, stdio, detached: true });
    if (log) closeSync(log.fd);
    const ended = new Promise((resolve) => {
      child.once('error', () => resolve({ code: 127, signal: null }));
      child.once('exit', (code, signal) => resolve({ code, signal }));
    });
    const running = { child, record: { name, stage, pid: child.pid ?? 0, mark: startMark(child.pid ?? 0) ?? '' }, ended, patient };
    this.#running.add(running);
    this.#write();
    ended.then(() => {
      this.#running.delete(running);
      // What a program leaves behind in its group, such as a test runner's workers, goes with it.
      if (child.pid && !leavesOthers) signalProcess(-child.pid, 'SIGKILL');
      if (!this.stopping) this.#write();
    });
    return running;
  }

  /**
   * Runs a program to its end.
   * @param {Omit<Wanted, 'stage'>} wanted
   */
  run(wanted) {
    return this.spawn({ ...wanted, stage: 'program' }).ended;
  }

  /**
   * Keeps a program running: one that ends by itself is started again, at most five times a minute.
   * @param {object} program
   * @param {string} program.zh
   * @param {string} program.en
   * @param {() => Promise<Running>} program.launch answers when the program serves
   * @param {() => string[]} program.lastWords the end of its log
   */
  async keep({ zh, en, launch, lastWords }) {
    /** @type {number[]} */
    const restarts = [];
    const watch = async (/** @type {Running} */ running) => {
      for (;;) {
        const { code, signal } = await running.ended;
        if (this.stopping) return;
        while (restarts.length && performance.now() - restarts[0] > 60_000) restarts.shift();
        if (restarts.length === restartsPerMinute)
          throw new Trouble(`${zh}一分钟内退出了 ${restartsPerMinute + 1} 次,不再重启`, `${en} keeps dying; gave up`, {
            more: lastWords(),
          });
        say.warn(`${zh}意外退出(${signal ?? code}),重新启动`, `${en} ended unexpectedly; starting it again`);
        await pause(backOffMs[restarts.length]);
        restarts.push(performance.now());
        if (this.stopping) return;
        const since = performance.now();
        running = await launch().then(
          (again) => (say.done(`${zh}已恢复`, `${en} serves again`, since), again),
          (error) => this.#failedLaunch(error, running),
        );
      }
    };
    const first = await launch();
    watch(first).catch((error) => this.stopping || this.#giveUp(error));
    return first;
  }

  /**
   * A restart that did not come to serve counts as one more death.
   * @param {unknown} error
   * @param {Running} last
   * @returns {Running}
   */
  #failedLaunch(error, last) {
    if (!this.stopping) say.trouble(error);
    return { ...last, ended: Promise.resolve({ code: 1, signal: null }) };
  }

  /**
   * What else is to be ended, such as containers, when all processes are, within what is then left of the stop.
   * @param {(leftMs: number) => Promise<void>} work
   */
  afterwards(work) {
    this.#afterwards.push(work);
  }

  /**
   * Stops everything, stage after stage, within ten seconds (a patient program apart).
   * @returns {Promise<boolean>} whether there was anything to stop
   */
  async stop() {
    this.stopping = true;
    const until = performance.now() + stopMs;
    const any = this.#running.size + this.#afterwards.length > 0;
    if ([...this.#running].some(({ patient }) => patient)) say.note('等系统的软件包装完', 'waiting for the system packages to be finished');
    for (const stage of stages) {
      const here = [...this.#running].filter(({ record }) => record.stage === stage);
      await Promise.all(
        here.map(({ child, record, ended, patient }) => {
          if (patient || !child.pid) return ended;
          return Promise.race([ended, endProcess(record.pid, record.mark, graceMs[stage])]);
        }),
      );
    }
    for (const work of this.#afterwards) await work(Math.max(1_000, Math.floor(until - performance.now())));
    rmSync(this.#recordPath, { force: true });
    return any;
  }

  #write() {
    writeJson(
      this.#recordPath,
      [...this.#running].map(({ record }) => record),
    );
  }
}

/**
 * Ends what a launcher that was killed has left running, in the same order as a stop.
 * @param {string} recordPath
 * @returns {Promise<string[]>} the names of what was ended
 */
export async function endLeftovers(recordPath) {
  /** @type {Recorded[]} */
  const recorded = (readJson(recordPath) ?? []).filter((/** @type {Recorded} */ { pid, mark }) => isSameProcess(pid, mark));
  for (const stage of stages) {
    const here = recorded.filter((one) => one.stage === stage);
    // Nobody waits for this database to be quick: it gets the time for a clean shutdown.
    await Promise.all(here.map(({ pid, mark }) => endProcess(pid, mark, stage === 'database' ? 30_000 : graceMs[stage])));
  }
  rmSync(recordPath, { force: true });
  return recorded.map(({ name }) => name);
}
