import { expect, test } from '@jest/globals';
import { type UnitLevel } from '#contract';
import { inSubtrees, subtreeCondition } from './subtrees.js';
import { mayStandUnder, type Place, placeUnder } from './unit-place.policy.js';

const branch = (...levels: UnitLevel[]): Place =>
  levels.reduce<Place | null>((parent, level, i) => placeUnder({ id: i + 1, level }, parent), null)!;

test('a village is its own key, and its town, county, city and province are the others', () => {
  expect(branch('province', 'city', 'county', 'town', 'village')).toEqual({
    path: '/1/2/3/4/5/',
    accessPath: '/1/2/3/4/5/',
    keys: { province: 1, city: 2, county: 3, town: 4, village: 5 },
  });
});

test('a county organ is counted under the county at every level below', () => {
  expect(branch('province', 'city', 'county', 'organ').keys).toEqual({ province: 1, city: 2, county: 3, town: 3, village: 3 });
  expect(branch('province', 'city', 'county', 'organ', 'organ').keys).toEqual({ province: 1, city: 2, county: 3, town: 3, village: 3 });
});

test('levels left out are answered by the nearest above', () => {
  expect(branch('province', 'county', 'village').keys).toEqual({ province: 1, city: 1, county: 2, town: 2, village: 3 });
});

test('keys are never empty, even where a county stands alone', () => {
  expect(branch('county', 'town').keys).toEqual({ province: 1, city: 1, county: 1, town: 2, village: 2 });
});

test('what may stand under what', () => {
  expect(mayStandUnder('town', 'county')).toBe(true);
  expect(mayStandUnder('village', 'county')).toBe(true);
  expect(mayStandUnder('organ', 'village')).toBe(true);
  expect(mayStandUnder('organ', 'organ')).toBe(true);
  expect(mayStandUnder('county', 'county')).toBe(false);
  expect(mayStandUnder('county', 'town')).toBe(false);
  expect(mayStandUnder('village', 'organ')).toBe(false);
  expect(mayStandUnder('organ', null)).toBe(false);
});

test('a scope of nothing sees nothing', () => {
  expect(subtreeCondition({ paths: [] }, 'access_path').sql).toBe('(1 = 0)');
  expect(inSubtrees({ paths: [] }, '/1/')).toBe(false);
  expect(inSubtrees({ paths: ['/1/2/'] }, '/1/20/')).toBe(false);
  expect(inSubtrees({ paths: ['/1/2/'] }, '/1/2/9/')).toBe(true);
});
