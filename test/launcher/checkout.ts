// A checkout like a clone's, with the real launcher and stand-ins for the programs, and the means to start it and look at it.
import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from '../../libs/platform/clock/until.fixture.js';

export { until };

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Loads a module of the launcher, which is plain JavaScript. */
export const launcherModule = async <T>(name: string): Promise<T> => (await import(join(repository, 'apps', 'launcher', name))) as T;

export const { freePort } = (await import(join(repository, 'test', 'launcher', 'free-port.mjs'))) as { freePort: () => Promise<number> };

/** A whole start, on a machine that does other things too. */
export const patienceMs = 60_000;
/** Of a test that starts and stops more than once. */
export const longestTestMs = 180_000;

export interface Started {
  child: ChildProcess;
  output: () => string;
  prints: (text: string) => Promise<void>;
  ends: () => Promise<number | null>;
}

export class Checkout {
  readonly root: string;
  #started: ChildProcess[] = [];

  constructor() {
    // Inside the folder of this test run, which is removed even when the run is cut short.
    const parent = process.env.SITANG_DATA ?? tmpdir();
    mkdirSync(parent, { recursive: true });
    this.root = realpathSync(mkdtempSync(join(parent, 'launcher-')));
    const put = (path: string, value: unknown): void => {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), typeof value === 'string' ? value : JSON.stringify(value));
    };
    cpSync(join(repository, 'apps', 'launcher'), join(this.root, 'apps', 'launcher'), { recursive: true });
    cpSync(join(repository, 'apps', 'cli', 'bin.mjs'), join(this.root, 'apps', 'cli', 'bin.mjs'));
    cpSync(join(repository, 'docker'), join(this.root, 'docker'), { recursive: true });
    cpSync(join(repository, '.swcrc'), join(this.root, '.swcrc'));
    for (const app of ['api', 'worker', 'cli'])
      cpSync(join(repository, 'test', 'launcher', 'stand-in', `${app}.ts`), join(this.root, 'apps', app, 'main.ts'));
    // Packages of its own, so that nothing the launcher installs or removes here reaches the repository's.
    const packages = { 'node_modules/mysql2': { version: '1.0.0' }, 'node_modules/other-platform': { version: '1.0.0', optional: true } };
    put('package.json', { name: 'stand-in', type: 'module' });
    put('package-lock.json', { lockfileVersion: 3, packages: { '': { dependencies: { mysql2: '1.0.0' } }, ...packages } });
    put('node_modules/.package-lock.json', { packages: { 'node_modules/mysql2': packages['node_modules/mysql2'] } });
    put('node_modules/vite/bin/vite.js', "const fs = require('node:fs'); fs.writeFileSync('dist/web/index.html', '');");
    for (const name of ['@swc', 'mysql2']) symlinkSync(join(repository, 'node_modules', name), join(this.root, 'node_modules', name));
  }

  folder(name: string): string {
    return join(this.root, name);
  }

  /** Starts a script of the checkout in a process group of its own, as a terminal would. */
  start(script: string, env: NodeJS.ProcessEnv = {}, args: string[] = []): Started {
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^(DATABASE_URL|REDIS_URL|PORT|NODE_|SITANG_|TEST_|JEST_|npm_)/.test(name),
    );
    const child = spawn(process.execPath, [join(this.root, script), ...args], {
      cwd: this.root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      // As under npm: a launcher whose parent is gone, here a test run cut short, stops by itself.
      env: { ...Object.fromEntries(inherited), npm_lifecycle_event: 'start', ...env },
    });
    this.#started.push(child);
    let text = '';
    child.stdout?.on('data', (chunk) => (text += String(chunk)));
    child.stderr?.on('data', (chunk) => (text += String(chunk)));
    let code: number | null | undefined;
    child.once('close', (ended) => (code = ended));
    const waited = <T>(probe: () => T | undefined | false, what: string): Promise<T> =>
      until(probe, what, patienceMs).catch((error: Error) => Promise.reject(new Error(`${error.message}\n--- it printed:\n${text}`)));
    return {
      child,
      output: () => text,
      prints: async (wanted) => {
        await waited(() => text.includes(wanted) || code !== undefined, wanted);
        if (!text.includes(wanted)) throw new Error(`it ended with ${code} before: ${wanted}\n--- it printed:\n${text}`);
      },
      ends: async () => (await waited(() => code !== undefined && { code }, 'its end')).code,
    };
  }

  /** Processes that live in this checkout, by working directory or command line: newest last. Linux only; elsewhere none are seen. */
  residents(): { pid: number; command: string }[] {
    if (process.platform !== 'linux') return [];
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
          const isHere = readlinkSync(`/proc/${name}/cwd`).startsWith(this.root) || command.includes(this.root);
          return isHere ? [{ pid: Number(name), command }] : [];
        } catch {
          return [];
        }
      });
  }

  killResidents(): void {
    for (const { pid } of this.residents())
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // Ended by itself meanwhile.
      }
  }

  async remove(): Promise<void> {
    this.killResidents();
    for (const child of this.#started) child.kill('SIGKILL');
    await until(() => this.residents().length === 0, 'nothing left in the checkout');
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}
