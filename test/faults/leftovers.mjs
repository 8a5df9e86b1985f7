// What runs that were themselves killed have left: a run's folders bear its process's number.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startMark } from '../../apps/launcher/processes.mjs';
import { endLeftovers } from '../../apps/launcher/supervisor.mjs';
import { root } from './county.mjs';
import { stopMySql } from './mysql.mjs';

/** Ends and removes it. */
export async function clearDeadRuns() {
  const data = join(root, '.data');
  if (!existsSync(data)) return;
  for (const name of readdirSync(data)) {
    const [, mysql, pid] = /^(mysql-)?faults-(\d+)$/.exec(name) ?? [];
    if (!pid || startMark(Number(pid))) continue;
    if (mysql) stopMySql(join(data, name));
    else await endLeftovers(join(data, name, 'processes.json'));
    rmSync(join(data, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
