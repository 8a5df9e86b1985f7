// The compiled programs of a county as the launcher runs them: the CLI to its end, the api and the worker for as long as it lasts.
import { openLog, readLog, trimLog } from './data-folder.mjs';
import { Trouble } from './say.mjs';

const trimMs = 60_000;

/**
 * @param {object} where
 * @param {string} where.root
 * @param {string} where.folder
 * @param {import('./supervisor.mjs').Supervisor} where.supervisor
 * @param {NodeJS.ProcessEnv} where.env
 */
export function countyPrograms({ root, folder, supervisor, env }) {
  const node = (/** @type {string} */ app, /** @type {string[]} */ ...args) => ({
    command: process.execPath,
    args: [`dist/apps/${app}/main.js`, ...args],
    cwd: root,
    env,
  });

  /** Runs one command of the CLI, whose lines are passed on. @param {string} verb @returns {Promise<number | null>} its exit code */
  const cli = async (verb) => (await supervisor.run({ name: verb, ...node('cli', verb), stdio: ['ignore', 'inherit', 'inherit'] })).code;

  return {
    cli,
    /** A command without which the start makes no sense. @param {string} verb */
    async demand(verb) {
      // It has said itself what is wrong, such as a database newer than this program.
      const code = await cli(verb);
      if (code !== 0) throw new Trouble(`启动中止:${verb}`, `start given up: ${verb} ended with ${code}`);
    },
    /** @param {string} app @param {string} zh @param {string} en */
    keep(app, zh, en) {
      let log = { path: '', from: 0 };
      const launch = async () => {
        const opened = openLog(folder, app);
        log = opened;
        return supervisor.spawn({ name: app, stage: 'program', ...node(app), log: opened });
      };
      setInterval(() => trimLog(log), trimMs).unref();
      return supervisor.keep({ zh, en, launch, lastWords: () => [...readLog(log).trim().split('\n').slice(-12), log.path] });
    },
  };
}
