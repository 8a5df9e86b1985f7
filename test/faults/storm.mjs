// One storm: a county of its own, a field that sends, and crashes one after the other; then nothing may be lost.
import { join } from 'node:path';
import { crashes } from './crashes.mjs';
import { County, root } from './county.mjs';
import { lastWords, packetsOf } from './devices.mjs';
import { Field } from './field.mjs';
import { prepareSessions } from './prepare.mjs';
import { proveNothingLost } from './proofs.mjs';

const sizes = {
  short: { devices: 20, marks: 100, packet: 10, seconds: 25, classes: 12, people: 8, times: 1, blows: 3, hold: 8, patience: 240 },
  long: { devices: 200, marks: 100, packet: 20, seconds: 75, classes: 20, people: 30, times: 4, blows: 2, hold: 60, patience: 300 },
};

/** A minute without Redis, twice, takes longer than four kills. @param {string[]} names @param {boolean} short */
const sizeOf = (names, short) => (short ? sizes.short : { ...sizes.long, ...(names.includes('redis') && { seconds: 150, times: 2 }) });

/** A county in this process's part of the data folder. @param {string} [databaseUrl] @param {import('./mysql.mjs').MySql} [server] */
export const ownCounty = (databaseUrl, server) =>
  new County(join(process.env.SITANG_DATA ?? join(root, '.data'), `faults-${process.pid}`), databaseUrl, { server });

/** @param {County} county @param {string[]} names @param {boolean} short @returns {Promise<object>} the figures @throws when anything is lost, or nothing was hit */
export async function endure(county, names, short) {
  const size = sizeOf(names, short);
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await county.start();
  const sessions = await prepareSessions(county, { ...size, today });
  const loads = Array.from({ length: size.devices }, () => packetsOf(sessions, size));
  const field = new Field(county, performance.now() + size.patience * 1_000);
  const another = () => packetsOf(sessions, { ...size, marks: size.packet })[0];
  const sending = Promise.all(loads.map((packets) => field.sendAll(packets, size.seconds, another)));
  sending.catch(() => undefined);
  /** @type {import('./devices.mjs').Packet[]} */
  const words = [];
  // A fact of every class; the last that is said of it, until something more is.
  const say = () => {
    words.push(lastWords(sessions));
    return field.deliver(words[words.length - 1]);
  };
  const storm = { county, field, sessions: sessions.length, times: size.times, hold: size.hold, say };
  /** @type {Record<string, import('./crashes.mjs').Struck>} */
  const struck = {};
  for (const name of names) struck[name] = { ...(await crashes[name].strike(storm)), left: [] };
  field.over = true;
  await sending;
  for (const name of Array(size.blows).fill(names).flat()) {
    await say();
    struck[name].left.push(await crashes[name].lastBlow(storm));
  }
  const packets = [...loads.flat(), ...words];
  for (const packet of packets.slice(0, 50)) await field.deliver(packet);
  if (field.refused.length > 0) throw new Error(`verdicts: ${[...new Set(field.refused)].join(', ')}; ${JSON.stringify(struck)}`);
  const proof = await proveNothingLost(county, packets, today);
  for (const name of names) crashes[name].demand(struck[name], short);
  return { ...struck, ...proof, retries: field.retries, troubles: field.troubles };
}
