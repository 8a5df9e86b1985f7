// Figures of a run: medians, percentiles, and the processor time of the processes that did the work.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @param {number[]} values @param {number} share 0.5 is the median */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(Math.ceil(sorted.length * share), sorted.length) - 1] ?? Number.NaN;
}
/** @param {number[]} values */
export const median = (values) => quantile(values, 0.5);

/** @param {number} value */
export const rounded = (value) => (value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));

let ticks = 0;
/** Seconds of processor time that a process has used. Linux; elsewhere unknown. @param {number | undefined} pid */
export function processorSeconds(pid) {
  if (process.platform !== 'linux' || !pid) return Number.NaN;
  ticks ||= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticks;
}

/**
 * Does the work and says how long it took and what it cost.
 * @template T
 * @param {Record<string, number | undefined>} processes name → pid
 * @param {() => Promise<T>} work
 */
export async function measured(processes, work) {
  const before = Object.entries(processes).map(([name, pid]) => /** @type {const} */ ([name, pid, processorSeconds(pid)]));
  const own = process.cpuUsage();
  const begun = performance.now();
  const result = await work();
  const seconds = (performance.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(own);
  const cpu = Object.fromEntries(before.map(([name, pid, was]) => [name, processorSeconds(pid) - was]));
  return { result, seconds, cpu: /** @type {Record<string, number>} */ ({ ...cpu, client: (user + system) / 1e6 }) };
}

/** MiB of memory that a process holds. Linux. @param {number | undefined} pid */
export const residentMiB = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** What the server promises of a commit, as it says itself. @param {import('mysql2/promise').Connection} db */
export async function durabilityOf(db) {
  const [[row]] = /** @type {any} */ (await db.query('SELECT @@innodb_flush_log_at_trx_commit AS durability, VERSION() AS engine'));
  return `${row.engine}, innodb_flush_log_at_trx_commit=${row.durability}`;
}
