// Counts a database by programs that each have one rule broken, and lets each compare what it counted and tells with its second count.
//   node test/rules/count-broken.mjs FOLDER      settings as for any program; one line of JSON each, the first for the sound program
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import { brokenAnswers } from './broken-answers.mjs';
import { brokenAttendance } from './broken-attendance.mjs';
import { brokenCounts } from './broken-counts.mjs';

/** @type {{ EntitiesMetadataStorage: { storage: Map<string, unknown> } }} */
const { EntitiesMetadataStorage } = await import(new URL('entities-metadata.storage.js', import.meta.resolve('@nestjs/typeorm')).href);
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

let copies = 0;
/** A copy of the sound program with these patches. @param {import('./broken.mjs').Patch[]} patches */
function breaking(patches) {
  const program = join(folder, `rule-${++copies}`);
  cpSync(sound, program, { recursive: true });
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
  for (const [file, source] of sources)
    writeFileSync(
      join(program, file.replace(/\.ts$/, '.js')),
      transformSync(source, { ...swcrc, filename: join(root, file), sourceMaps: false }).code,
    );
  return program;
}

/** Entities enter lists of the whole process: with those of every program before it, each would take longer to start than the last. */
function forgetEntities() {
  Reflect.deleteProperty(globalThis, 'typeormMetadataArgsStorage');
  EntitiesMetadataStorage.storage.clear();
}

/**
 * What a program makes of the facts: its bulletin, and the comparisons in which its own second count differs.
 * @param {string} program a folder with a compiled program @param {boolean} anew whether it counts, or tells of what was counted
 * @returns {Promise<{ figures: import('#statistics').BulletinLine, drifts: string[] }>}
 */
async function outcome(program, anew) {
  forgetEntities();
  /** @param {string} path */
  const load = (path) => import(pathToFileURL(join(program, path)).href);
  const { withProgram } = await load('apps/cli/program.js');
  const { Recount, AskFigures, VerifyFigures } = await load('libs/statistics/index.js');
  const { systemContext } = await load('libs/platform/context/index.js');
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

print({ rule: 'all', story: 'every rule as it is', ...(await outcome(sound, true)) });
// Of answers the sound program's count is told.
for (const [rules, anew] of /** @type {const} */ ([
  [brokenAnswers, false],
  [[...brokenAttendance, ...brokenCounts], true],
]))
  for (const { rule, story, patches } of rules) print({ rule, story, ...(await outcome(breaking(patches), anew)) });
