// `marks`: packets of field marks acknowledged over HTTP, beside the same rows written by the driver alone.
//   `mark-one`: the same with one mark a request.
import { bareForm, handOverBare } from './bare-marks.mjs';
import { bodiesOf, handOver, Line, packetsOf } from './field-load.mjs';
import { durabilityOf, measured, median, quantile, rounded } from './measures.mjs';
import { forgetRush, readRush } from './rush.mjs';
import { connect, settled, startVolume } from './volume-county.mjs';

/** @typedef {{ size: number, lines: number, perRound: number, rounds: number }} Load */

/** @type {Record<string, Load>} */
const loads = {
  marks: { size: 200, lines: 8, perRound: 80, rounds: 5 },
  'mark-one': { size: 1, lines: 32, perRound: 3_000, rounds: 5 },
};

/** @param {import('./run-bench.mjs').Setting} setting @returns {Promise<import('./run-bench.mjs').Outcome>} */
export async function benchMarks({ name, marks, say, databaseUrl }) {
  const { size, lines: many, perRound, rounds } = loads[name];
  const county = await startVolume(marks, say, databaseUrl);
  const connections = await Promise.all(Array.from({ length: many }, () => connect(county, { multipleStatements: true })));
  const lines = Array.from({ length: many }, () => new Line(county));
  try {
    const rush = await readRush(county);
    await forgetRush(county, rush);
    await settled(county);
    const packets = packetsOf(rush, size);
    const classOf = new Map(rush.flatMap((one) => one.sessionIds.map((id) => /** @type {const} */ ([String(id), one.classId]))));
    const around = { classOf, userId: 1, deviceId: 1 };
    const pids = { api: county.pid('api'), worker: county.pid('worker'), database: county.pid('database') };
    /** @type {{ product: number[], limit: number[], took: number[], cpu: Record<string, number[]>, bareCpu: number[] }} */
    const seen = { product: [], limit: [], took: [], cpu: {}, bareCpu: [] };
    const take = () => packets.splice(0, perRound);
    // A first round of each warms what a server that has run for a while has warm.
    for (let round = 0; round <= rounds; round++) {
      const halves = [
        async () => {
          const bodies = bodiesOf(take(), many);
          const { result, seconds, cpu } = await measured(pids, () => handOver(lines, bodies));
          await settled(county);
          if (round === 0) return;
          seen.product.push((perRound * size) / seconds);
          seen.took.push(...result);
          for (const [process, used] of Object.entries(cpu)) (seen.cpu[process] ??= []).push((used * 1e6) / (perRound * size));
        },
        async () => {
          const some = take();
          const { seconds, cpu } = await measured(pids, () => handOverBare(connections, some, around));
          await settled(county);
          if (round === 0) return;
          seen.limit.push((perRound * size) / seconds);
          seen.bareCpu.push((cpu.database * 1e6) / (perRound * size));
        },
      ];
      for (const half of round % 2 === 0 ? halves : halves.reverse()) await half();
    }
    const [product, limit] = [median(seen.product), median(seen.limit)];
    const cost = Object.entries(seen.cpu).map(([process, used]) => `${process} ${rounded(median(used))}`);
    say(`${name} at ${marks / 1e6} M: ${rounded(product)} marks/s, limit ${rounded(limit)}, ratio ${rounded(product / limit)}`);
    say(`  request p50 ${rounded(quantile(seen.took, 0.5))} ms, p95 ${rounded(quantile(seen.took, 0.95))} ms`);
    say(`  processor µs a mark: ${cost.join(', ')}; limit: database ${rounded(median(seen.bareCpu))}`);
    await forgetRush(county, rush);
    await settled(county);
    return {
      product,
      limit,
      unit: 'marks/s',
      form: `${bareForm}, over ${many} connections`,
      durability: await durabilityOf(connections[0]),
    };
  } finally {
    for (const line of lines) line.close();
    await Promise.all(connections.map((connection) => connection.end()));
    await county.stop();
  }
}
