// `fresh`: from a mark that is acknowledged to the figure that shows it, while marks come at half the rate that the machine takes;
//   beside the way of an empty job through the queue and back under the same load.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Queue, QueueEvents, Worker } from 'bullmq';
import { bodiesOf, handOver, Line, packetsOf } from './field-load.mjs';
import { quantile, rounded } from './measures.mjs';
import { forgetRush, readProbes, readRush } from './rush.mjs';
import { settled, startVolume } from './volume-county.mjs';

const [size, lines, probes] = [200, 4, 60];

/** @param {import('./run-bench.mjs').Setting} setting @returns {Promise<import('./run-bench.mjs').Outcome>} */
export async function benchFresh({ name, marks, say, databaseUrl }) {
  const county = await startVolume(marks, say, databaseUrl);
  const field = Array.from({ length: lines }, () => new Line(county));
  const probe = new Line(county);
  const job = emptyJob(county.redisUrl);
  try {
    const rush = await readRush(county);
    const tried = await readProbes(county);
    await forgetRush(county, [...rush, ...tried]);
    await settled(county);
    const packets = packetsOf(rush, size);
    let rate = 0;
    // A first round warms what a server that has run for a while has warm; the second says what the machine takes.
    for (const first of [packets.splice(0, 80), packets.splice(0, 80)]) {
      const begun = performance.now();
      await handOver(field, bodiesOf(first, lines));
      rate = first.length / ((performance.now() - begun) / 1_000);
      await settled(county);
    }

    let over = false;
    /** @type {Promise<unknown>[]} */
    const sent = [];
    const load = (async () => {
      const gap = 2_000 / rate;
      for (let due = performance.now(); !over && packets.length > 0; due += gap) {
        await pause(Math.max(due - performance.now(), 0));
        // Not waited for: the field does not wait for itself either.
        sent.push(handOver([field[packets.length % lines]], bodiesOf(packets.splice(0, 1), 1)));
      }
    })();
    /** @type {{ fresh: number[], empty: number[] }} */
    const seen = { fresh: [], empty: [] };
    let shown = 0;
    for (const { sessionIds, people } of tried.slice(0, probes)) {
      seen.empty.push(await job.roundTrip());
      const at = new Date().toISOString();
      const mark = {
        id: randomUUID(),
        sessionId: String(sessionIds[0]),
        slot: 1,
        personId: String(people[0]),
        status: 'present',
        method: 'roll',
        at,
      };
      await probe.send('POST', '/v1/field/marks', JSON.stringify({ deviceId: randomUUID(), marks: [mark] }));
      const acknowledged = performance.now();
      for (shown++; ; await pause(1)) {
        const { text } = await probe.send('GET', '/v1/figures?from=2023-01&to=2023-01');
        if (JSON.parse(text).total.attendances >= shown) break;
        if (performance.now() - acknowledged > 30_000) throw new Error('a mark is not shown');
      }
      seen.fresh.push(performance.now() - acknowledged);
      await pause(40);
    }
    over = true;
    await load;
    await Promise.all(sent);
    await settled(county);
    const [product, limit] = [quantile(seen.fresh, 0.95), quantile(seen.empty, 0.95)];
    say(
      `${name} at ${marks / 1e6} M, under ${rounded((rate * size) / 2)} marks/s: p50 ${rounded(quantile(seen.fresh, 0.5))} ms, p95 ${rounded(product)} ms; limit p50 ${rounded(quantile(seen.empty, 0.5))} ms, p95 ${rounded(limit)} ms; ratio ${rounded(product / limit)}`,
    );
    await forgetRush(county, [...rush, ...tried]);
    await settled(county);
    const form = 'a BullMQ job without work on the same Redis, added and its end heard, while the same marks come';
    return { product, limit, unit: 'ms, p95', form, durability: 'figures are asked over HTTP until they show the mark' };
  } finally {
    await job.close();
    for (const line of [...field, probe]) line.close();
    await county.stop();
  }
}

/** @param {string} url */
function emptyJob(url) {
  const { hostname: host, port, password } = new URL(url);
  const connection = { host, port: Number(port), password, maxRetriesPerRequest: null };
  const queue = new Queue('bench-empty', { connection });
  const events = new QueueEvents('bench-empty', { connection });
  const worker = new Worker('bench-empty', async () => undefined, { connection });
  return {
    async roundTrip() {
      await events.waitUntilReady();
      await worker.waitUntilReady();
      const begun = performance.now();
      const added = await queue.add('empty', {}, { removeOnComplete: true });
      await added.waitUntilFinished(events);
      return performance.now() - begun;
    },
    close: () => Promise.all([worker.close(), events.close(), queue.close()]),
  };
}
