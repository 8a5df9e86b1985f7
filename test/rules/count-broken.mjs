// Counts a database by programs that each have one rule broken, and lets the sound program say what is wrong with the figures.
//   node test/rules/count-broken.mjs FOLDER      settings as for any program; one line of JSON a rule, the last for the sound program
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import { brokenRules } from './broken-rules.mjs';

const root = join(import.meta.dirname, '..', '..');
const folder = process.argv[2] ?? '';
const swcrc = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
const imports = { '#platform/*': './libs/platform/*/index.js', '#*': './libs/*/index.js' };

const sound = join(folder, 'sound');
mkdirSync(sound, { recursive: true });
const swc = [join(root, 'node_modules/@swc/cli/bin/swc.js'), 'apps/cli', 'libs', 'demo'];
execFileSync(process.execPath, [...swc, '-d', sound, '--config-file', '.swcrc', '--extensions', '.ts', '-q'], { cwd: root });
writeFileSync(join(sound, 'package.json'), JSON.stringify({ type: 'module', imports }));

/** @param {string} program a folder with a compiled program @param {string} path */
const load = (program, path) => import(pathToFileURL(join(program, path)).href);

/** @param {string} name @param {import('./broken-rules.mjs').BrokenRule['patches']} patches */
function broken(name, patches) {
  const program = join(folder, name);
  cpSync(sound, program, { recursive: true });
  /** @type {Map<string, string>} */
  const sources = new Map();
  for (const [file, from, to] of patches) {
    const source = sources.get(file) ?? readFileSync(join(root, file), 'utf8');
    if (!source.includes(from)) throw new Error(`${file} no longer says: ${from}`);
    sources.set(file, source.replace(from, to));
  }
  for (const [file, source] of sources)
    writeFileSync(
      join(program, file.replace(/\.ts$/, '.js')),
      transformSync(source, { ...swcrc, filename: join(root, file), sourceMaps: false }).code,
    );
  return program;
}

/** Counts everything anew. @param {string} program @returns {Promise<{ backbone: number, demonstration: number, batches: number }>} */
async function recount(program) {
  const { withProgram } = await load(program, 'apps/cli/program.js');
  const { Recount, AskFigures } = await load(program, 'libs/statistics/index.js');
  const { systemContext } = await load(program, 'libs/platform/context/index.js');
  return withProgram(async (/** @type {import('@nestjs/common').INestApplicationContext} */ app) => {
    const ctx = systemContext('cli');
    await app.get(Recount).run(ctx);
    const { backbone, demonstration, batches } = await app.get(AskFigures).bulletin(ctx, { from: 202101, to: 202112, basis: 'trainee' });
    return { backbone, demonstration, batches };
  });
}

/** The comparisons in which the second count differs. @returns {Promise<string[]>} */
async function drifting() {
  const { withProgram } = await load(sound, 'apps/cli/program.js');
  const { VerifyFigures } = await load(sound, 'libs/statistics/index.js');
  return withProgram(async (/** @type {import('@nestjs/common').INestApplicationContext} */ app) => {
    const drifts = await app.get(VerifyFigures).run();
    return drifts
      .filter((/** @type {{ rows: number }} */ one) => one.rows > 0)
      .map((/** @type {{ comparison: string }} */ one) => one.comparison);
  });
}

for (const [i, { rule, story, patches }] of brokenRules.entries()) {
  const figures = await recount(broken(`rule-${i}`, patches));
  console.log(JSON.stringify({ rule, story, figures, drifts: await drifting() }));
}
console.log(JSON.stringify({ rule: 'all', story: 'every rule as it is', figures: await recount(sound), drifts: await drifting() }));
