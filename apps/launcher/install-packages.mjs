// Brings node_modules to what package-lock.json says, and knows at a glance when it is there already.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diskFull, openLog, readLog } from './data-folder.mjs';
import { say, step, Trouble } from './say.mjs';

/** @typedef {{ version?: string, optional?: boolean, dependencies?: object, devDependencies?: object }} Locked */

/**
 * @param {string} path
 * @returns {Record<string, Locked> | undefined}
 */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * npm writes what it installed to node_modules/.package-lock.json when it has finished, and not before.
 * @param {string} root
 */
export function packagesAreUpToDate(root) {
  const wanted = readLock(join(root, 'package-lock.json'));
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !installed) return false;
  const places = Object.entries(wanted).filter(([place]) => place !== '');
  // Optional packages are those of other platforms. A folder deleted by hand shows among the direct ones.
  const isThere = (/** @type {[string, Locked]} */ [place, { version, optional }]) =>
    installed[place] ? installed[place].version === version : optional;
  const direct = Object.keys({ ...wanted['']?.dependencies, ...wanted['']?.devDependencies });
  return places.every(isThere) && direct.every((name) => existsSync(join(root, 'node_modules', name, 'package.json')));
}

/** npm's own entry file where npm started us, otherwise the npm beside this node. @returns {[command: string, args: string[]]} */
function npm() {
  const entry = process.env.npm_execpath;
  if (entry && /npm-cli\.js$/.test(entry)) return [process.execPath, [entry]];
  const beside = join(dirname(process.execPath), 'npm');
  return [existsSync(beside) ? beside : 'npm', []];
}

/**
 * @param {{ root: string, folder: string, supervisor: import('./supervisor.mjs').Supervisor }} where
 */
export async function installPackages({ root, folder, supervisor }) {
  if (packagesAreUpToDate(root)) return;
  say.line('… 安装依赖包(首次约一分钟) · installing packages (about a minute the first time)');
  const install = async (/** @type {string[]} */ ...words) => {
    const [command, first] = npm();
    const log = openLog(folder, 'npm');
    // Development packages compile the sources, so they are wanted whatever NODE_ENV says.
    const args = [...first, ...words, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const { code } = await supervisor.run({ name: 'npm', command, args, cwd: root, log });
    return { code, output: readLog(log) };
  };
  await step(
    async () => {
      let { code, output } = await install('ci');
      // A lock file made on another platform may lack this one's optional packages; --no-save keeps the file as it is.
      if (code !== 0 && /EUSAGE/.test(output)) ({ code, output } = await install('install', '--no-save'));
      if (code === 0) return;
      if (/ENOSPC/.test(output)) throw diskFull(root);
      throw new Trouble('依赖包没有装成', 'the packages could not be installed', {
        more: [...output.trim().split('\n').slice(-8), join(folder, 'logs', 'npm.log')],
      });
    },
    () => ['依赖包已安装', 'packages installed'],
  );
}
