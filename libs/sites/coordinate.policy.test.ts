import { expect, test } from '@jest/globals';
import { missingHalf } from './coordinate.policy.js';

test('a place is whole or none, also when a change names half of it', () => {
  const there = { latitude: 34.1, longitude: 107.8 };
  expect(missingHalf({})).toBeNull();
  expect(missingHalf(there)).toBeNull();
  expect(missingHalf({ latitude: 0, longitude: 0 })).toBeNull();
  expect(missingHalf({ latitude: 34.1 })).toBe('longitude');
  expect(missingHalf({ longitude: 107.8, latitude: null })).toBe('latitude');
  expect(missingHalf({ latitude: 34.2 }, there)).toBeNull();
  expect(missingHalf({ latitude: null }, there)).toBe('latitude');
  expect(missingHalf({ latitude: null, longitude: null }, there)).toBeNull();
});
