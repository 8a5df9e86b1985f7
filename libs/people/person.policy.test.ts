import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toldByIdNumber } from './id-number.policy.js';
import { overlapping, type Term } from './position-terms.policy.js';

test('an ID number tells birth and gender', () => {
  expect(toldByIdNumber('11010519491231002X')).toEqual({ born: '1949-12-31', gender: 'female' });
  expect(toldByIdNumber('440524188001010014')).toEqual({ born: '1880-01-01', gender: 'male' });
});

const term = (from: string, to: string | null, kind: Term['kind'] = 'backbone'): Term => ({ kind, from, to });

test('terms of one position share no day; another position is another matter', () => {
  const held = [term('2021-01-01', '2021-03-31')];
  expect(overlapping(term('2021-03-31', null), held)).toBe(held[0]);
  expect(overlapping(term('2021-04-01', null), held)).toBeUndefined();
  expect(overlapping(term('2020-01-01', '2020-12-31'), held)).toBeUndefined();
  expect(overlapping(term('2020-01-01', null), held)).toBe(held[0]);
  expect(overlapping(term('2021-02-01', null, 'reserveCadre'), held)).toBeUndefined();
});

test('two terms overlap exactly when some day lies in both', () => {
  const day = fc.integer({ min: 1, max: 20 });
  const text = (n: number): string => `2021-01-${String(n).padStart(2, '0')}`;
  const span = fc.tuple(day, fc.option(day)).filter(([from, to]) => to === null || from <= to);
  fc.assert(
    fc.property(span, span, ([a, b], [c, d]) => {
      const shared = Array.from({ length: 25 }, (_, i) => i + 1).some((n) => n >= a && n <= (b ?? 99) && n >= c && n <= (d ?? 99));
      const one = term(text(a), b === null ? null : text(b));
      const other = term(text(c), d === null ? null : text(d));
      expect(overlapping(one, [other]) !== undefined).toBe(shared);
      expect(overlapping(other, [one]) !== undefined).toBe(shared);
    }),
  );
});
