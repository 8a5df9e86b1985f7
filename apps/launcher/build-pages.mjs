// The web pages to dist/web by vite, skipped when nothing has changed since the last whole build.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesUnder, fingerprint } from './compile-sources.mjs';
import { openLog, readLog } from './data-folder.mjs';
import { takeLock } from './run-lock.mjs';
import { step, Trouble } from './say.mjs';

/** A page that was opened before its parts were replaced finds them for so long. */
const keptMs = 30 * 86_400_000;

/** The files of the build that is now replaced are as good as new: their time runs from here. @param {string} dist */
function keepCurrent(dist) {
  const now = new Date();
  for (const manifest of ['manifest.json', 'field-manifest.json'].map((name) => join(dist, name)).filter(existsSync))
    for (const { file, css = [] } of Object.values(JSON.parse(readFileSync(manifest, 'utf8'))))
      for (const name of [file, ...css]) if (existsSync(join(dist, name))) utimesSync(join(dist, name), now, now);
}

/** @param {string} assets */
function removeOld(assets) {
  const now = Date.now();
  for (const path of filesUnder(assets)) if (now - statSync(path).mtimeMs > keptMs) rmSync(path);
}

/**
 * @param {{ root: string, folder: string, supervisor: import('./supervisor.mjs').Supervisor }} where
 * @returns {Promise<{ skipped: boolean }>}
 */
async function build({ root, folder, supervisor }) {
  const dist = join(root, 'dist', 'web');
  const stamp = join(dist, '.stamp');
  mkdirSync(dist, { recursive: true });
  const lock = await takeLock(join(dist, '.lock'), { waitMs: 180_000 });
  try {
    const sources = ['apps/web', 'libs/contract']
      .flatMap((name) => filesUnder(join(root, name)))
      .map((path) => relative(root, path))
      .filter((path) => !/\.test\.tsx?$/.test(path))
      .sort();
    const now = fingerprint(root, sources);
    if (existsSync(stamp) && existsSync(join(dist, 'index.html')) && readFileSync(stamp, 'utf8') === now) return { skipped: true };
    rmSync(stamp, { force: true });
    keepCurrent(dist);
    const log = openLog(folder, 'vite');
    const { code } = await supervisor.run({
      name: 'vite',
      command: process.execPath,
      args: [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--config', 'apps/web/vite.config.ts', '--logLevel=warn'],
      cwd: root,
      log,
    });
    if (code !== 0) throw new Trouble('页面编译失败', 'the pages do not build', { more: readLog(log).trim().split('\n').slice(-20) });
    removeOld(join(dist, 'assets'));
    writeFileSync(stamp, now);
    return { skipped: false };
  } finally {
    lock.release();
  }
}

/** Builds and says so. @param {Parameters<typeof build>[0]} where */
export const buildPages = (where) =>
  step(
    () => build(where),
    ({ skipped }) => (skipped ? ['页面已是最新', 'pages up to date'] : ['页面已编译', 'pages built']),
  );
