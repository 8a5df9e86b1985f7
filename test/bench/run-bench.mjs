// `npm run bench -- NAME… [--json] [--sets=1,10] [--database=URL]`: the product and its limit side by side in one run.
//   NAME: marks, mark-one, figures, fresh, recount, import, memory, field, all. --sets: how many million marks lie behind, built once and kept.
import { benchField } from './field.mjs';
import { benchFigures } from './figures.mjs';
import { benchFresh } from './fresh.mjs';
import { benchImport } from './import.mjs';
import { benchMarks } from './marks.mjs';
import { benchMemory } from './memory.mjs';
import { rounded } from './measures.mjs';
import { benchRecount } from './recount.mjs';

/** @typedef {{ name: string, marks: number, say: (line: string) => void, databaseUrl?: string }} Setting one set of so many marks */
/** @typedef {{ product: number, limit: number, unit: string, form: string, durability: string }} Outcome */

/** @type {Record<string, (setting: Setting) => Promise<Outcome>>} */
const benches = {
  marks: benchMarks,
  'mark-one': benchMarks,
  figures: benchFigures,
  fresh: benchFresh,
  recount: benchRecount,
  import: benchImport,
  memory: benchMemory,
  field: benchField,
};

const args = process.argv.slice(2);
const json = args.includes('--json');
/** @param {string} name */
const option = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const sets = (option('sets') ?? '1').split(',').map((millions) => Number(millions) * 1e6);
const named = args.filter((arg) => !arg.startsWith('--'));
const wanted = named.includes('all') ? Object.keys(benches) : named;
const unknown = wanted.filter((name) => !(name in benches));
if (wanted.length === 0 || unknown.length > 0) {
  console.error(`npm run bench -- NAME… [--json] [--sets=1,10] [--database=URL]; NAME: ${Object.keys(benches).join(', ')}, all`);
  process.exit(2);
}

/** @param {string} line */
const say = (line) => void process.stdout.write(`${line}\n`);
for (const name of wanted) {
  /** @type {Outcome[]} */
  const found = [];
  for (const marks of sets) found.push(await benches[name]({ name, marks, say, databaseUrl: option('database') }));
  const [{ form, durability, product, limit, unit }, larger] = found;
  say(`  limit: ${form}; ${durability}`);
  if (json) {
    const growth = larger && { growth: rounded(larger.product / product) };
    say(JSON.stringify({ name, product: rounded(product), limit: rounded(limit), unit, ratio: rounded(product / limit), ...growth }));
  }
}
process.exit(0);
