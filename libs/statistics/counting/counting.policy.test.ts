import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { classOfMark } from './attribution.policy.js';
import { declaredOf, type LedSession } from './declared.policy.js';
import { waitsFor } from './waiting.policy.js';
import { type CountedClass, type CountedMark, type CountedSession } from './world.js';

const trainingClass = (id: number, more: Partial<CountedClass> = {}): CountedClass => ({
  id,
  kind: 'thematic',
  deliveryMode: 'inPerson',
  rosterKind: 'closed',
  state: 'running',
  closedAt: null,
  hostUnitId: 1,
  villageId: null,
  roster: new Set(),
  ...more,
});
const classes = (...all: CountedClass[]): Map<number, CountedClass> => new Map(all.map((one) => [one.id, one]));
const session = (more: Partial<CountedSession> = {}): CountedSession => ({
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
const mark = (more: Partial<CountedMark> = {}): CountedMark => ({
  id: 'a',
  sessionId: 1,
  slot: 1,
  personId: 9,
  place: 0,
  status: 'present',
  origin: 'field',
  replaces: [],
  receivedAt: 100,
  decision: null,
  ...more,
});

describe('rule 4: whose mark it is', () => {
  const on = new Set([9]);
  it.each([
    ['on the roster of one class', classes(trainingClass(3, { roster: on }), trainingClass(5), trainingClass(7)), 3],
    ['on several, the lead among them', classes(trainingClass(3, { roster: on }), trainingClass(5, { roster: on }), trainingClass(7)), 5],
    [
      'on several without the lead: the lowest',
      classes(trainingClass(3, { roster: on }), trainingClass(5), trainingClass(7, { roster: on })),
      3,
    ],
    ['on none: the lead', classes(trainingClass(3), trainingClass(5), trainingClass(7)), 5],
    [
      'on the void lead and another: the one that stands',
      classes(trainingClass(3), trainingClass(5, { roster: on, state: 'void' }), trainingClass(7, { roster: on })),
      7,
    ],
    ['on the void lead alone: the lead', classes(trainingClass(3), trainingClass(5, { roster: on, state: 'void' }), trainingClass(7)), 5],
    ['on none, the lead void: the lowest that stands', classes(trainingClass(3), trainingClass(5, { state: 'void' }), trainingClass(7)), 3],
  ])('%s', (_, around, expected) => expect(classOfMark(session(), 9, around)).toBe(expected));
});

describe('rule 10: what waits', () => {
  const owner = trainingClass(5, { closedAt: 100, roster: new Set([9]) });
  it.each([
    ['nothing', mark(), session(), owner, null],
    ['a mark after closing', mark({ receivedAt: 101 }), session(), owner, 'classClosed'],
    ['off a closed roster', mark({ personId: 8 }), session(), owner, 'offRoster'],
    ['off an open roster', mark({ personId: 8 }), session(), { ...owner, rosterKind: 'open' as const }, null],
    ['admitted', mark({ personId: 8, receivedAt: 101, decision: 'admit' }), session(), owner, null],
    ['admitted to a cancelled session', mark({ decision: 'admit' }), session({ state: 'cancelled' }), owner, 'sessionCancelled'],
    ['a void session', mark(), session({ state: 'void' }), owner, 'sessionVoid'],
    ['rejected', mark({ decision: 'reject' }), session(), owner, 'rejected'],
  ] as const)('%s', (_, one, where, whose, expected) => expect(waitsFor(one, where, whose)).toBe(expected));
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
