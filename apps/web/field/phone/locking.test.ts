import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Lock } from '../kept/shapes.ts';
import { Locking } from './locking.ts';
import { PhoneState } from './state.ts';

describe('when somebody was here last', () => {
  const stood = ['localStorage', 'document', 'window'].map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  const kept = new Map<string, string>();
  let isFull = false;
  beforeEach(() => {
    jest.useFakeTimers();
    kept.clear();
    isFull = false;
    const setItem = (key: string, text: string): void => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, text);
    };
    const found = {
      localStorage: { getItem: (key: string) => kept.get(key) ?? null, setItem },
      document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
      window: new EventTarget(),
    };
    for (const [name, value] of Object.entries(found)) Object.defineProperty(globalThis, name, { configurable: true, value });
  });
  afterEach(() => {
    jest.useRealTimers();
    for (const [name, before] of stood)
      if (before) Object.defineProperty(globalThis, name, before);
      else Reflect.deleteProperty(globalThis, name);
  });

  const lock: Lock = { salt: new Uint8Array(), hash: new Uint8Array(), minutes: 5, wrong: 0, triedAt: 0 };
  const watching = (to: Lock | null): PhoneState => {
    const state = new PhoneState();
    state.set({ lock: to });
    new Locking(state).watch();
    return state;
  };

  it('is noted only where a PIN asks for it', () => {
    const state = watching(null);
    jest.advanceTimersByTime(60_000);
    expect(kept.size).toBe(0);
    state.set({ lock });
    jest.advanceTimersByTime(60_000);
    expect(kept.size).toBe(1);
  });

  it('cannot be noted on a full phone, which stands in the way of nothing', () => {
    isFull = true;
    expect(() => watching(lock)).not.toThrow();
    jest.advanceTimersByTime(600_000);
    expect(kept.size).toBe(0);
  });

  it('is known to the page also where the phone is full: nobody who is here is locked out', () => {
    isFull = true;
    const state = watching(lock);
    jest.advanceTimersByTime(600_000);
    expect(state.standing().isLocked).toBe(false);
  });
});
