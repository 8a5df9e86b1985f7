import 'reflect-metadata';
import { ConfigFault, readConfig } from '#platform/config';
import { createWorker } from './create-worker.js';

try {
  const worker = await createWorker(readConfig());
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void worker.close().finally(() => process.exit(0)));
  }
} catch (error) {
  process.stderr.write(`${error instanceof ConfigFault ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
