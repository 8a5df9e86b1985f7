import { expect, test } from '@jest/globals';
import { initialsPattern } from './name-initials.js';

const fits = (typed: string, name: string): boolean => new RegExp(`^${initialsPattern(typed) ?? '$'}`).test(name);

test('a name is found by the letters that its readings begin with', () => {
  expect(fits('zls', '张莉莎')).toBe(true);
  expect(fits('ZL', '张莉莎')).toBe(true);
  expect(fits('oyx', '欧阳鑫')).toBe(true);
  expect(fits('zls', '李张莎')).toBe(false);
  expect(fits('lz', '张莉莎')).toBe(false);
});

test('no letter is passed over: 如, 仍 and 儒 stand under r', () => {
  expect([fits('rs', '如山'), fits('rj', '仍家'), fits('rx', '儒鑫'), fits('ss', '如山')]).toEqual([true, true, true, false]);
});

test('a surname that is read otherwise is found under both', () => {
  expect([fits('zx', '曾鑫'), fits('cx', '曾鑫'), fits('xy', '解燕'), fits('sx', '单鑫')]).toEqual([true, true, true, true]);
});

test('one letter, a word, or a letter that begins no reading is no search by initials', () => {
  expect([initialsPattern('z'), initialsPattern('zhangli'), initialsPattern('iu'), initialsPattern('z1')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
