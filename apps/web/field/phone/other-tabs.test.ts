import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type MarkRecord } from '../kept/shapes.ts';
import type * as Marking from './marking.ts';
import type * as OtherTabs from './other-tabs.ts';
import { PhoneState } from './state.ts';

const record = (seq: number): MarkRecord => ({
  seq,
  by: 'B',
  mark: { id: `m${seq}`, sessionId: '7', slot: 1, personId: '1', status: 'present', method: 'roll', at: '1970-01-01T00:00:00.000Z' },
  state: 'waiting',
  tried: false,
  inPack: false,
  open: 1,
});

/** A tab that nobody looks at: nothing is painted, and its timers do not run. */
describe('other tabs of one phone', () => {
  const stood = (['BroadcastChannel', 'requestAnimationFrame'] as const).map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  const told: unknown[] = [];
  let marking: typeof Marking;
  let tabs: typeof OtherTabs;
  beforeAll(async () => {
    jest.useFakeTimers();
    const channel = class extends EventTarget {
      postMessage = (word: OtherTabs.Word): void => void told.push(typeof word === 'string' ? word : word.records.map(({ seq }) => seq));
    };
    for (const [name, value] of [
      ['BroadcastChannel', channel],
      ['requestAnimationFrame', () => 0],
    ] as const)
      Object.defineProperty(globalThis, name, { configurable: true, value });
    [marking, tabs] = [await import('./marking.ts'), await import('./other-tabs.ts')];
  });
  afterAll(() => {
    jest.useRealTimers();
    for (const [name, before] of stood)
      if (before) Object.defineProperty(globalThis, name, before);
      else Reflect.deleteProperty(globalThis, name);
  });
  beforeEach(() => void told.splice(0));
  const state = new PhoneState(() => undefined);

  it('know at once what is in a packet, and what became of it', () => {
    marking.putRecords(state, [record(1)]);
    expect(told).toEqual([[1]]);
  });

  it('are told of a tick once it is painted, and before that what comes after it, or the page is left', () => {
    marking.putMarked(state, [record(1)]);
    expect(told).toEqual([]);
    jest.runAllTimers();
    expect(told).toEqual([[1]]);
    marking.putMarked(state, [record(2)]);
    marking.putRecords(state, [record(3)]);
    expect(told).toEqual([[1], [2], [3]]);
    marking.putMarked(state, [record(4)]);
    tabs.tellHeld();
    expect(told.slice(3)).toEqual([[4]]);
  });
});
