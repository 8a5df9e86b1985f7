// `npm run faults [-- NAME … ] [--short] [--database=URL]`: the real processes, killed and stopped under a stream of marks; then nothing may be lost.
//   With --database the county is served from an empty database of another server, which is not killed.
//   Long form: 20,000 marks from 200 devices for each crash, bounded in time, and the long forms of the stories named below. Short form: a tenth, all faults in one stream.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { crashes } from './crashes.mjs';
import { County, root } from './county.mjs';
import { Field, lastWords, packetsOf } from './devices.mjs';
import { prepareSessions } from './prepare.mjs';
import { proveNothingLost } from './proofs.mjs';

const args = process.argv.slice(2);
const short = args.includes('--short');
const databaseUrl = args.find((arg) => arg.startsWith('--database='))?.slice('--database='.length);
const named = args.filter((arg) => !arg.startsWith('-'));
const size = short
  ? { devices: 20, marks: 100, packet: 10, seconds: 25, classes: 12, people: 8, times: 1, blows: 3, hold: 8, patience: 120 }
  : { devices: 200, marks: 100, packet: 20, seconds: 75, classes: 20, people: 30, times: 4, blows: 2, hold: 60, patience: 300 };

/** A minute without Redis, twice, takes longer than four kills. @param {string[]} names */
const sizeOf = (names) => (!short && names.includes('redis') ? { ...size, seconds: 150, times: 2 } : size);

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);
/** @param {number} value */
const rounded = (value) => Math.round(value * 10) / 10;

/** A county of its own, a field that sends, and crashes one after the other. @param {string[]} names */
async function endure(names) {
  const begun = performance.now();
  const { devices, seconds, patience, times, hold, blows } = sizeOf(names);
  const today = new Date().toISOString().slice(0, 10);
  const county = new County(join(process.env.SITANG_DATA ?? join(root, '.data'), `faults-${process.pid}`), databaseUrl);
  try {
    await county.start();
    const sessions = await prepareSessions(county, { ...size, today });
    const loads = Array.from({ length: devices }, () => packetsOf(sessions, size));
    const field = new Field(county, performance.now() + patience * 1_000);
    const sending = Promise.all(loads.map((packets) => field.sendAll(packets, seconds)));
    sending.catch(() => undefined);
    const storm = { county, field, sessions: sessions.length, times, hold };
    /** @type {Record<string, unknown>} */
    const struck = {};
    for (const name of names) struck[name] = await crashes[name].strike(storm);
    field.over = true;
    await sending;
    const packets = loads.flat();
    for (const name of Array(blows).fill(names).flat()) {
      const packet = lastWords(sessions);
      packets.push(packet);
      await field.deliver(packet);
      await crashes[name].lastBlow(storm);
    }
    if (field.refused.length > 0) throw new Error(`verdicts: ${[...new Set(field.refused)].join(', ')}`);
    for (const packet of packets.slice(0, 50)) {
      const wrong = (await field.deliver(packet)).find(({ verdict }) => verdict !== 'already');
      if (wrong) throw new Error(`what was acknowledged is ${wrong.verdict} when it comes again`);
    }
    const proof = await proveNothingLost(county, packets, today);
    const figures = {
      ...struck,
      ...proof,
      settledSeconds: rounded(proof.settledSeconds),
      retries: field.retries,
      troubles: field.troubles,
    };
    say(`ok   ${names.map((name) => crashes[name].story).join('; ')} (${rounded((performance.now() - begun) / 1_000)} s)`);
    say(`     ${JSON.stringify(figures, (_, value) => (typeof value === 'number' ? rounded(value) : value))}`);
    return true;
  } catch (error) {
    say(`FAIL ${names.join(', ')}: ${error instanceof Error ? error.stack : error}`);
    return false;
  } finally {
    await county.stop();
  }
}

/** The long forms of stories that break things inside one process: how often is said by their settings. */
const suites = {
  order: { pattern: 'test/stories/any-order', settings: { FAULTS_RUNS: '25' } },
  histories: { pattern: 'test/stories/histories', settings: { FAULTS_RUNS: '6' } },
  retries: { pattern: 'test/stories/retries', settings: { RETRIES_RUNS: '12' } },
};

/** @param {keyof typeof suites} name */
function repeat(name) {
  const { pattern, settings } = suites[name];
  const begun = performance.now();
  const run = spawnSync(process.execPath, [join(root, 'apps/launcher/test.mjs'), '--quick', pattern], {
    cwd: root,
    env: { ...process.env, ...settings, ...(databaseUrl && { TEST_DATABASE_URL: databaseUrl.replace(/\/[^/]*$/, '') }) },
    encoding: 'utf8',
    timeout: 900_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  const counted = run.stdout.match(/^\d+ passed, \d+ failed.*$/gm)?.at(-1) ?? 'no end';
  say(
    `${run.status === 0 ? 'ok  ' : 'FAIL'} ${name} ${JSON.stringify(settings)}: ${counted} (${rounded((performance.now() - begun) / 1_000)} s)`,
  );
  if (run.status !== 0) say(run.stdout + run.stderr);
  return run.status === 0;
}

const known = [...Object.keys(crashes), ...Object.keys(suites)];
const unknown = named.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  say(`no such fault: ${unknown.join(', ')}; there are ${known.join(', ')}`);
  process.exit(2);
}
// A given server is not ours to kill.
const all = known.filter((name) => !(databaseUrl && name === 'database') && !(short && name in suites));
const chosen = named.length > 0 ? named : all;
const [storms, repeated] = [chosen.filter((name) => name in crashes), chosen.filter((name) => name in suites)];
let [passed, failed] = [0, 0];
for (const names of (short ? [storms] : storms.map((name) => [name])).filter((one) => one.length > 0)) {
  if (await endure(names)) passed++;
  else failed++;
}
for (const name of /** @type {(keyof typeof suites)[]} */ (repeated)) {
  if (repeat(name)) passed++;
  else failed++;
}
say(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
