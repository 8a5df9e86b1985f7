import 'reflect-metadata';
import { readConfig } from '#platform/config';
import { endWhenTold, explainStart } from '#platform/start';
import { createWorker } from './create-worker.js';

try {
  const worker = await createWorker(readConfig());
  endWhenTold(() => worker.close());
} catch (error) {
  process.stderr.write(`worker: ${explainStart(error)}\n`);
  process.exit(1);
}
