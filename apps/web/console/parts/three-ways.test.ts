import { describe, expect, it } from '@jest/globals';
import { fieldPath } from './field-path.ts';
import { changes, same, threeWays } from './three-ways.ts';

describe('two who change one row', () => {
  interface Row {
    name: string;
    theme?: string | null;
    stops: { site?: string; minutes: number }[];
  }
  const before: Row = { name: '示例', theme: null, stops: [{ site: '1', minutes: 40 }] };

  it('keeps what only the other changed theirs, and what only I changed mine', () => {
    const mine: Row = { name: '示例二', theme: '', stops: [{ minutes: 40, site: '1' }] };
    const theirs: Row = { name: '示例', theme: '猕猴桃', stops: [{ site: '2', minutes: 10 }] };
    expect(threeWays(before, mine, theirs)).toEqual({ taken: { theme: '猕猴桃', stops: theirs.stops }, contested: [] });
  });

  it('leaves what both changed to be decided, unless they changed it alike', () => {
    const mine: Row = { ...before, name: '甲', theme: '茶' };
    expect(threeWays(before, mine, { ...before, name: '乙', theme: '茶' })).toEqual({ taken: {}, contested: ['name'] });
  });

  it('knows an emptied field from a changed one', () => {
    expect(same(undefined, '')).toBe(true);
    expect(same([], null)).toBe(false);
    expect(same(0, null)).toBe(false);
    expect(changes<Row>(before, { ...before, theme: '', name: '' })).toEqual({ name: '' });
  });
});

it('a refused field is found where the form has it, however deep', () => {
  expect(fieldPath('name')).toEqual(['name']);
  expect(fieldPath('sessions[0].topic')).toEqual(['sessions', 0, 'topic']);
  expect(fieldPath('grants[12].unitId')).toEqual(['grants', 12, 'unitId']);
  expect(fieldPath('stops.3.minutes')).toEqual(['stops', 3, 'minutes']);
});
