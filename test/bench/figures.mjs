// `figures`: the official's year by kind, town and month with people, beside the smallest request that has to know who asks.
import { Line } from './field-load.mjs';
import { measured, quantile, rounded } from './measures.mjs';
import { startVolume } from './volume-county.mjs';

const question = '/v1/figures?from=2021-01&to=2021-12&by=kind,town,month';
const smallest = '/v1/me';
const [warm, times] = [30, 400];

/** @param {import('./run-bench.mjs').Setting} setting @returns {Promise<import('./run-bench.mjs').Outcome>} */
export async function benchFigures({ name, marks, say, databaseUrl }) {
  const county = await startVolume(marks, say, databaseUrl);
  const line = new Line(county);
  try {
    /** @param {string} path */
    const ask = async (path) => {
      const begun = performance.now();
      const { status, text } = await line.send('GET', path);
      if (status !== 200) throw new Error(`${path}: ${status} ${text.slice(0, 200)}`);
      return { ms: performance.now() - begun, text };
    };
    for (let i = 0; i < warm; i++) for (const path of [question, smallest]) await ask(path);
    const { rows, total } = JSON.parse((await ask(question)).text);
    /** @type {number[][]} */
    const [asked, bare] = [[], []];
    const pids = { api: county.pid('api'), database: county.pid('database') };
    const { cpu } = await measured(pids, async () => {
      for (let i = 0; i < times; i++) {
        asked.push((await ask(question)).ms);
        bare.push((await ask(smallest)).ms);
      }
    });
    const [product, limit] = [quantile(asked, 0.95), quantile(bare, 0.95)];
    say(
      `${name} at ${marks / 1e6} M: p50 ${rounded(quantile(asked, 0.5))} ms, p95 ${rounded(product)} ms; limit ${rounded(quantile(bare, 0.5))} ms, p95 ${rounded(limit)} ms; ratio ${rounded(product / limit)}`,
    );
    say(
      `  ${rows.length} rows, ${total.personTimes.registered} person-times of ${total.people} people; processor ms a pair: api ${rounded((cpu.api * 1e3) / times)}, database ${rounded((cpu.database * 1e3) / times)}`,
    );
    const form = `GET ${smallest}, in turn with the question on one connection: token, account and grants, one row each`;
    return { product, limit, unit: 'ms, p95', form, durability: 'reads only' };
  } finally {
    line.close();
    await county.stop();
  }
}
