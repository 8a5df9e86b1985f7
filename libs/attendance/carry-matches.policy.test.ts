import { describe, expect, it } from '@jest/globals';
import { matchesCarried, type MatchableWalkIn } from './carry-matches.policy.js';

describe('who a walk-in was', () => {
  const mark = (id: string, slot: number, more: Partial<MatchableWalkIn> = {}): MatchableWalkIn => ({
    ...{ id, slot, words: '李四/邻村/', decision: null, personId: null, carried: false, replaces: [] },
    ...more,
  });
  const matched = (personId: number, more: Partial<MatchableWalkIn> = {}) => ({ decision: 'match' as const, personId, ...more });
  const carried = (...walkIns: MatchableWalkIn[]) => Object.fromEntries(matchesCarried(walkIns));

  it('holds for the same words in another roll call, and for a correction of the mark', () => {
    expect(carried(mark('a', 1, matched(7)), mark('b', 2), mark('c', 3))).toEqual({ b: 7, c: 7 });
    expect(carried(mark('a', 1, matched(7)), mark('b', 1, { replaces: ['a'] }))).toEqual({ b: 7 });
    expect(carried(mark('a', 1, matched(7)), mark('b', 2), mark('c', 2, { replaces: ['b'] }))).toEqual({ b: 7, c: 7 });
    expect(carried(mark('a', 1, matched(7)), mark('b', 2, { words: '李四//' }))).toEqual({});
  });

  it('does not where two were recorded in one roll call, where it is not one person, and where somebody decided otherwise', () => {
    expect(carried(mark('a', 1, matched(7)), mark('b', 1))).toEqual({});
    expect(carried(mark('a', 1, matched(7)), mark('b', 2), mark('c', 2))).toEqual({});
    expect(carried(mark('a', 1, matched(7)), mark('b', 2, matched(8)), mark('c', 3))).toEqual({});
    expect(carried(mark('a', 1, matched(7)), mark('b', 2, { decision: 'reject' }))).toEqual({});
  });

  it('follows from what was decided alone, and is gone with it', () => {
    const followed = mark('b', 2, matched(7, { carried: true }));
    expect(carried(mark('a', 1, matched(8)), followed)).toEqual({ b: 8 });
    expect(carried(mark('a', 1), followed)).toEqual({});
    expect(carried(followed, mark('c', 3))).toEqual({});
  });
});
