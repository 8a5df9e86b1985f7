import 'reflect-metadata';
import { readConfig } from '#platform/config';
import { endWhenTold, explainStart } from '#platform/start';
import { createApp } from './create-app.js';

try {
  const config = readConfig();
  const app = await createApp(config);
  endWhenTold(() => app.close());
  await app.listen(config.port, config.host);
  process.stdout.write(`api: listening on ${await app.getUrl()}\n`);
} catch (error) {
  process.stderr.write(`api: ${explainStart(error)}\n`);
  process.exit(1);
}
