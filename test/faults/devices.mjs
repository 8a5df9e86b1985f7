// Phones in the field: each has its packets ready, sends them over a bad line, and sends them again until they are acknowledged.
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** @typedef {{ id: string, sessionId: string, slot: number, personId: string, status: string, method: 'roll', at: string, replaces?: string[] }} Mark */
/** @typedef {{ id: string, sessionId: string, mode: 'add' | 'replace', count: number, method: 'counted', countedBy: string, at: string }} HeadCount */
/** @typedef {{ deviceId: string, marks: Mark[], headCounts: HeadCount[] }} Packet */

const statuses = ['present', 'present', 'present', 'late', 'leftEarly', 'onLeave', 'absent'];
/** @template T @param {readonly T[]} list @returns {T} */
const oneOf = (list) => /** @type {T} */ (list[randomInt(list.length)]);

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

/** What the field saw, over all devices. */
export class Field {
  acknowledged = 0;
  /** Packets sent and not answered yet. */
  unanswered = 0;
  retries = 0;
  /** Verdicts that a fact must never get here. @type {string[]} */
  refused = [];
  /** @type {Record<string, number>} */
  troubles = {};

  /** @param {{ origin: string, token: string }} county @param {number} deadline `performance.now()` after which a device gives up */
  constructor(county, deadline) {
    this.county = county;
    this.deadline = deadline;
  }

  /** Nothing is struck any more: who has said everything need not say it again. */
  over = false;

  /** Sends everything in turn, spread over so many seconds, and again what was sent, as long as anything is struck. @param {Packet[]} packets @param {number} seconds */
  async sendAll(packets, seconds) {
    const gap = (seconds * 1_000) / packets.length;
    await pause(Math.random() * gap);
    const begun = performance.now();
    for (const [n, packet] of packets.entries()) {
      await pause(Math.max(begun + n * gap - performance.now(), 0));
      await this.deliver(packet);
      // An answer that was lost on its way looks like this to the server.
      if (randomInt(10) === 0) await this.deliver(packet);
    }
    while (!this.over) {
      await pause(gap);
      await this.deliver(oneOf(packets));
    }
  }

  /** Until it is acknowledged. @param {Packet} packet @returns {Promise<{ id: string, verdict: string }[]>} */
  async deliver(packet) {
    for (;;) {
      if (performance.now() > this.deadline) throw new Error('a device could not deliver in time');
      this.unanswered++;
      try {
        // Some requests are cut off by the hills.
        const patience = randomInt(20) === 0 ? 5 + randomInt(40) : 15_000;
        const answer = await fetch(`${this.county.origin}/v1/field/marks`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${this.county.token}` },
          body: JSON.stringify(packet),
          signal: AbortSignal.timeout(patience),
        });
        if (answer.status === 200) {
          const { verdicts } = /** @type {{ verdicts: { id: string, verdict: string }[] }} */ (await answer.json());
          this.refused.push(
            ...verdicts.filter(({ verdict }) => verdict !== 'accepted' && verdict !== 'already').map(({ verdict }) => verdict),
          );
          this.acknowledged += verdicts.length;
          return verdicts;
        }
        if (answer.status < 500 && answer.status !== 429) throw new Error(`refused with ${answer.status}: ${await answer.text()}`);
        this.#note(`status ${answer.status}`);
        await answer.body?.cancel();
      } catch (error) {
        if (error instanceof Error && error.message.startsWith('refused with')) throw error;
        this.#note(error instanceof Error ? (/** @type {any} */ (error).cause?.code ?? error.name) : 'unknown');
      } finally {
        this.unanswered--;
      }
      this.retries++;
      await pause(100 + randomInt(400));
    }
  }

  /** @param {string} trouble */
  #note(trouble) {
    this.troubles[trouble] = (this.troubles[trouble] ?? 0) + 1;
  }
}
