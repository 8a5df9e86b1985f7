// As much of Redis's protocol as a start needs, because it runs before any package is installed.
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** @param {string[]} words */
const encode = (words) => `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;

/**
 * Reads one simple, error or bulk reply from the front of a buffer.
 * @param {Buffer} buffer
 * @returns {{ text: string, isError: boolean, length: number } | undefined} undefined while it is not whole
 */
function decode(buffer) {
  const end = buffer.indexOf('\r\n');
  if (end < 0) return undefined;
  const [kind, head] = [String.fromCharCode(buffer[0]), buffer.subarray(1, end).toString('utf8')];
  if (kind !== '$' || head === '-1') return { text: head, isError: kind === '-', length: end + 2 };
  const length = end + 2 + Number(head) + 2;
  return buffer.length < length ? undefined : { text: buffer.subarray(end + 2, length - 2).toString('utf8'), isError: false, length };
}

/**
 * Signs in as the address says, sends one command and answers with its reply.
 * @param {string} url `redis://` or `rediss://`
 * @param {string[]} command one that is answered with a line or a text
 * @param {number} [timeoutMs]
 * @returns {Promise<string>} rejects with the server's own words when it refuses
 */
export function askRedis(url, command, timeoutMs = 3_000) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const to = { host, port: Number(port || 6379) };
  const secrets = [decodeURIComponent(username), decodeURIComponent(password)].filter(Boolean);
  const commands = [...(secrets.length ? [['AUTH', ...secrets]] : []), command];
  return new Promise((resolve, reject) => {
    const socket = protocol === 'rediss:' ? connectTls({ ...to, servername: host }) : connect(to);
    const fail = (/** @type {Error} */ error) => {
      socket.destroy();
      reject(error);
    };
    let received = Buffer.alloc(0);
    let awaited = commands.length;
    socket.setTimeout(timeoutMs, () => fail(new Error('no answer')));
    socket.once('error', fail).once('close', () => reject(new Error('closed without an answer')));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      for (let reply = decode(received); reply; reply = decode(received)) {
        received = received.subarray(reply.length);
        if (reply.isError) return fail(new Error(reply.text));
        if (--awaited > 0) continue;
        resolve(reply.text);
        return void socket.destroy();
      }
    });
    socket.write(commands.map(encode).join(''));
  });
}

/**
 * @param {string} info what INFO answered
 * @param {string} field
 */
export const infoField = (info, field) => new RegExp(`^${field}:(.*?)\r?$`, 'm').exec(info)?.[1];
