import { describe, expect, it } from '@jest/globals';
import { leadOf } from './leading-class.policy.js';

describe('rule 4: whose session it is', () => {
  const session = { leadClassId: 5, classIds: [3, 5, 7] };
  it.each<[string, number[], number | null]>([
    ['its lead class', [3, 5, 7], 5],
    ['the lead gone: the lowest that stands', [7, 3], 3],
    ['the lead and the lowest gone', [7], 7],
    ['nobody left', [], null],
  ])('%s', (_, standing, expected) => expect(leadOf(session, (id) => standing.includes(id))).toBe(expected));
});
