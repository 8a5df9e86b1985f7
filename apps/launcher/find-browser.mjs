// The browser that the browser stories drive: an installed Chromium or Chrome. None is ever downloaded beside the system's packages.
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { hasApt, installBrowserByApt } from './apt-packages.mjs';
import { say } from './say.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const applications = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

/** @param {string} file */
const isThere = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * @param {NodeJS.ProcessEnv} env `TEST_BROWSER` names one
 * @param {string[]} folders
 * @returns {string | undefined}
 */
export const findBrowser = (env, folders) =>
  env.TEST_BROWSER ?? [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...applications].find(isThere);

/** What to type where there is none. */
export const browserAdvice = 'sudo apt-get install -y chromium · brew install --cask chromium · TEST_BROWSER=/path/to/chrome';

/**
 * An installed browser, by apt where there is none and apt may be used.
 * @param {{ env: NodeJS.ProcessEnv, machine: import('./find-services.mjs').Machine, folder: string, supervisor: import('./supervisor.mjs').Supervisor }} where
 * @returns {Promise<string | undefined>}
 */
export async function provideBrowser({ env, machine, folder, supervisor }) {
  const found = findBrowser(env, machine.folders);
  if (found || !(await hasApt(machine))) return found;
  const failure = await installBrowserByApt({ folder, supervisor });
  if (failure.length) say.warn(`浏览器没有装成:${failure.join(' · ')}`, 'the browser could not be installed');
  return findBrowser(env, machine.folders);
}
