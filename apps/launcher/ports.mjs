// TCP ports of this machine: on its loopback, or on the address that the application is told to listen on.
import { connect, createServer } from 'node:net';
import { Trouble } from './say.mjs';

const loopback = '127.0.0.1';

/**
 * Where a server that listens on an address is reached from this machine: one that listens on all is reached on the loopback.
 * @param {string | undefined} listensOn
 */
export const reachedAt = (listensOn) => ({ '': loopback, '0.0.0.0': loopback, '::': '::1' })[listensOn ?? ''] ?? listensOn ?? loopback;

/** @param {string} host @param {number} port */
export const webAddress = (host, port) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

/**
 * @param {number} port 0 for any
 * @param {string} [host]
 * @returns {Promise<number>} the port that could be bound; it is free again by then
 */
const bind = (port, host = loopback) =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const { port: bound } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(bound));
    });
  });

/**
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>}
 */
const answers = (port, host = loopback) =>
  new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 1_000 });
    const end = (/** @type {boolean} */ answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false));
  });

/**
 * A free port: the preferred one when nobody has it.
 * @param {number} [preferred]
 */
export async function freePort(preferred) {
  if (preferred && !(await answers(preferred))) {
    try {
      return await bind(preferred);
    } catch {
      // Somebody has it; any other will do.
    }
  }
  return bind(0);
}

/**
 * The port the application will serve on, read and found free, or a `Trouble` that names it.
 * @param {string | undefined} wanted
 */
export function readPort(wanted) {
  const port = Number(wanted || 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Trouble(`PORT 不是端口号:${wanted}`, `PORT is not a port number: ${wanted}`);
}

/** @param {number} port @param {string} [listensOn] */
export async function demandFree(port, listensOn) {
  const taken = new Trouble(`端口 ${port} 已被占用`, `port ${port} is taken by another program`, {
    more: [`PORT=${port === 3001 ? 3002 : 3001} npm start`],
  });
  await bind(port, listensOn || loopback).catch((error) => {
    if (error.code === 'EADDRINUSE') throw taken;
    if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(error.code))
      throw new Trouble(
        `SITANG_HOST 不是本机的地址:${listensOn}`,
        `SITANG_HOST is no address of this machine: ${listensOn} (${error.code})`,
      );
    throw new Trouble(`不能使用端口 ${port}`, `port ${port} cannot be used: ${error.code}`, { more: ['PORT=3001 npm start'] });
  });
  // A listener on every address does not everywhere keep one from binding a single one beside it, so it is also called: only now, when it is
  // an address of this machine. At another's somebody else may answer.
  if (await answers(port, reachedAt(listensOn))) throw taken;
}
