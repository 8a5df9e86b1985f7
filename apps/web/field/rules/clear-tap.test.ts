import { describe, expect, it } from '@jest/globals';
import { isClearTap, isSameTap } from './clear-tap.policy.ts';

describe('what can only have been a tap', () => {
  const tap = { began: 1_000, ended: 1_080, moved: 0, isOneOfSeveral: false, scrolled: 0 };
  it('one finger, soon lifted where it touched, on a list at rest', () => expect(isClearTap(tap)).toBe(true));
  it.each([
    ['stays long', { ended: 1_500 }],
    ['has moved', { moved: 9 }],
    ['is not alone', { isOneOfSeveral: true }],
    ['stops a list on the move', { scrolled: 900 }],
    ['moves the list', { scrolled: 1_040 }],
  ])('not one that %s', (_, other) => expect(isClearTap({ ...tap, ...other })).toBe(false));
});

describe('a click of the browser’s own', () => {
  it.each([
    ['is of the tap before it, soon and near', { after: 300, away: 12 }, true],
    ['is not, long after', { after: 701, away: 0 }, false],
    ['is not, elsewhere: a key was pressed', { after: 100, away: 300 }, false],
  ])('%s', (_, click, is) => expect(isSameTap(click)).toBe(is));
});
