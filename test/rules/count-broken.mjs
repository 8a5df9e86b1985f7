// Counts a database by programs that each have one rule broken, and lets each compare what it counted and tells with its second count.
//   node test/rules/count-broken.mjs FOLDER      settings as for any program; one line of JSON each, the first for the sound program
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { brokenAnswers } from './broken-answers.mjs';
import { brokenAttendance } from './broken-attendance.mjs';
import { brokenCounts } from './broken-counts.mjs';
import { Programs } from './broken-program.mjs';
import { takeEntities } from './entities.mjs';

const root = join(import.meta.dirname, '..', '..');
const folder = process.argv[2];
if (!folder) throw new Error('node test/rules/count-broken.mjs FOLDER');
const swcrc = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
const imports = { '#platform/*': './libs/platform/*/index.js', '#*': './libs/*/index.js' };

const sound = join(folder, 'sound');
mkdirSync(sound, { recursive: true });
const swc = [join(root, 'node_modules/@swc/cli/bin/swc.js'), 'apps/cli', 'libs', 'demo'];
execFileSync(process.execPath, [...swc, '-d', sound, '--config-file', '.swcrc', '-C', 'sourceMaps=false', '--extensions', '.ts', '-q'], {
  cwd: root,
});
writeFileSync(join(sound, 'package.json'), JSON.stringify({ type: 'module', imports }));

// Whoever loads what declares a job once more declares it once more.
const jobs = join(sound, 'libs/platform/jobs/job.js');
const once = readFileSync(jobs, 'utf8');
const refusal = /if \(declared\.has\(job\.name\)\) throw [^;]+;/;
if (!refusal.test(once)) throw new Error('jobs are no longer declared as this harness knows it');
writeFileSync(jobs, once.replace(refusal, ''));
const programs = new Programs(sound, join(folder, 'broken'));

/** What loads the modules of the sound program with these patches. @param {import('./broken.mjs').Patch[]} patches */
function breaking(patches) {
  /** @type {Map<string, string>} */
  const sources = new Map();
  for (const [file, from, to] of patches) {
    const source = sources.get(file) ?? readFileSync(join(root, file), 'utf8');
    if (!source.includes(from)) throw new Error(`${file} no longer says: ${from}`);
    sources.set(
      file,
      source.replace(from, () => to),
    );
  }
  const compiled = [...sources].map(([file, source]) => {
    const { code } = transformSync(source, { ...swcrc, filename: join(root, file), sourceMaps: false });
    return /** @type {const} */ ([file.replace(/\.ts$/, '.js'), code]);
  });
  return programs.changed(new Map(compiled));
}

/**
 * What a program makes of the facts: its bulletin, and the comparisons in which its own second count differs.
 * @param {(path: string) => Promise<any>} load @param {boolean} anew whether it counts, or tells of what was counted
 * @returns {Promise<{ figures: import('#statistics').BulletinLine, drifts: string[] }>}
 */
async function outcome(load, anew) {
  const entities = takeEntities();
  const { withProgram } = await load('apps/cli/program.js');
  const { Recount, AskFigures, VerifyFigures } = await load('libs/statistics/index.js');
  const { systemContext } = await load('libs/platform/context/index.js');
  entities.share();
  return withProgram(async (/** @type {import('@nestjs/common').INestApplicationContext} */ app) => {
    const ctx = systemContext('cli');
    if (anew) await app.get(Recount).run(ctx);
    const line = await app.get(AskFigures).bulletin(ctx, { from: 202101, to: 202112, basis: 'trainee' });
    const { batches, sessionsHeld, backbone, demonstration, other } = line;
    /** @type {{ comparison: string, rows: number }[]} */
    const drifts = await app.get(VerifyFigures).run();
    return {
      figures: { batches, sessionsHeld, backbone, demonstration, other },
      drifts: drifts.filter(({ rows }) => rows > 0).map(({ comparison }) => comparison),
    };
  });
}

/** @param {object} line */
const print = (line) => console.log(JSON.stringify(line));

print({ rule: 'all', story: 'every rule as it is', ...(await outcome(programs.load, true)) });
// Of answers the sound program's count is told.
for (const [rules, anew] of /** @type {const} */ ([
  [brokenAnswers, false],
  [[...brokenAttendance, ...brokenCounts], true],
]))
  for (const { rule, story, patches } of rules) print({ rule, story, ...(await outcome(breaking(patches), anew)) });
