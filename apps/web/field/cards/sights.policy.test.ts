import { expect, it } from '@jest/globals';
import { isNewlySeen } from './sights.policy.ts';

it('a card counts once while it is held there, and again after it was taken away', () => {
  const sights = new Map<string, number>();
  expect(isNewlySeen(sights, 'a', 0)).toBe(true);
  for (let at = 500; at <= 10_000; at += 500) expect(isNewlySeen(sights, 'a', at)).toBe(false);
  // Two cards in one picture, read by turns.
  expect(isNewlySeen(sights, 'b', 10_100)).toBe(true);
  expect(isNewlySeen(sights, 'a', 10_200)).toBe(false);
  expect(isNewlySeen(sights, 'b', 10_300)).toBe(false);
  expect(isNewlySeen(sights, 'a', 11_701)).toBe(true);
});
