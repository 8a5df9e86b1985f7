import { describe, expect, it } from '@jest/globals';
import { findFrom, fits } from './initials.ts';

const person = (name: string, rosterNo: number | null = null) => ({ personId: name, name, unit: '横渠村', rosterNo });

/** Somebody on a roster, by what a hand types quickest. */
describe('finding on a roster', () => {
  it('goes by letters of readings that follow each other, each in any of its readings', () => {
    expect([fits(person('任如意'), 'rry', 0), fits(person('任如意'), 'ry', 0), fits(person('任如意'), 'sy', 0)]).toEqual([
      true,
      true,
      false,
    ]);
    expect([fits(person('曾鑫'), 'zx', 0), fits(person('曾鑫'), 'cx', 0), fits(person('曾鑫'), 'xz', 0)]).toEqual([true, true, false]);
  });

  it('goes by number, by place where there is none, and round to the beginning', () => {
    const people = [person('张三', 7), person('李四'), person('张五', 9)];
    expect([fits(people[0]!, '7', 0), fits(people[1]!, '2', 1), fits(people[1]!, '7', 1)]).toEqual([true, true, false]);
    expect([findFrom(people, 'z', 1), findFrom(people, '李', 2), findFrom(people, 'q', 0)]).toEqual([2, 1, -1]);
  });
});
