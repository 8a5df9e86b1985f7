import { describe, expect, it } from '@jest/globals';
import { type AttendanceStatus, type FoldedAttendance } from '#contract';
import { arrivalsOf, type MarkTime } from './arrivals.policy.js';

describe('when a class came to the stops of its route', () => {
  const at = (clock: string, date = '2021-06-08'): Date => new Date(`${date}T${clock}:00+08:00`);
  const mark = (markId: string, slot: number, status: AttendanceStatus = 'present') => ({ markId, slot, status }) as FoldedAttendance;
  const made = (deviceAt: Date, more: Partial<MarkTime> = {}): MarkTime => ({
    deviceAt,
    skewSeconds: null,
    receivedAt: at('18:00'),
    ...more,
  });
  const arrivals = (folded: FoldedAttendance[], times: Record<string, MarkTime>) =>
    arrivalsOf({ stops: 2, date: '2021-06-08' }, folded, (id) => times[id]).map(({ arrivedAt, came }) => [arrivedAt, came]);

  it('is when the first was marked there who is there; who is not says nothing', () => {
    const folded = [mark('a', 1), mark('b', 1, 'late'), mark('c', 1, 'absent'), mark('d', 2), mark('e', 3)];
    const times = { a: made(at('09:42')), b: made(at('09:45')), c: made(at('08:00')), d: made(at('10:30')), e: made(at('07:00')) };
    expect(arrivals(folded, times)).toEqual([
      [at('09:42'), 2],
      [at('10:30'), 1],
    ]);
    expect(arrivals([], {})).toEqual([
      [null, 0],
      [null, 0],
    ]);
  });

  it('is put right where the clock was off, and never later than the mark came in', () => {
    const hour = { skewSeconds: 3_600 };
    expect(arrivals([mark('a', 1)], { a: made(at('08:42'), hour) })[0]).toEqual([at('09:42'), 1]);
    expect(arrivals([mark('a', 1)], { a: made(at('09:42'), { skewSeconds: 90 }) })[0]).toEqual([at('09:42'), 1]);
    expect(arrivals([mark('a', 1)], { a: made(at('17:30'), hour) })[0]).toEqual([at('18:00'), 1]);
    const years = { skewSeconds: (at('09:42').getTime() - at('09:42', '1970-01-01').getTime()) / 1_000 };
    expect(arrivals([mark('a', 1)], { a: made(at('09:42', '1970-01-01'), years) })[0]).toEqual([at('09:42'), 1]);
  });

  it('is not known where nobody was marked by phone, or the clock was on another day', () => {
    expect(arrivals([mark('a', 1)], {})[0]).toEqual([null, 1]);
    expect(arrivals([mark('a', 1)], { a: made(at('09:42', '2021-06-07')) })[0]).toEqual([null, 1]);
  });
});
