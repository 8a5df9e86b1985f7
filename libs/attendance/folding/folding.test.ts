import { describe, expect, it } from '@jest/globals';
import { type AttendedClass, type AttendedSession, type SessionMark } from './attended.js';
import { classOfMark } from './attribution.policy.js';
import { attendanceOf } from './session-attendance.js';
import { sheetsOf } from './session-sheet.js';
import { waitsFor } from './waiting.policy.js';

const trainingClass = (id: number, more: Partial<AttendedClass> = {}): AttendedClass => ({
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
const classes = (...all: AttendedClass[]): Map<number, AttendedClass> => new Map(all.map((one) => [one.id, one]));
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
const mark = (more: Partial<SessionMark> = {}): SessionMark => ({
  id: 'a',
  sessionId: 1,
  slot: 1,
  personId: 9,
  walkIn: null,
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

/** A class that closed at 100 with person 9 on its roster: what comes later waits. */
const closed = classes(trainingClass(5, { closedAt: 100, roster: new Set([9, 8]) }));
const alone = session({ classIds: [5] });
const statusOf = (marks: SessionMark[], personId = 9): string | undefined =>
  attendanceOf(alone, marks, { classes: closed }).presences.find((one) => one.personId === personId)?.status;

describe('what waits stands beside the fold', () => {
  const counted = mark({ id: 'a', status: 'absent' });
  const late = mark({ id: 'b', status: 'present', replaces: ['a'], receivedAt: 101 });

  it('replaces nothing until somebody decides', () => {
    expect(statusOf([counted, late])).toBe('absent');
    expect(statusOf([counted, { ...late, decision: 'admit' }])).toBe('present');
    expect(statusOf([counted, { ...late, decision: 'reject' }])).toBe('absent');
  });

  it('an admitted correction replaces what the mark it corrected had replaced, whatever their ids', () => {
    for (const id of ['c', '0']) {
      const correction = mark({ id, status: 'late', replaces: ['b'], receivedAt: 102, decision: 'admit' });
      expect(statusOf([counted, late, correction])).toBe('late');
      expect(statusOf([counted, { ...late, decision: 'reject' }, correction])).toBe('late');
    }
  });

  it('sheets show both, and only the last word of what waits', () => {
    const again = mark({ id: 'c', status: 'late', replaces: ['b'], receivedAt: 102 });
    const line = sheetsOf({ classes: closed, sessions: new Map([[1, alone]]), marks: [counted, late, again] }).get(1)!(9);
    expect(line.places).toMatchObject([{ status: 'absent', live: [{ id: 'a' }] }]);
    expect(line.waiting).toMatchObject([{ id: 'c', status: 'late' }]);
  });
});

describe('a half-day over its roll calls', () => {
  it('a sign-out turns present into left early, and nothing else', () => {
    const out = mark({ id: 'z', slot: 2, status: 'leftEarly' });
    expect(statusOf([mark(), out])).toBe('leftEarly');
    expect(statusOf([mark({ status: 'late' }), out])).toBe('late');
    expect(statusOf([mark({ status: 'absent' }), out])).toBe('leftEarly');
    expect(statusOf([mark(), mark({ id: 'z', slot: 2, status: 'absent' })])).toBe('present');
  });

  it('a stranger seen at five stops is one, two strangers of one name at one stop are two', () => {
    const stranger = (id: string, slot: number, more: Partial<SessionMark> = {}) =>
      mark({ id, slot, personId: null, walkIn: '示例甲//', ...more });
    const unidentified = (marks: SessionMark[]) => [...attendanceOf(alone, marks, { classes: closed }).unidentified];
    expect(unidentified([1, 2, 3, 4, 5].map((slot) => stranger(String(slot), slot)))).toEqual([[0, 1]]);
    expect(unidentified([stranger('a', 1), stranger('b', 2), stranger('c', 2, { place: 7 })])).toEqual([
      [0, 1],
      [7, 1],
    ]);
    expect(unidentified([stranger('a', 1), stranger('b', 1, { walkIn: '示例乙//' })])).toEqual([[0, 2]]);
  });
});

describe('whose mark a mark replaces', () => {
  it('one made for a person who was two stays with its record when they part', () => {
    const before = [mark({ id: 'a' }), mark({ id: 'b', personId: 8 })];
    const whileOne = mark({ id: 'c', personId: 8, status: 'late', replaces: ['a', 'b'] });
    const merged = [...before, whileOne].map((one) => ({ ...one, personId: 9 }));
    expect(statusOf(merged)).toBe('late');
    expect(statusOf([...before, whileOne], 9)).toBe('present');
    expect(statusOf([...before, whileOne], 8)).toBe('late');
  });

  it('a stranger who was on the list after all, and a tap on the wrong line', () => {
    const stranger = mark({ id: 'a', personId: null, walkIn: '示例甲//' });
    const listed = mark({ id: 'b', replaces: ['a'] });
    expect(attendanceOf(alone, [stranger, listed], { classes: closed }).unidentified.size).toBe(0);
    // Matched to somebody else later, it still took the place of the wrong tap.
    const other = mark({ id: 'd', personId: 8, walkIn: '示例甲//', replaces: ['c'], decision: 'match' });
    expect(statusOf([mark({ id: 'c' }), other], 9)).toBeUndefined();
  });
});
