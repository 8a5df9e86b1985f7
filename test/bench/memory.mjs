// `memory`: what a county marks in an hour, handed over in ten minutes: what the API and the worker hold meanwhile, minute by minute.
//   The limit is what they held in the second minute, when everything was used once: memory that grows with what has passed shows in the ratio.
import { setTimeout as pause } from 'node:timers/promises';
import { bodiesOf, handOver, Line, packetsOf } from './field-load.mjs';
import { residentMiB, rounded } from './measures.mjs';
import { forgetRush, readRush } from './rush.mjs';
import { settled, startVolume } from './volume-county.mjs';

const [minutes, size, lines] = [10, 50, 4];

/** @param {import('./run-bench.mjs').Setting} setting @returns {Promise<import('./run-bench.mjs').Outcome>} */
export async function benchMemory({ name, marks, say, databaseUrl }) {
  const county = await startVolume(marks, say, databaseUrl);
  const field = Array.from({ length: lines }, () => new Line(county));
  try {
    const rush = await readRush(county);
    await forgetRush(county, rush);
    await settled(county);
    const packets = packetsOf(rush, size);
    const sent = packets.length * size;
    const peaks = await peaksOf(county, async (deadline) => {
      const gap = (minutes * 60_000) / packets.length;
      const begun = performance.now();
      for (let i = 0; packets.length > 0 && performance.now() < deadline; i++) {
        await pause(Math.max(begun + i * gap - performance.now(), 0));
        await handOver([field[i % lines]], bodiesOf(packets.splice(0, 1), 1));
      }
    });
    await settled(county);
    say(`${name} at ${marks / 1e6} M: ${sent} marks in ${minutes} minutes; most MiB held, minute by minute`);
    for (const program of /** @type {const} */ (['api', 'worker'])) say(`  ${program} ${peaks.map((one) => one[program]).join(' ')}`);
    const held = (/** @type {{ api: number, worker: number } | undefined} */ peak) =>
      (peak?.api ?? Number.NaN) + (peak?.worker ?? Number.NaN);
    const [product, limit] = [held(peaks.at(-1)), held(peaks[1])];
    say(`  last minute beside second: ${rounded(product / limit)}`);
    await forgetRush(county, rush);
    await settled(county);
    return {
      product,
      limit,
      unit: 'MiB, API and worker',
      form: 'what both held in the second minute',
      durability: 'resident memory, sampled four times a second',
    };
  } finally {
    for (const line of field) line.close();
    await county.stop();
  }
}

/**
 * @param {import('../faults/county.mjs').County} county @param {(deadline: number) => Promise<void>} work
 * @returns {Promise<{ api: number, worker: number }[]>} the most of each minute
 */
async function peaksOf(county, work) {
  /** @param {'api' | 'worker'} program */
  const resident = (program) => Math.round(residentMiB(county.pid(program)));
  /** @type {{ api: number, worker: number }[]} */
  const peaks = [];
  const begun = performance.now();
  const timer = setInterval(() => {
    const minute = Math.floor((performance.now() - begun) / 60_000);
    const known = peaks[minute] ?? { api: 0, worker: 0 };
    peaks[minute] = { api: Math.max(known.api, resident('api')), worker: Math.max(known.worker, resident('worker')) };
  }, 250);
  try {
    await work(begun + (minutes + 1) * 60_000);
  } finally {
    clearInterval(timer);
  }
  // The first moments of a minute that was hardly begun are no minute.
  return peaks.slice(0, minutes);
}
