// What a MariaDB or MySQL server says first on a new connection. It says so only when it serves, which an open port alone does not tell.
import { connect } from 'node:net';

/**
 * @param {string} host
 * @param {number} port
 * @param {number} [timeoutMs]
 * @returns {Promise<string>} the server's version, such as `10.11.19-MariaDB`; rejects when nobody serves there
 */
export function databaseGreeting(host, port, timeoutMs = 3_000) {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    const fail = (/** @type {Error} */ error) => {
      socket.destroy();
      reject(error);
    };
    let received = Buffer.alloc(0);
    socket.setTimeout(timeoutMs, () => fail(new Error('no answer')));
    socket.once('error', fail).once('close', () => reject(new Error('closed without a greeting')));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      // Three bytes of length, one of sequence, then 10 and the version up to a NUL; or 255, a code and a message.
      if (received.length < 5 || received.length < 4 + received.readUIntLE(0, 3)) return;
      if (received[4] === 255) return fail(new Error(received.subarray(7).toString('utf8')));
      if (received[4] !== 10) return fail(new Error('not a MariaDB or MySQL server'));
      resolve(
        received
          .subarray(5, received.indexOf(0, 5))
          .toString('latin1')
          .replace(/^5\.5\.5-/, ''),
      );
      socket.destroy();
    });
  });
}
