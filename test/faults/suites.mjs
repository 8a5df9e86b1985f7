// The long forms of stories that break things inside one process: how often is said by their settings.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './county.mjs';

/** `only`: the stories of the file that are repeated. @type {Record<string, { pattern: string, only?: string, settings: Record<string, string> }>} */
export const suites = {
  order: { pattern: 'test/stories/any-order', settings: { FAULTS_RUNS: '25' } },
  histories: { pattern: 'test/stories/histories', settings: { FAULTS_RUNS: '6' } },
  retries: { pattern: 'test/stories/retries', settings: { RETRIES_RUNS: '12' } },
  phones: { pattern: 'test/stories/many-phones', settings: { FAULTS_MARKS: '10000' } },
  batteries: { pattern: 'test/browser/field.test', only: 'dies again and again', settings: { FAULTS_KILLS: '100' } },
};

/** @param {string} name @param {string} [server] address of another server @returns {{ ended: Promise<{ passed: boolean, figures: string, said: string }>, stop: () => Promise<unknown> }} */
export function repeat(name, server) {
  const { pattern, only, settings } = suites[name];
  const run = spawn(process.execPath, [join(root, 'apps/launcher/test.mjs'), '--quick', pattern, ...(only ? ['-t', only] : [])], {
    cwd: root,
    env: { ...process.env, ...settings, ...(server && { TEST_DATABASE_URL: server }) },
    timeout: 900_000,
  });
  let said = '';
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (text) => (said += text));
  const ended = new Promise((resolve) => run.once('close', resolve)).then((code) => ({
    passed: code === 0,
    figures: said.match(/^\d+ passed, \d+ failed.*$/gm)?.at(-1) ?? 'no end',
    said,
  }));
  return { ended, stop: () => (run.kill(), ended) };
}
