// Hooks of Node's loader: in `?rule=7` of a module's address it is told of which program the module is.
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @type {{ sound: string, folder: string }} */
let where;
/** @type {Map<string, Set<string>>} */
const anew = new Map();

/** @param {typeof where} data */
export const initialize = (data) => void (where = data);

/** @param {string} url */
const pathOf = (url) => relative(where.sound, fileURLToPath(url));
/** @param {string | undefined} url */
const ruleOf = (url) => (url?.startsWith('file:') ? new URL(url).searchParams.get('rule') : null);

/** The modules that a program has for itself. @param {string} rule */
function ownOf(rule) {
  let own = anew.get(rule);
  if (!own) anew.set(rule, (own = new Set(JSON.parse(readFileSync(join(where.folder, rule, 'anew.json'), 'utf8')))));
  return own;
}

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  const rule = ruleOf(context.parentURL);
  if (!rule || !found.url.startsWith('file:') || !ownOf(rule).has(pathOf(found.url))) return found;
  return { ...found, url: `${found.url}?rule=${rule}` };
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  const rule = ruleOf(url);
  const changed = rule && join(where.folder, rule, pathOf(url));
  if (!changed || !existsSync(changed)) return next(url, context);
  return { format: 'module', source: readFileSync(changed), shortCircuit: true };
}
