import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { displayName } from './display-name.policy.js';
import { normaliseUnitCode } from './unit-code.policy.js';
import { codeAbove } from './unit-line.js';
import { villageKind } from './village-kind.policy.js';

describe('the kind of a village-level unit is in its code', () => {
  test.each([
    ['610326101204', 'villageCommittee'],
    ['610326104001', 'residentsCommittee'],
    ['610326400498', 'virtual'],
    ['610330400598', 'virtual'],
    ['610326101199', 'residentsCommittee'],
    ['610326101399', 'villageCommittee'],
    ['610326101000', null],
    ['610326101', null],
    ['610326-O01', null],
  ])('%s → %s', (code, kind) => expect(villageKind(code)).toBe(kind));
});

test.each([
  ['三和村村委会', '三和村'],
  ['豆家堡村委会', '豆家堡村'],
  ['南堡村村民委员会', '南堡村'],
  ['白家店村民委员会', '白家店村'],
  ['高家堎村村民委委会', '高家堎村'],
  ['新渭路社区居委会', '新渭路社区'],
  ['中街社区居民委员会', '中街社区'],
  ['常兴街道居委会', '常兴街道'],
  ['森林公园虚拟生活区', '森林公园虚拟生活区'],
  ['横渠镇', '横渠镇'],
  ['村委会', '村委会'],
])('%s is shown as %s', (name, shown) => {
  expect(displayName(name)).toBe(shown);
  expect(displayName(shown)).toBe(shown);
});

test.each([
  ['610326101000', '610326101'],
  ['610326000000', '610326'],
  ['610300000000', '6103'],
  ['610000', '61'],
  ['610300', '6103'],
  ['610326', '610326'],
  ['６１０３２６１０１２０４', '610326101204'],
  [' 610326-o01 ', '610326-O01'],
])('the code %s is %s', (text, code) => expect(normaliseUnitCode(text)).toBe(code));

test('filling a code up with zeros does not change it', () => {
  fc.assert(
    fc.property(fc.constantFrom('61', '6103', '610326', '610326101', '610326101204'), (code) => {
      for (const length of [6, 9, 12]) if (length >= code.length) expect(normaliseUnitCode(code.padEnd(length, '0'))).toBe(code);
    }),
  );
});

test('each code names the one above', () => {
  expect(['610326101204', '610326101', '610326', '6103', '61', '610326-O01'].map(codeAbove)).toEqual([
    '610326101',
    '610326',
    '6103',
    '61',
    null,
    null,
  ]);
});
