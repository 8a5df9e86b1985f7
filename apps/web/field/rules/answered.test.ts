import { describe, expect, it } from '@jest/globals';
import { type FieldRecord } from '../kept/shapes.ts';
import { isSettled, isTaken, needsReading, stateAfter } from './answered.policy.ts';

describe('what became of a record', () => {
  const states: FieldRecord['state'][] = ['waiting', 'accepted', 'already', 'review', 'refused', 'conflict'];
  const those = (judge: (record: Pick<FieldRecord, 'state' | 'read'>) => boolean, read?: true) =>
    states.filter((state) => judge({ state, ...(read && { read }) }));

  it('it is taken where the county has it, whatever is still to be decided', () => {
    expect(those(isTaken)).toEqual(['accepted', 'already', 'review']);
  });

  it('the reason to look at it is told also where the first answer was lost', () => {
    expect(stateAfter({ verdict: 'already', code: 'offRoster' })).toBe('review');
    expect(stateAfter({ verdict: 'already' })).toBe('already');
    expect(stateAfter({ verdict: 'conflict', code: 'markConflict' })).toBe('conflict');
  });

  it('what is not simply taken is read once', () => {
    expect(those(needsReading)).toEqual(['review', 'refused', 'conflict']);
    expect(those(needsReading, true)).toEqual([]);
  });

  it('the phone alone has the names of what was not taken, read or not', () => {
    expect(those(isSettled)).toEqual(['accepted', 'already']);
    expect(those(isSettled, true)).toEqual(['accepted', 'already', 'review']);
  });
});
