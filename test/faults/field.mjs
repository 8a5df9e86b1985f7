// The field over a bad line: each phone sends its packets in turn, and again until they are acknowledged. Of what a kill cut off it is known what became of it.
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { oneOf } from './devices.mjs';

/** @typedef {import('./devices.mjs').Packet} Packet */
/** @typedef {{ id: string, verdict: string }[]} Verdicts */
/**
 * The packets that were on their way when something was killed. Of one that was never sent before, by a device that does not hang up itself,
 * nothing but the kill decided whether it is stored.
 * @typedef {object} Hit
 * @property {number} unanswered on their way at the kill
 * @property {number} sentFirst of those, never sent before, by a device that waits; each of them is one of the following
 * @property {number} answeredYet the answer came nevertheless
 * @property {number} storedAnswerLost no answer, and `already` when it came again: committed, then killed
 * @property {number} notStored no answer, and `accepted` when it came again: killed before the commit
 * @property {number} unclear it was hit again, or never answered
 */
/** @typedef {{ packet: Packet, first: boolean, hit?: Hit }} Sending */

/** @returns {Hit} */
export const noHits = () => ({ unanswered: 0, sentFirst: 0, answeredYet: 0, storedAnswerLost: 0, notStored: 0, unclear: 0 });

/** So many of the last answers say how long one takes. */
const recent = 50;
/** So many phones at most stand on one hill. */
const together = 50;

/** What the field saw, over all devices. */
export class Field {
  acknowledged = 0;
  retries = 0;
  /** Verdicts that a fact must never get here. @type {string[]} */
  refused = [];
  /** @type {Record<string, number>} */
  troubles = {};
  /** Nothing is struck any more: who has said everything need not say it again. */
  over = false;
  /** Sent and not answered yet. @type {Set<Sending>} */
  #onTheirWay = new Set();
  /** @type {Set<Packet>} */
  #sent = new Set();
  /** @type {Set<Packet>} */
  #taken = new Set();
  /** Cut off by a kill when it was sent for the first time, and not acknowledged since. @type {Map<Packet, Hit>} */
  #cutOff = new Map();
  /** @type {number[]} */
  #tookMs = [];
  /** @type {Set<() => void>} */
  #waiting = new Set();

  /** @param {{ origin: string, token: string }} county @param {number} deadline `performance.now()` after which a device gives up */
  constructor(county, deadline) {
    this.county = county;
    this.deadline = deadline;
  }

  /** How many of those that a kill cut off have not told yet what became of them. */
  get untold() {
    return this.#cutOff.size;
  }

  get unanswered() {
    return this.#onTheirWay.size;
  }

  /** On their way, never sent before, by devices that wait. @returns {Packet[]} */
  get sentFirst() {
    return [...this.#onTheirWay].flatMap(({ first, packet }) => (first ? [packet] : []));
  }

  /** The median of the latest round trips. */
  get typicalMs() {
    return [...this.#tookMs].sort((a, b) => a - b)[this.#tookMs.length >> 1] ?? 30;
  }

  /** Phones come back into reach together, those first that wait longest: each sends at once what it would have sent next. */
  rush() {
    for (const go of [...this.#waiting].slice(0, together)) go();
  }

  /** Something was killed this moment. What became of the packets on their way is added to `hit` in the time that follows. @param {Hit} hit */
  struck(hit) {
    for (const sending of this.#onTheirWay) {
      sending.hit = hit;
      hit.unanswered++;
      if (sending.first) hit.sentFirst++;
    }
  }

  /**
   * Sends everything in turn, spread over so many seconds, and again what was sent, as long as anything is struck. Whoever comes back into
   * reach then has something new to say, so that there is always something to lose.
   * @param {Packet[]} packets new ones are added @param {number} seconds @param {() => Packet} another
   */
  async sendAll(packets, seconds, another) {
    const gap = (seconds * 1_000) / packets.length;
    await this.#turn(Math.random() * gap);
    const begun = performance.now();
    for (const [n, packet] of packets.entries()) {
      await this.#turn(begun + n * gap - performance.now());
      await this.deliver(packet);
      // An answer that was lost on its way looks like this to the server.
      if (randomInt(10) === 0) await this.deliver(packet);
    }
    while (!this.over) {
      const inReach = await this.#turn(gap);
      const packet = inReach ? another() : oneOf(packets);
      if (inReach) packets.push(packet);
      await this.deliver(packet);
    }
  }

  /** @param {number} ms @returns {Promise<boolean>} at once when it comes into reach before: true */
  #turn(ms) {
    return new Promise((resolve) => {
      const go = (inReach = true) => {
        clearTimeout(timer);
        this.#waiting.delete(go);
        resolve(inReach);
      };
      const timer = setTimeout(go, ms, false);
      this.#waiting.add(go);
    });
  }

  /** Until it is acknowledged. @param {Packet} packet @returns {Promise<Verdicts>} */
  async deliver(packet) {
    for (;;) {
      if (performance.now() > this.deadline) throw new Error('a device could not deliver in time');
      // Some requests are cut off by the hills; not those that are to tell what became of the packet.
      const patience = !this.#cutOff.has(packet) && randomInt(20) === 0 ? 5 + randomInt(40) : 15_000;
      /** @type {Sending} */
      const sending = { packet, first: !this.#sent.has(packet) && patience > 1_000 };
      const begun = performance.now();
      this.#sent.add(packet);
      this.#onTheirWay.add(sending);
      let hungUp = false;
      try {
        const answer = await fetch(`${this.county.origin}/v1/field/marks`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${this.county.token}` },
          body: JSON.stringify(packet),
          signal: AbortSignal.timeout(patience),
        });
        if (answer.status === 200) {
          const { verdicts } = /** @type {{ verdicts: Verdicts }} */ (await answer.json());
          this.#tookMs = [...this.#tookMs.slice(1 - recent), performance.now() - begun];
          this.#answered(packet, sending, verdicts);
          return verdicts;
        }
        if (answer.status < 500 && answer.status !== 429) throw new Error(`refused with ${answer.status}: ${await answer.text()}`);
        this.#note(`status ${answer.status}`);
        await answer.body?.cancel();
      } catch (error) {
        if (error instanceof Error && error.message.startsWith('refused with')) throw error;
        hungUp = error instanceof Error && error.name === 'TimeoutError';
        this.#note(error instanceof Error ? (/** @type {any} */ (error).cause?.code ?? error.name) : 'unknown');
      } finally {
        this.#onTheirWay.delete(sending);
      }
      this.#failed(packet, sending, hungUp);
      this.retries++;
      await pause(100 + randomInt(400));
    }
  }

  /** @param {Packet} packet @param {Sending} sending @param {Verdicts} verdicts */
  #answered(packet, { first, hit }, verdicts) {
    this.acknowledged += verdicts.length;
    const said = [...new Set(verdicts.map(({ verdict }) => verdict))];
    this.refused.push(...said.filter((verdict) => verdict !== 'accepted' && verdict !== 'already'));
    if (said.length > 1) this.refused.push(`${said.join(' and ')} in one packet`);
    // A fact that was lost after its acknowledgement would be mended by this very sending, and never missed.
    if (this.#taken.has(packet) && !said.includes('already')) this.refused.push('accepted, though acknowledged before');
    this.#taken.add(packet);
    if (first && hit) hit.answeredYet++;
    const cutOffBy = this.#cutOff.get(packet);
    if (cutOffBy) cutOffBy[said.includes('already') ? 'storedAnswerLost' : 'notStored']++;
    this.#cutOff.delete(packet);
  }

  /** @param {Packet} packet @param {Sending} sending @param {boolean} hungUp */
  #failed(packet, { first, hit }, hungUp) {
    if (first && hit) {
      if (hungUp) hit.unclear++;
      else this.#cutOff.set(packet, hit);
      return;
    }
    const cutOffBy = this.#cutOff.get(packet);
    if (!cutOffBy || !(hungUp || hit)) return;
    // This sending may have been stored too.
    cutOffBy.unclear++;
    this.#cutOff.delete(packet);
  }

  /** @param {string} trouble */
  #note(trouble) {
    this.troubles[trouble] = (this.troubles[trouble] ?? 0) + 1;
  }
}
