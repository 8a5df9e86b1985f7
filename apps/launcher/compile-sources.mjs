// TypeScript to dist/ by swc, skipped when nothing has changed since the last whole compilation.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openLog, readLog } from './data-folder.mjs';
import { takeLock } from './run-lock.mjs';
import { step, Trouble } from './say.mjs';

const compiled = ['apps', 'libs', 'demo'];
const ignored = ['**/*.test.ts', '**/*.d.ts', 'apps/web/**', 'apps/launcher/**'];

/** @param {string} folder @returns {string[]} */
export const filesUnder = (folder) => {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
};

/** @param {string} root @returns {string[]} paths from the root */
const sources = (root) =>
  compiled
    .flatMap((name) => filesUnder(join(root, name)))
    .map((path) => relative(root, path))
    .filter((path) => path.endsWith('.ts') && !/\.(test|d)\.ts$|^apps\/(web|launcher)\//.test(path))
    .sort();

/** What the files are, told by size and time. @param {string} root @param {string[]} paths from the root */
export function fingerprint(root, paths) {
  const hash = createHash('sha256');
  for (const path of [...paths, '.swcrc', 'package-lock.json']) {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** @param {string} root @param {string[]} paths */
function removeOrphans(root, paths) {
  const dist = join(root, 'dist');
  const kept = new Set(paths.map((path) => path.replace(/\.ts$/, '.js')));
  for (const name of compiled)
    for (const path of filesUnder(join(dist, name))) if (!kept.has(relative(dist, path).replace(/\.map$/, ''))) rmSync(path);
}

/**
 * Compiles without a word.
 * @param {{ root: string, folder: string, supervisor: import('./supervisor.mjs').Supervisor }} where
 * @returns {Promise<{ files: number, skipped: boolean }>}
 */
export async function compile({ root, folder, supervisor }) {
  const dist = join(root, 'dist');
  const stamp = join(dist, '.stamp');
  mkdirSync(dist, { recursive: true });
  // `npm start` and `npm test` may compile at the same moment; the second then finds the work done.
  const lock = await takeLock(join(dist, '.lock'), { waitMs: 120_000 });
  try {
    const paths = sources(root);
    const now = fingerprint(root, paths);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return { files: paths.length, skipped: true };
    // Without its stamp a compilation cut short is never taken for a finished one.
    rmSync(stamp, { force: true });
    const log = openLog(folder, 'swc');
    const { code } = await supervisor.run({
      name: 'swc',
      command: process.execPath,
      args: [
        join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js'),
        ...compiled.filter((name) => paths.some((path) => path.startsWith(`${name}/`))),
        ...['-d', 'dist', '--config-file', '.swcrc', '--extensions', '.ts', '--ignore', ignored.join(',')],
      ],
      cwd: root,
      log,
    });
    if (code !== 0) throw new Trouble('源码编译失败', 'the sources do not compile', { more: readLog(log).trim().split('\n').slice(-20) });
    removeOrphans(root, paths);
    writeFileSync(stamp, now);
    return { files: paths.length, skipped: false };
  } finally {
    lock.release();
  }
}

/** Compiles and says so. @param {Parameters<typeof compile>[0]} where */
export const compileSources = (where) =>
  step(
    () => compile(where),
    ({ files, skipped }) => (skipped ? ['程序已是最新', 'build up to date'] : [`程序已编译(${files} 个文件)`, `built ${files} files`]),
  );
