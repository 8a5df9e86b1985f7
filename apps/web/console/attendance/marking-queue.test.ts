import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type MarkEvent, type Verdict } from '#contract';
import { Problem } from '../../api/client.ts';
import { heldFor, queueKey } from './held.ts';
import { MarkQueue, type Outside, type Unsent } from './mark-queue.ts';

const at = '2021-06-08T01:00:00.000Z';
const mark = (id: string, status: MarkEvent['status']): MarkEvent => ({
  id,
  sessionId: '7',
  slot: 1,
  personId: '1',
  status,
  method: 'roll',
  at,
});
const unsentOf = (one: MarkEvent): Unsent => ({ mark: one, tried: false, state: 'queued' });

describe('the queue of marks', () => {
  const kept = new Map<string, string>();
  beforeEach(() => {
    jest.useFakeTimers();
    kept.clear();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
      removeItem: (key: string) => void kept.delete(key),
    };
    Object.assign(globalThis, { sessionStorage: storage, window: { addEventListener: () => undefined } });
  });
  afterEach(() => {
    jest.useRealTimers();
    Reflect.deleteProperty(globalThis, 'sessionStorage');
    Reflect.deleteProperty(globalThis, 'window');
  });
  type Around = Partial<Omit<Outside, 'send'>>;
  const queueOf = (send: Outside['send'], around: Around = {}): MarkQueue =>
    new MarkQueue('marks', { send, otherAccount: async () => null, onTaken: () => undefined, onIdle: () => undefined, ...around });
  const accept = (marks: MarkEvent[]): Verdict[] => marks.map(({ id }) => ({ id, verdict: 'accepted' }));
  const ids = (packets: MarkEvent[][]): string[][] => packets.map((packet) => packet.map(({ id }) => id));

  it('sends again what did not get through, under the same ids, until it is taken', async () => {
    const packets: MarkEvent[][] = [];
    const arrived: string[] = [];
    const answers = [new Problem('offline', 0), new Problem('unavailable', 503), new Problem('notSignedIn', 401)];
    const queue = queueOf(
      async (marks) => {
        packets.push(marks);
        const failure = answers.shift();
        if (failure) throw failure;
        return marks.map(({ id }) => ({ id, verdict: 'already' }));
      },
      { onTaken: (taken) => void arrived.push(...taken.map(({ unsent }) => unsent.mark.id)) },
    );
    queue.add([mark('a', 'present'), mark('b', 'late')]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(queue.standing().failing?.code).toBe('offline');
    expect(JSON.parse(kept.get('marks')!)).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(ids(packets)).toEqual(Array(4).fill(['a', 'b']));
    expect(arrived).toEqual(['a', 'b']);
    expect(queue.standing()).toEqual({ items: [], failing: null, signedIn: null });
    expect(kept.has('marks')).toBe(false);
  });

  it('a reload goes on where the page stopped', async () => {
    kept.set('marks', JSON.stringify([{ ...unsentOf(mark('a', 'present')), tried: true }]));
    const packets: MarkEvent[][] = [];
    const queue = queueOf(async (marks) => (packets.push(marks), accept(marks)));
    expect(queue.of('1')).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(100);
    expect(ids(packets)).toEqual([['a']]);
  });

  it('takes back only what was never sent', async () => {
    const packets: MarkEvent[][] = [];
    const queue = queueOf(async (marks) => (packets.push(marks), Promise.reject(new Problem('offline', 0))));
    queue.add([mark('a', 'present')]);
    expect(queue.takeBack(['a'])).toBe(true);
    queue.add([mark('b', 'present')]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(queue.takeBack(['b'])).toBe(false);
    expect(ids(packets)[0]).toEqual(['b']);
  });

  it('what is refused stays with its reason, the rest goes on', async () => {
    const queue = queueOf(async (marks) =>
      marks.map(({ id }) => (id === 'a' ? { id, verdict: 'refused', code: 'sessionUnknown' } : { id, verdict: 'accepted' })),
    );
    queue.add([mark('a', 'present'), mark('b', 'late')]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(queue.standing().items).toMatchObject([{ mark: { id: 'a' }, state: 'refused', code: 'sessionUnknown' }]);
    queue.dismiss();
    expect(queue.standing().items).toEqual([]);
  });

  it('tells when marks are on their way no more, be they taken or refused', async () => {
    const failures = [new Problem('offline', 0)];
    const queue = queueOf(async (marks) => {
      const failure = failures.shift();
      if (failure) throw failure;
      return marks.map(({ id }) => (id === 'a' ? { id, verdict: 'refused', code: 'sessionUnknown' } : { id, verdict: 'accepted' }));
    });
    const landed = jest.fn();
    queue.add([mark('a', 'present'), mark('b', 'late')]);
    void queue.landed(['a', 'b']).then(landed);
    await jest.advanceTimersByTimeAsync(950);
    expect(queue.standing().failing?.code).toBe('offline');
    expect(landed).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(landed).toHaveBeenCalled();
    await queue.landed(['a', 'b', 'never made']);
  });

  it('holds still for a moment, and sends at most 200 at once', async () => {
    const packets: MarkEvent[][] = [];
    const queue = queueOf(async (marks) => (packets.push(marks), accept(marks)));
    queue.add(Array.from({ length: 450 }, (_, i) => mark(String(i), 'present')));
    await jest.advanceTimersByTimeAsync(500);
    expect(packets).toEqual([]);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(packets.map((packet) => packet.length)).toEqual([200, 200, 50]);
  });

  it('an answer that leaves marks out is a failure: what it names is done, the rest waits longer each time', async () => {
    const packets: MarkEvent[][] = [];
    const queue = queueOf(async (marks) => (packets.push(marks), accept(marks.filter(({ id }) => id === 'a'))));
    queue.add([mark('a', 'present'), mark('b', 'late')]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(ids(packets)).toEqual([['a', 'b']]);
    expect(queue.standing()).toMatchObject({ items: [{ mark: { id: 'b' } }], failing: { code: 'unexpected' } });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(packets.length).toBeGreaterThan(3);
    expect(packets.length).toBeLessThan(9);
  });

  it('sends what the storage of the tab has no room for', async () => {
    sessionStorage.setItem = () => {
      throw new Error('QuotaExceededError');
    };
    const packets: MarkEvent[][] = [];
    const queue = queueOf(async (marks) => (packets.push(marks), accept(marks)));
    queue.add([mark('a', 'present')]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(ids(packets)).toEqual([['a']]);
    expect(queue.standing().items).toEqual([]);
  });

  it('says once that all has gone, and not of what was never sent', async () => {
    const onIdle = jest.fn();
    const queue = queueOf(async (marks) => accept(marks), { onIdle });
    queue.add([mark('a', 'present')]);
    queue.takeBack(['a']);
    expect(onIdle).not.toHaveBeenCalled();
    queue.add(Array.from({ length: 450 }, (_, i) => mark(String(i), 'present')));
    await jest.advanceTimersByTimeAsync(2_000);
    expect(onIdle).toHaveBeenCalledTimes(1);
  });

  it.each(['failure', 'reload', 'refusal'] as const)('after a %s it sends nothing in the name of another account', async (what) => {
    if (what === 'reload') kept.set('marks', JSON.stringify([unsentOf(mark('a', 'present'))]));
    let signedIn: string | null = what === 'reload' ? 'other' : null;
    const failures = { failure: [new Problem('offline', 0)], refusal: [new Problem('forbidden', 403)], reload: [] }[what];
    const packets: MarkEvent[][] = [];
    const send = async (marks: MarkEvent[]): Promise<Verdict[]> => {
      const failure = failures.shift();
      if (failure) throw failure;
      packets.push(marks);
      return accept(marks);
    };
    const queue = queueOf(send, { otherAccount: async () => signedIn });
    if (what !== 'reload') queue.add([mark('a', 'present')]);
    await jest.advanceTimersByTimeAsync(950);
    signedIn = 'other';
    queue.add([mark('b', 'late')]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(packets).toEqual([]);
    expect(queue.standing()).toMatchObject({ signedIn: 'other', failing: null });
    signedIn = null;
    queue.kick();
    await jest.advanceTimersByTimeAsync(100);
    expect(ids(packets)).toEqual([what === 'refusal' ? ['b'] : ['a', 'b']]);
    expect(queue.standing().signedIn).toBeNull();
  });

  it('that it could not ask who is signed in is a failure like any other', async () => {
    kept.set('marks', JSON.stringify([unsentOf(mark('a', 'present'))]));
    let asked = 0;
    const packets: MarkEvent[][] = [];
    const otherAccount = async (): Promise<null> => {
      if (++asked < 3) throw new Problem('offline', 0);
      return null;
    };
    const queue = queueOf(async (marks) => (packets.push(marks), accept(marks)), { otherAccount });
    await jest.advanceTimersByTimeAsync(500);
    expect([asked, queue.standing().failing?.code]).toEqual([1, 'offline']);
    expect(queue.takeBack(['a'])).toBe(true);
    queue.add([mark('b', 'late')]);
    await jest.advanceTimersByTimeAsync(5_000);
    expect([asked, ids(packets), queue.standing()]).toEqual([3, [['b']], { items: [], failing: null, signedIn: null }]);
  });

  it('what another account left unsent for the class is found by whose it is', () => {
    const left = [unsentOf(mark('a', 'present')), { ...unsentOf(mark('b', 'present')), state: 'refused' }];
    for (const [account, classId] of [
      ['li.na', '1'],
      ['me', '1'],
      ['li.na', '11'],
    ] as const)
      kept.set(queueKey(account, classId), JSON.stringify(left));
    kept.set('sitang.nav', 'narrow');
    kept.set(queueKey('broken', '1'), '{');
    const storage = { length: kept.size, key: (i: number) => [...kept.keys()][i] ?? null, getItem: (key: string) => kept.get(key) ?? null };
    expect(heldFor(storage, '1', ['me'])).toEqual([{ account: 'li.na', count: 1 }]);
  });
});
