// What phones in the field have to say: each has its packets ready.
import { randomInt, randomUUID } from 'node:crypto';

/** @typedef {{ id: string, sessionId: string, slot: number, personId: string, status: string, method: 'roll', at: string, replaces?: string[] }} Mark */
/** @typedef {{ id: string, sessionId: string, mode: 'add' | 'replace', count: number, method: 'counted', countedBy: string, at: string }} HeadCount */
/** @typedef {{ deviceId: string, marks: Mark[], headCounts: HeadCount[] }} Packet */

const statuses = ['present', 'present', 'present', 'late', 'leftEarly', 'onLeave', 'absent'];
/** @template T @param {readonly T[]} list @returns {T} */
export const oneOf = (list) => /** @type {T} */ (list[randomInt(list.length)]);

/**
 * What a device will send: marks of which some correct its own earlier ones, and now and then how many stood there.
 * @param {import('./prepare.mjs').Markable[]} sessions @param {{ marks: number, packet: number }} size
 * @returns {Packet[]}
 */
export function packetsOf(sessions, { marks, packet }) {
  const deviceId = randomUUID();
  const at = new Date().toISOString();
  /** @type {Map<string, string>} */
  const said = new Map();
  return Array.from({ length: Math.ceil(marks / packet) }, (_, n) => {
    const many = Math.min(packet, marks - n * packet);
    const made = Array.from({ length: many }, () => {
      const { sessionId, people } = oneOf(sessions);
      const personId = oneOf(people);
      const before = said.get(`${sessionId}/${personId}`);
      const mark = { id: randomUUID(), sessionId, slot: 1, personId, status: oneOf(statuses), method: /** @type {const} */ ('roll'), at };
      said.set(`${sessionId}/${personId}`, mark.id);
      return before ? { ...mark, replaces: [before] } : mark;
    });
    const counted = sessions.filter((one) => one.counted);
    /** @type {HeadCount[]} */
    const headCounts =
      n % 3 === 0 && counted.length > 0
        ? [
            {
              id: randomUUID(),
              sessionId: oneOf(counted).sessionId,
              mode: oneOf(['add', 'replace']),
              count: randomInt(80),
              method: 'counted',
              countedBy: '村文书',
              at,
            },
          ]
        : [];
    return { deviceId, marks: made, headCounts };
  });
}

/** A last word about every session, so that every class has something to count. @param {import('./prepare.mjs').Markable[]} sessions @returns {Packet} */
export function lastWords(sessions) {
  const at = new Date().toISOString();
  const marks = sessions.map(({ sessionId, people }) => ({
    id: randomUUID(),
    sessionId,
    slot: 2,
    personId: oneOf(people),
    status: 'late',
    method: /** @type {const} */ ('roll'),
    at,
  }));
  return { deviceId: randomUUID(), marks, headCounts: [] };
}
