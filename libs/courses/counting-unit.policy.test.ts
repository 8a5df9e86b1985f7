import { expect, test } from '@jest/globals';
import { courseKinds } from '#contract';
import { countingUnit } from './counting-unit.policy.js';
import { kindFacts } from './kinds/index.js';

test('online, thematic and practical count the class, demonstration the session', () => {
  expect(courseKinds.map((kind) => countingUnit(kind, 'inPerson'))).toEqual(['class', 'class', 'class', 'session']);
  expect(countingUnit('online', 'live')).toBe('class');
});

test('home visits count the session, whatever the kind', () => {
  for (const kind of courseKinds) expect(countingUnit(kind, 'homeVisit')).toBe('session');
});

test('every kind has its facts, and a character of its own', () => {
  expect(courseKinds.map((kind) => kindFacts(kind).kind)).toEqual([...courseKinds]);
  expect(new Set(courseKinds.map((kind) => kindFacts(kind).initial)).size).toBe(courseKinds.length);
});
