import 'reflect-metadata';
import { ConfigFault, readConfig } from '#platform/config';
import { endWhenTold } from '#platform/core';
import { WrongDatabase } from '#platform/database';
import { createApp } from './create-app.js';

try {
  const config = readConfig();
  const app = await createApp(config);
  endWhenTold(() => app.close());
  await app.listen(config.port, config.host);
  process.stdout.write(`api: listening on ${await app.getUrl()}\n`);
} catch (error) {
  process.stderr.write(`api: ${explain(error)}\n`);
  process.exit(1);
}

/** What went wrong, for whoever starts it: settings and servers that are away need no stack. */
function explain(error: unknown): string {
  if (error instanceof ConfigFault || error instanceof WrongDatabase) return error.message;
  const { code, message, stack } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'the port is taken by another program; set PORT to another one';
  if (code === 'EACCES') return 'this port may not be opened here; set PORT to one above 1023';
  if (code && /^(ECONN|ENOTFOUND|ETIMEDOUT|ER_|PROTOCOL)/.test(code)) return `the database cannot be reached (${code})`;
  return stack ?? message;
}
