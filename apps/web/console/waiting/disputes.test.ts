import { describe, expect, it } from '@jest/globals';
import { disputesOf, settlingKey } from './disputes.ts';

const mark = (id: string, sessionId: string, personId = '1', slot = 1) => ({ id, sessionId, slot, personId });
const shown = (marks: Parameters<typeof disputesOf>[0], more: boolean): string[][] =>
  disputesOf(marks, more).map((dispute) => dispute.marks.map(({ id }) => id));

describe('disputes out of pages of marks', () => {
  it('are by session, roll call and person', () => {
    const marks = [mark('a', '7'), mark('b', '7'), mark('c', '7', '2'), mark('d', '7', '1', 2), mark('e', '8')];
    expect(shown(marks, false)).toEqual([['a', 'b'], ['c'], ['d'], ['e']]);
  });

  it('hold back the session that may go on, were it the only one', () => {
    expect(shown([mark('a', '7'), mark('b', '7'), mark('c', '8')], true)).toEqual([['a', 'b']]);
    expect(shown([mark('a', '7'), mark('b', '7')], true)).toEqual([]);
    expect(shown([mark('a', '7'), mark('b', '7')], false)).toEqual([['a', 'b']]);
  });

  it('an answer is the same while the same marks disagree, in whatever order', () => {
    const [a, b, c] = [mark('a', '7'), mark('b', '7'), mark('c', '7')];
    expect(settlingKey('late', [a, b])).toBe(settlingKey('late', [b, a]));
    expect(settlingKey('late', [a, b])).not.toBe(settlingKey('late', [a, b, c]));
    expect(settlingKey('late', [a, b])).not.toBe(settlingKey('absent', [a, b]));
  });
});
