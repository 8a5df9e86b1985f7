// Phones that hand marks over: packets made beforehand, so that the client costs little beside the server.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

/** @typedef {import('./rush.mjs').Sitting} Sitting */
/** @typedef {{ id: string, sessionId: string, slot: number, personId: string, status: string, method: string, at: string, replaces?: string[] }} Mark */

const statuses = ['present', 'present', 'present', 'present', 'present', 'present', 'present', 'late', 'absent', 'onLeave'];

/**
 * Every mark that the classes still await, in the order of their sessions; of each packet some correct others of it.
 * @param {Sitting[]} rush @param {number} size marks of a packet
 * @returns {Mark[][]}
 */
export function packetsOf(rush, size) {
  const at = new Date().toISOString();
  /** @type {Mark[]} */
  const marks = [];
  for (const { sessionIds, people } of rush)
    for (const sessionId of sessionIds)
      for (const personId of people) {
        const n = marks.length;
        const mark = {
          id: randomUUID(),
          sessionId: String(sessionId),
          slot: 1,
          personId: String(personId),
          status: statuses[n % statuses.length],
          method: 'roll',
          at,
        };
        // One in fifty was a slip of the finger, and is corrected at once.
        const slip = n % 50 === 49 ? marks.at(-1) : undefined;
        marks.push(slip ? { ...mark, personId: slip.personId, sessionId: slip.sessionId, replaces: [slip.id] } : mark);
      }
  return Array.from({ length: Math.floor(marks.length / size) }, (_, i) => marks.slice(i * size, (i + 1) * size));
}

/** A phone's or a gateway's connection, kept open. */
export class Line {
  /** @param {{ origin: string, token: string }} county */
  constructor({ origin, token }) {
    this.url = new URL(origin);
    this.token = token;
    this.agent = new Agent({ keepAlive: true, maxSockets: 1 });
  }

  /** @param {string} method @param {string} path @param {string} [body] @returns {Promise<{ status: number, text: string }>} */
  send(method, path, body) {
    return new Promise((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${this.token}`,
        ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      };
      const sent = request({ host: this.url.hostname, port: this.url.port, method, path, headers, agent: this.agent }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part) => (text += part));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text })).on('error', reject);
      });
      sent.on('error', reject).end(body);
    });
  }

  close() {
    this.agent.destroy();
  }
}

/** The packets as bodies, each from a phone of its own connection. @param {Mark[][]} packets @param {number} lines @returns {string[]} */
export function bodiesOf(packets, lines) {
  const devices = Array.from({ length: lines }, () => randomUUID());
  return packets.map((marks, i) => JSON.stringify({ deviceId: devices[i % lines], marks }));
}

/**
 * Hands all bodies over, the lines taking turns. @throws when one is not accepted whole
 * @param {Line[]} lines @param {string[]} bodies @returns {Promise<number[]>} how long each took, in ms
 */
export async function handOver(lines, bodies) {
  let next = 0;
  /** @type {number[]} */
  const took = [];
  await Promise.all(
    lines.map(async (line) => {
      for (let i = next++; i < bodies.length; i = next++) {
        const begun = performance.now();
        const { status, text } = await line.send('POST', '/v1/field/marks', bodies[i]);
        took.push(performance.now() - begun);
        if (status !== 200 || /"(refused|conflict|already|review)"/.test(text)) throw new Error(`${status}: ${text.slice(0, 300)}`);
      }
    }),
  );
  return took;
}
