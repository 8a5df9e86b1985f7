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
    const state = new PhoneState((work) => work());
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
    state.setRecords([record(4, ''), record(5, '', { state: 'refused' })]);
    expect([state.namelessWait(), state.standing().waiting.others]).toEqual([1, 1]);
    state.setRecords([], [3]);
    expect(state.of('7', '1')).toEqual([]);
  });
});

describe('a mark', () => {
  it('is told at once to whoever looks at that person, and to who counts over all once it is painted', () => {
    const later: (() => void)[] = [];
    const state = new PhoneState((work) => void later.push(work));
    state.set({ holder: { token: 't', name: '示例', instructorId: 'B' } });
    const told: string[] = [];
    state.subscribeTo('7/1', () => told.push(`the one: ${state.of('7', '1').length}`));
    state.subscribeTo('7/2', () => told.push('another'));
    state.subscribe(() => told.push(`all: ${state.standing().waiting.own}`));
    state.setRecords([record(1, 'B')]);
    state.setRecords([record(2, 'B')]);
    expect(told).toEqual(['the one: 1', 'the one: 2']);
    expect(later).toHaveLength(1);
    later[0]!();
    expect(told.slice(2)).toEqual(['all: 2']);
  });

  it('that a pack tells of goes as what the pack tells comes', () => {
    const state = new PhoneState(() => undefined);
    state.set({ holder: { token: 't', name: '示例', instructorId: 'B' } });
    state.setRecords([record(1, 'B', { state: 'accepted' }), record(2, 'B')]);
    const seen: unknown[] = [];
    state.subscribe(() => seen.push([state.of('7', '1').map(({ seq }) => seq), state.standing().cursor, state.standing().waiting.own]));
    const told = [record(1, 'B', { state: 'accepted', inPack: true, open: undefined })];
    state.setPack({ put: [], remove: [], told, served: { at: '', behind: 0, truncated: false }, cursor: 'c' });
    expect(seen).toEqual([[[2], 'c', 1]]);
  });
});
