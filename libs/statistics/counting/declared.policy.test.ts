import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AttendedSession } from '#attendance';
import { declaredOf, type LedSession } from './declared.policy.js';

const session = (more: Partial<AttendedSession> = {}): AttendedSession => ({
  id: 1,
  leadClassId: 5,
  classIds: [3, 5, 7],
  date: '2021-06-08',
  dayPart: 'am',
  state: 'scheduled',
  forUnitId: null,
  siteUnitId: null,
  viewingPoints: [],
  ...more,
});
describe('rule 3: heads that nobody named', () => {
  const led = (id: number, verified: number, named: number, more: Partial<LedSession> = {}): LedSession => ({
    session: session({ id }),
    places: [{ place: 0, verified, all: verified }],
    named,
    namedAt: new Map([[0, named]]),
    ...more,
  });
  const sum = (rows: { declared: number }[]): number => rows.reduce((all, row) => all + row.declared, 0);

  it('each session where the session is counted, the largest where the class is, the first of equals', () => {
    const week = [led(2, 40, 10), led(1, 40, 10), led(3, 20, 25)];
    expect(sum(declaredOf(week, 'session'))).toBe(60);
    expect(declaredOf(week, 'class')).toMatchObject([{ session: { id: 1 }, declared: 30 }]);
    expect(declaredOf([], 'class')).toEqual([]);
  });

  it('rooms are added up before the named are taken off, and each keeps its own', () => {
    const live = led(1, 0, 15, {
      places: [
        { place: 0, verified: 10, all: 10 },
        { place: 4, verified: 30, all: 30 },
      ],
      namedAt: new Map([
        [0, 12],
        [4, 3],
      ]),
    });
    expect(declaredOf([live], 'class')).toMatchObject([{ place: 4, declared: 25 }]);
  });

  it('naming somebody who stood there never changes what stood there', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (heads, named) => {
        const declared = sum(declaredOf([led(1, heads, named)], 'session'));
        expect(declared + Math.min(named, heads)).toBe(heads);
      }),
    );
  });

  it('the parts of the rooms sum to the whole, and unverified is what would be gained', () => {
    const room = fc.record({ verified: fc.nat(60), all: fc.nat(60), named: fc.nat(40) });
    fc.assert(
      fc.property(
        fc.array(room, { minLength: 1, maxLength: 4 }),
        fc.nat(30),
        fc.constantFrom('class' as const, 'session' as const),
        (rooms, elsewhere, unit) => {
          const named = rooms.reduce((all, one) => all + one.named, elsewhere);
          const one = led(1, 0, named, {
            places: rooms.map(({ verified, all }, place) => ({ place, verified, all })),
            namedAt: new Map(rooms.map((each, place) => [place, each.named])),
          });
          const rows = declaredOf([one], unit);
          const total = (which: 'verified' | 'all'): number =>
            Math.max(one.places.reduce((all, place) => all + place[which], 0) - named, 0);
          expect(sum(rows)).toBe(total('verified'));
          expect(rows.reduce((all, row) => all + row.unverified, 0)).toBe(Math.max(total('all') - total('verified'), 0));
        },
      ),
      { numRuns: 500 },
    );
  });
});
