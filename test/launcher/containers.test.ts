import { afterAll, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launcherModule } from './checkout.js';

const { containerServices } = await launcherModule<{ containerServices: (wanted: object) => { start(): Promise<void> } }>(
  'container-services.mjs',
);
const { Supervisor } = await launcherModule<{ Supervisor: new (record: string) => { stop(): Promise<boolean> } }>('supervisor.mjs');

const folder = mkdtempSync(join(tmpdir(), 'sitang-containers-'));
mkdirSync(join(folder, 'logs'));
afterAll(() => rmSync(folder, { recursive: true }));

test('both containers are stopped by one command, within what a stop may take', async () => {
  const engine = join(folder, 'engine');
  const asked = join(folder, 'asked');
  writeFileSync(engine, `#!/bin/sh\necho "$@" >> '${asked}'\n`, { mode: 0o700 });
  const supervisor = new Supervisor(join(folder, 'processes.json'));
  const container = { kind: 'container' };
  await containerServices({
    plan: { database: container, redis: container, engine: { title: 'engine', compose: [engine, 'compose'] } },
    root: folder,
    folder,
    settings: { databasePassword: '-', redisPassword: '-' },
    supervisor,
    forGood: false,
  }).start();
  await supervisor.stop();
  const stops = readFileSync(asked, 'utf8')
    .split('\n')
    .filter((line) => / stop /.test(line));
  expect(stops).toEqual([expect.stringMatching(/ stop --timeout \d database redis$/)]);
});
