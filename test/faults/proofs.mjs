// What must be true once the storm is over: acknowledged = stored, nothing lost, nothing doubled, figures equal a full recount.
import assert from 'node:assert/strict';
import { until, uuidOf } from './county.mjs';

/** @param {import('./county.mjs').County} county @param {import('./devices.mjs').Packet[]} packets @param {string} today the day of its sessions @returns {Promise<{ settledSeconds: number, marks: number, headCounts: number }>} */
export async function proveNothingLost(county, packets, today) {
  const begun = performance.now();
  const month = today.slice(0, 7);
  const figures = () => county.call(`/v1/figures?from=${month}&to=${month}&by=kind,town,village,audience`);
  await until('nothing is pending', 120, async () => (await figures()).pending === 0, 250);
  const settledSeconds = (performance.now() - begun) / 1_000;
  const health = await until('everything is healthy again', 30, async () => {
    const report = await county.call('/health/ready');
    return report.degraded.length === 0 && report;
  });
  assert.equal(health.ready, true);

  const marks = packets.flatMap((packet) => packet.marks);
  const stored = await county.rows(
    `SELECT id, CONCAT_WS(' ', session_id, slot, person_id, status, method, device_at) AS said, ${deviceOf} AS device FROM marks m`,
  );
  demandAll(stored, packets, (packet) =>
    packet.marks.map((mark) => [
      mark.id,
      `${mark.sessionId} ${mark.slot} ${mark.personId} ${mark.status} ${mark.method} ${asStored(mark.at)}`,
    ]),
  );
  const pairs = marks.flatMap((mark) => (mark.replaces ?? []).map((replaced) => `${mark.id} ${replaced}`));
  const edges = await county.rows('SELECT mark_id AS id, replaced_id AS replaced FROM mark_replacements');
  assert.deepEqual(
    edges.map((row) => `${uuidOf(row.id)} ${uuidOf(row.replaced)}`).sort(),
    [...new Set(pairs)].sort(),
    'each correction once, of what it corrects',
  );

  const heads = await county.rows(
    `SELECT id, CONCAT_WS(' ', session_id, mode, heads, method, device_at) AS said, ${deviceOf} AS device FROM head_counts m`,
  );
  demandAll(heads, packets, (packet) =>
    packet.headCounts.map((one) => [one.id, `${one.sessionId} ${one.mode} ${one.count} ${one.method} ${asStored(one.at)}`]),
  );
  assert.equal(Number((await county.rows('SELECT COUNT(*) AS n FROM outbox'))[0].n), 0, 'no work is left over');

  const drift = county.cli('recount', '--verify');
  assert.match(drift, /偏差 drift 0\b/);
  const before = await figures();
  county.cli('recount');
  const after = await figures();
  assert.deepEqual({ ...after, compiledAt: null }, { ...before, compiledAt: null }, 'figures equal a full recount');
  assert.ok(before.total.personTimes.registered > 0 && before.total.personTimes.declared > 0, 'and there are some');
  return { settledSeconds, marks: stored.length, headCounts: heads.length };
}

const deviceOf = '(SELECT device_uuid FROM devices d WHERE d.id = m.device_id)';
/** @param {string} iso */
const asStored = (iso) => iso.replace('T', ' ').replace('Z', '');

/**
 * As many facts are stored as were acknowledged, each as it was sent and from whom.
 * @param {any[]} rows @param {import('./devices.mjs').Packet[]} packets
 * @param {(packet: import('./devices.mjs').Packet) => [id: string, said: string][]} factsOf
 */
function demandAll(rows, packets, factsOf) {
  const told = new Map(packets.flatMap((packet) => factsOf(packet).map(([id, said]) => [id, `${said} ${packet.deviceId}`])));
  assert.equal(rows.length, told.size, 'as many stored as acknowledged');
  for (const { id, said, device } of rows) assert.equal(`${said} ${uuidOf(device)}`, told.get(uuidOf(id)), 'each as it was sent');
}
