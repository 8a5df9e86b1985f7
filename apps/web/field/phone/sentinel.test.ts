import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findLoss, forgetLoss, lossTold, notedDevice, noteKept, untoldLoss } from './sentinel.ts';

describe('a database that the browser has cleared', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
  let isFull = false;
  beforeEach(() => {
    const kept = new Map<string, string>();
    isFull = false;
    const value = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => {
        if (isFull) throw new DOMException('full', 'QuotaExceededError');
        kept.set(key, text);
      },
      removeItem: (key: string) => kept.delete(key),
    };
    Object.defineProperty(globalThis, 'localStorage', { configurable: true, value });
  });
  afterEach(
    () => void (before ? Object.defineProperty(globalThis, 'localStorage', before) : Reflect.deleteProperty(globalThis, 'localStorage')),
  );

  const holder = { token: 't', name: '示例讲师', instructorId: '5' };
  const note = (own: number, others = 0) => noteKept({ stage: 'in', deviceId: 'd', holder, waiting: { own, others } });

  it('is told by what was noted elsewhere: how many of whose, until somebody has read it', () => {
    note(40, 2);
    expect(findLoss('d')).toBeNull();
    expect(findLoss(undefined)).toEqual({ name: '示例讲师', own: 40, others: 2 });
    expect(notedDevice()).toBe('d');
    // Let in again, and opened once more.
    note(0);
    expect(findLoss('d')).toEqual({ name: '示例讲师', own: 40, others: 2 });
    forgetLoss();
    expect(findLoss('d')).toBeNull();
  });

  it('cleared twice in a row, what was lost first is not forgotten', () => {
    note(40);
    findLoss(undefined);
    note(0);
    expect(findLoss(undefined)).toMatchObject({ own: 40 });
  });

  it('is told to the county once, also when it was read before and cleared again', () => {
    expect(untoldLoss()).toBeUndefined();
    note(40, 2);
    findLoss(undefined);
    forgetLoss();
    note(1);
    findLoss(undefined);
    note(0);
    findLoss(undefined);
    expect(untoldLoss()).toEqual({ of: '示例讲师', count: 43 });
    lossTold();
    expect(untoldLoss()).toBeUndefined();
    expect(findLoss('d')).toMatchObject({ own: 1 });
  });

  it('a new phone has lost nothing, and one that was not read yet notes nothing', () => {
    expect(findLoss(undefined)).toBeNull();
    noteKept({ stage: 'opening', deviceId: 'd', holder, waiting: { own: 3, others: 0 } });
    expect(findLoss(undefined)).toBeNull();
  });

  it('a full phone goes on with what was noted last', () => {
    note(1);
    isFull = true;
    note(2);
    expect(findLoss(undefined)).toBeNull();
    expect(notedDevice()).toBe('d');
  });
});
