import { describe, expect, test } from '@jest/globals';
import { headsVerifying } from './awaits-verification.policy.js';

type Reported = Parameters<typeof headsVerifying>[0];

/** What verifying a report would do, said before it is done. */
describe('the heads that verifying makes', () => {
  const report = (id: string, count: number, more: Partial<Reported> = {}): Reported => ({
    id,
    count,
    mode: 'add',
    method: 'counted',
    origin: 'field',
    replaces: [],
    verified: false,
    place: 0,
    ...more,
  });

  test('an addition comes on top of what is verified; what others still wait with stays out', () => {
    const [stands, waits, other] = [report('a', 10, { verified: true }), report('b', 5), report('c', 7)];
    expect(headsVerifying(waits, [stands, waits, other])).toEqual({ now: 10, then: 15 });
  });

  test('a whole outweighs additions; a room counts by itself', () => {
    const [stands, whole, elsewhere] = [
      report('a', 10, { verified: true }),
      report('b', 30, { mode: 'replace' }),
      report('c', 7, { place: 3, verified: true }),
    ];
    expect(headsVerifying(whole, [stands, whole, elsewhere])).toEqual({ now: 10, then: 30 });
    expect(headsVerifying(report('d', 4, { place: 5 }), [stands, report('d', 4, { place: 5 })])).toEqual({ now: null, then: 4 });
  });
});
