// The checks that need no database: each counts as one test.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compileSources } from './compile-sources.mjs';
import { openLog, readLog } from './data-folder.mjs';
import { say, secondsSince } from './say.mjs';

const dependencyRules = '.dependency-cruiser.cjs';
const formatted = '{apps,libs,test,demo}/**/*.{ts,tsx,js,mjs,css}';

/** @typedef {{ name: string, zh: string, en: string, tool: string, args: string[] }} Check */
/** @param {string} root @returns {Check[]} */
const checks = (root) => [
  { name: 'types', zh: '类型', en: 'types', tool: 'typescript/bin/tsc', args: ['-p', 'tsconfig.json', '--noEmit'] },
  {
    name: 'page-types',
    zh: '页面类型',
    en: 'types of the pages',
    tool: 'typescript/bin/tsc',
    args: ['-p', 'apps/web/tsconfig.json', '--noEmit'],
  },
  { name: 'lint', zh: '代码规则', en: 'lint', tool: 'eslint/bin/eslint.js', args: ['.'] },
  ...(existsSync(join(root, dependencyRules))
    ? [
        {
          name: 'boundaries',
          zh: '模块边界',
          en: 'boundaries',
          tool: 'dependency-cruiser/bin/dependency-cruise.mjs',
          args: ['apps', 'libs', '--config', dependencyRules],
        },
      ]
    : []),
  { name: 'format', zh: '格式', en: 'format', tool: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level=warn', formatted] },
];

/**
 * @param {{ root: string, folder: string, supervisor: import('./supervisor.mjs').Supervisor, first: Promise<unknown> }} where `first`: what has
 *   begun already; however it ends, it takes the place of a check until then
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runStaticChecks({ first, ...where }) {
  const { root, folder, supervisor } = where;
  const count = { passed: 0, failed: 0 };
  const waiting = checks(root);
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { name, zh, en, tool, args } = check;
      const since = performance.now();
      const log = openLog(folder, name);
      const { code } = await supervisor.run({
        name,
        command: process.execPath,
        args: [join(root, 'node_modules', tool), ...args],
        cwd: root,
        log,
      });
      if (code === 0) say.done(zh, en, since);
      else say.line(`${readLog(log).trim()}\n✗ ${zh} · ${en} (${secondsSince(since)})`);
      count[code === 0 ? 'passed' : 'failed']++;
    }
  };
  const build = async () => {
    try {
      await compileSources(where);
      count.passed++;
    } catch (error) {
      if (supervisor.stopping) throw error;
      say.trouble(error);
      count.failed++;
    }
  };
  // Two at a time: on two cores a third would only slow the others.
  const begun = first.catch(() => undefined);
  await Promise.all([begun.then(lane), build().then(lane)]);
  return count;
}
