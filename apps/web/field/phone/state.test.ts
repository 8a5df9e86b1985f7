import { describe, expect, it } from '@jest/globals';
import { type MarkRecord } from '../kept/shapes.ts';
import { PhoneState } from './state.ts';

const record = (seq: number, by: string, more: Partial<MarkRecord> = {}): MarkRecord => ({
  seq,
  by,
  mark: { id: `m${seq}`, sessionId: '7', slot: 1, personId: '1', status: 'present', method: 'roll', at: '1970-01-01T00:00:00.000Z' },
  state: 'waiting',
  tried: false,
  inPack: false,
  open: 1,
  ...more,
});

describe('a phone that two have used', () => {
  it('shows the holder as said what the holder said; what the other has not handed over is counted apart', () => {
    const state = new PhoneState();
    state.set({ holder: { token: 't', name: '示例接手', instructorId: 'B' } });
    state.setRecords([record(1, 'A'), record(2, 'A', { state: 'refused' }), record(3, 'B', { state: 'refused' })]);
    expect(state.of('7', '1').map(({ seq }) => seq)).toEqual([3]);
    expect(state.marksOf('7').map(({ seq }) => seq)).toEqual([3]);
    expect([state.othersWaitIn('7'), state.othersWaitIn('8'), state.standing().waiting, state.standing().toRead]).toEqual([
      1,
      0,
      { own: 0, others: 1 },
      1,
    ]);
    state.setRecords([record(1, 'A', { state: 'accepted' })]);
    expect(state.othersWaitIn('7')).toBe(0);
    state.setRecords([], [3]);
    expect(state.of('7', '1')).toEqual([]);
  });
});
