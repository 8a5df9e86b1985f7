import 'reflect-metadata';
import { ConfigFault, readConfig } from '#platform/config';
import { endWhenTold } from '#platform/core';
import { WrongDatabase } from '#platform/database';
import { createWorker } from './create-worker.js';

try {
  const worker = await createWorker(readConfig());
  endWhenTold(() => worker.close());
} catch (error) {
  const isTold = error instanceof ConfigFault || error instanceof WrongDatabase;
  process.stderr.write(`${isTold ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
