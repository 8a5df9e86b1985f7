// `npm run faults [-- NAME … ] [--short] [--mysql | --database=URL]`: the real processes, killed and stopped under a stream of marks; then nothing may be lost.
//   With --mysql on the second engine, which is started for it, killed like the first and ended. With --database the county is served from
//   an empty database of another server, which is not killed.
//   Long form: 20,000 marks from 200 devices for each crash, bounded in time, and the long forms of some stories. Short form: a tenth, all faults in one stream.
import { exitCodeOf, untilInterrupted } from '../../apps/launcher/interruption.mjs';
import { crashes } from './crashes.mjs';
import { clearDeadRuns } from './leftovers.mjs';
import { CannotBeHad, MySql } from './mysql.mjs';
import { endure, ownCounty } from './storm.mjs';
import { repeat, suites } from './suites.mjs';

const args = process.argv.slice(2);
const short = args.includes('--short');
const given = args.find((arg) => arg.startsWith('--database='))?.slice('--database='.length);
const named = args.filter((arg) => !arg.startsWith('-'));

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);
/** @param {number} since */
const seconds = (since) => `${((performance.now() - since) / 1_000).toFixed(1)} s`;
/** @param {unknown} figures */
const inOneLine = (figures) => JSON.stringify(figures, (_, value) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value));

/** What is to be ended, the last first, however the run ends. @type {(() => unknown)[]} */
const begun = [];
let interrupted = false;
const sum = { passed: 0, failed: 0 };
/** @param {boolean} passed @param {string} line */
function count(passed, line) {
  if (interrupted) return;
  sum[passed ? 'passed' : 'failed']++;
  say(`${passed ? 'ok  ' : 'FAIL'} ${line}`);
}

/** @param {string[]} names @param {MySql} [mysql] */
async function storm(names, mysql) {
  const since = performance.now();
  const county = ownCounty(mysql ? await mysql.empty('faults') : given, mysql);
  begun.push(() => county.stop());
  try {
    const figures = await endure(county, names, short);
    count(true, `${names.map((name) => crashes[name].story).join('; ')} (${seconds(since)})\n     ${inOneLine(figures)}`);
  } catch (error) {
    count(false, `${names.join(', ')}: ${error instanceof Error ? error.stack : error}`);
  }
  if (!interrupted) await begun.pop()?.();
}

/** @param {string} name @param {string} [server] */
async function suite(name, server) {
  const since = performance.now();
  const { ended, stop } = repeat(name, server);
  begun.push(stop);
  const { passed, figures, said } = await ended;
  count(passed, `${name} ${JSON.stringify(suites[name].settings)}: ${figures} (${seconds(since)})${passed ? '' : `\n${said}`}`);
  if (!interrupted) begun.pop();
}

async function run() {
  const known = [...Object.keys(crashes), ...Object.keys(suites)];
  const unknown = named.filter((name) => !known.includes(name));
  if (unknown.length > 0) return (say(`no such fault: ${unknown.join(', ')}; there are ${known.join(', ')}`), 2);
  await clearDeadRuns();
  /** @type {MySql | undefined} */
  let mysql;
  if (args.includes('--mysql')) {
    mysql = MySql.start();
    begun.push(() => mysql?.stop());
  }
  // A given server is not ours to kill.
  const all = known.filter((name) => !(given && name === 'database') && !(short && name in suites));
  const chosen = named.length > 0 ? named : all;
  const storms = chosen.filter((name) => name in crashes);
  for (const names of short ? [storms] : storms.map((name) => [name])) if (names.length > 0 && !interrupted) await storm(names, mysql);
  const server = mysql?.url ?? given?.replace(/\/[^/]*$/, '');
  for (const name of chosen.filter((name) => name in suites)) if (!interrupted) await suite(name, server);
  say(`${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed > 0 ? 1 : 0;
}

const running = run().catch((error) => {
  if (error instanceof CannotBeHad) return (say(`MySQL UNTRIED: ${error.message}`), 3);
  return (say(`FAIL ${error instanceof Error ? error.stack : error}`), 1);
});
const end = await Promise.race([running, untilInterrupted()]);
interrupted = typeof end !== 'number';
if (typeof end !== 'number') say('error' in end ? String(end.error) : `interrupted by ${end.signal}`);
while (begun.length > 0) await begun.pop()?.();
process.exit(typeof end === 'number' ? end : exitCodeOf(end));
