// A port for a program that is started later. Not one that the system hands out: another test that asks it for any could have it by then.
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below what Linux (32768) and others (49152) hand out. */
const [first, last] = [20_000, 32_000];

/** @param {number} port @returns {Promise<boolean>} */
const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });

/** @returns {Promise<number>} */
export async function freePort() {
  for (;;) {
    const port = randomInt(first, last);
    if (await isFree(port)) return port;
  }
}
