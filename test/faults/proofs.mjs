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
  const stored = await county.rows('SELECT id, session_id, person_id, status FROM marks');
  const told = new Map(marks.map((mark) => [mark.id, `${mark.sessionId} ${mark.personId} ${mark.status}`]));
  assert.equal(stored.length, told.size, 'as many marks stored as acknowledged');
  for (const row of stored)
    assert.equal(`${row.session_id} ${row.person_id} ${row.status}`, told.get(uuidOf(row.id)), 'each as it was sent');
  const edges = marks.reduce((sum, mark) => sum + (mark.replaces?.length ?? 0), 0);
  assert.equal(Number((await county.rows('SELECT COUNT(*) AS n FROM mark_replacements'))[0].n), edges, 'each correction once');

  const counts = packets.flatMap((packet) => packet.headCounts);
  const heads = await county.rows('SELECT id, heads FROM head_counts');
  const counted = new Map(counts.map((count) => [count.id, count.count]));
  assert.equal(heads.length, counted.size, 'as many head counts stored as acknowledged');
  for (const row of heads) assert.equal(row.heads, counted.get(uuidOf(row.id)));
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
