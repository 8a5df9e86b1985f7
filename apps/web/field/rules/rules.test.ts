import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AttendanceStatus, attendanceStatuses, type FoldMark, foldMarks, type MarkEvent } from '#contract';
import { type KeptSession, type MarkRecord, type PackPerson } from '../kept/shapes.ts';
import { fits } from './find-people.ts';
import { groupsOf } from './groups.policy.ts';
import { longPast, mergePack } from './merge-pack.policy.ts';
import { mostAt, narrowedAfter, nextSize, patienceAfter, remedyFor } from './packets.policy.ts';
import { nextStatus, replacesIn, standingOf, tallyOf } from './standing.policy.ts';

const person = (more: Partial<PackPerson> = {}): PackPerson => ({
  personId: '1',
  name: '示例学员',
  unit: '横渠村',
  last4: '0123',
  audience: 'public',
  cards: [],
  live: [],
  waiting: [],
  ...more,
});
const record = (id: string, status: AttendanceStatus, more: Partial<MarkRecord> = {}, replaces: string[] = []): MarkRecord => ({
  seq: 1,
  mark: { id, sessionId: '7', slot: 1, personId: '1', status, method: 'roll', at: '1970-01-01T00:00:00.000Z', replaces },
  by: '5',
  state: 'waiting',
  tried: false,
  inPack: false,
  ...more,
});

const foldable = ({ id, slot, status, replaces = [] }: MarkEvent): FoldMark => ({
  id,
  slot,
  personId: '1',
  status,
  origin: 'field',
  replaces,
});

describe('what a tap says', () => {
  it('goes present, late, absent, on leave, and round again', () => {
    const said: (AttendanceStatus | null)[] = [null];
    for (let tap = 0; tap < 5; tap++) said.push(nextStatus(said.at(-1)!));
    expect(said).toEqual([null, 'present', 'late', 'absent', 'onLeave', 'present']);
    expect(nextStatus('leftEarly')).toBe('present');
  });
});

describe('how a person stands on the phone', () => {
  it('is the pack and the own marks folded; the own mark over what it has seen', () => {
    const seen = person({ live: [{ id: 'x', slot: 1, status: 'absent' }] });
    expect(standingOf(seen, [])).toMatchObject({ status: 'absent', unsent: false });
    expect(standingOf(seen, [record('a', 'late', {}, ['x'])])).toMatchObject({ status: 'late', disputed: false, unsent: true });
    expect(standingOf(seen, [record('a', 'late')])).toMatchObject({ disputed: true });
  });

  it('is decided as the county decides while it is disputed: by where the marks come from, then by the greater id', () => {
    const apart = person({
      live: [
        { id: 'z', slot: 1, status: 'present' },
        { id: 'a', slot: 1, status: 'absent', origin: 'console' },
      ],
    });
    expect(standingOf(apart, [])).toMatchObject({ status: 'absent', disputed: true });
    const self = person({ live: [{ id: 'z', slot: 1, status: 'present', origin: 'self' }] });
    expect(standingOf(self, [record('b', 'absent')])).toMatchObject({ status: 'absent', disputed: true });
  });

  it('is told by the pack alone once the mark is in it', () => {
    const own = [record('a', 'late', { state: 'accepted', inPack: true })];
    expect(standingOf(person({ live: [{ id: 'b', slot: 1, status: 'present' }] }), own)).toMatchObject({
      status: 'present',
      disputed: false,
    });
    expect(standingOf(person(), [record('a', 'late', { state: 'accepted' })])).toMatchObject({ status: 'late', unsent: false });
  });

  it('leaves out what was refused, and what waits for a decision as long as something is in force', () => {
    for (const state of ['refused', 'conflict'] as const) expect(standingOf(person(), [record('a', 'late', { state })]).status).toBeNull();
    const aside = record('a', 'late', { state: 'review', code: 'offRoster' });
    expect(standingOf(person(), [aside])).toMatchObject({ status: 'late', undecided: true });
    expect(standingOf(person({ live: [{ id: 'x', slot: 1, status: 'present' }] }), [aside])).toMatchObject({
      status: 'present',
      undecided: false,
    });
    expect(standingOf(person(), [record('a', 'late', { state: 'review', code: 'outsidePack' })])).toMatchObject({ undecided: false });
  });

  it('any order of taps, packets, lost answers and packs ends in one live mark: the last tap', () => {
    const step = fc.constantFrom('tap', 'send', 'sendAndLose', 'pack');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const server: FoldMark[] = [];
        let shown = person();
        let own: MarkRecord[] = [];
        let last: AttendanceStatus | null = null;
        for (const [i, what] of steps.entries()) {
          if (what === 'tap') {
            const { status, slot } = standingOf(shown, own);
            last = nextStatus(status);
            own = [...own, record(`m${i}`, last, { seq: i }, replacesIn(shown, own, slot))];
          }
          if (what === 'send' || what === 'sendAndLose') {
            for (const { mark, state } of own)
              if (state === 'waiting' && !server.some(({ id }) => id === mark.id)) server.push(foldable(mark));
            if (what === 'send') own = own.map((one) => (one.state === 'waiting' ? { ...one, state: 'accepted' } : one));
          }
          if (what === 'pack') {
            shown = person({ live: foldMarks(server).flatMap(({ slot, live }) => live.map((mark) => ({ ...mark, slot }))) });
            own = own.map((one) => (one.state === 'waiting' ? one : { ...one, inPack: true }));
          }
          expect(standingOf(shown, own)).toMatchObject({ status: last, disputed: false });
        }
        const everything = [...server, ...own.map(({ mark }) => foldable(mark))];
        expect(foldMarks(everything).map(({ status, disputed }) => ({ status, disputed }))).toEqual(
          last ? [{ status: last, disputed: false }] : [],
        );
      }),
      { numRuns: 500 },
    );
  });

  it('a mark names the live set of its roll call, what waits there, and all of the phone’s own that the server may have', () => {
    const seen = person({
      live: [
        { id: 'x', slot: 1, status: 'present' },
        { id: 'y', slot: 2, status: 'leftEarly' },
      ],
      waiting: [{ id: 'w', slot: 1, status: 'late' }],
    });
    const own = [
      record('a', 'late'),
      record('b', 'absent', { inPack: true, state: 'accepted' }),
      record('c', 'absent', { state: 'refused' }),
    ];
    expect(replacesIn(seen, own, 1)).toEqual(['x', 'w', 'a', 'b']);
  });

  it('is counted once each', () => {
    expect(tallyOf(['present', 'late', null, 'present'])).toEqual({
      present: 2,
      late: 1,
      leftEarly: 0,
      onLeave: 0,
      absent: 0,
      unmarked: 1,
    });
  });
});

describe('a pack that comes', () => {
  const session = (id: string, more: Partial<KeptSession> = {}): KeptSession =>
    ({ id, hidden: false, roster: [], topic: '旧', ...more }) as unknown as KeptSession;

  it('takes the place of what it brings, and takes away what is served no more', () => {
    const merge = mergePack(
      [session('1'), session('2'), session('3')],
      { sessions: [session('1', { topic: '新' })], removed: ['2'] } as never,
      {
        whole: false,
        holdsWaiting: () => false,
      },
    );
    expect(merge.put).toMatchObject([{ id: '1', topic: '新', hidden: false }]);
    expect(merge.remove).toEqual(['2']);
  });

  it('never takes away a session that holds what waits; lets it go with the first pack after', () => {
    const ids = ['1', '2', '3', '4'];
    fc.assert(
      fc.property(
        fc.subarray(ids),
        fc.subarray(ids),
        fc.subarray(ids),
        fc.subarray(ids),
        fc.boolean(),
        (kept, hidden, waiting, served, whole) => {
          const before = kept.map((id) => session(id, { hidden: hidden.includes(id) }));
          const removed = whole ? [] : kept.filter((id) => !served.includes(id));
          const { put, remove } = mergePack(before, { sessions: served.map((id) => session(id)), removed } as never, {
            whole,
            holdsWaiting: (id) => waiting.includes(id),
          });
          const after = new Map(before.filter(({ id }) => !remove.includes(id)).map((one) => [one.id, one]));
          for (const one of put) after.set(one.id, one);
          for (const id of kept) expect(after.has(id)).toBe(served.includes(id) || waiting.includes(id));
          for (const [id, one] of after) expect(one.hidden).toBe(!served.includes(id));
        },
      ),
    );
  });
});

describe('sessions long past', () => {
  const kept = ['2026-04-28', '2026-04-30', '2026-05-01', '2026-05-08'].map((date) => ({ id: date, date }));
  const served = (at: string, behind = 0) => ({ at, behind, truncated: false });
  const gone = (now: string, from = served('2026-05-01T00:00:00Z')) => longPast(kept, from, new Date(now));

  it('go without the county, on the day on which no pack would hold them', () => {
    expect(gone('2026-05-05T15:59:59Z')).toEqual([]);
    expect(gone('2026-05-05T16:00:00Z')).toEqual(['2026-04-28']);
    expect(gone('2026-05-07T16:00:00Z')).toEqual(['2026-04-28', '2026-04-30']);
    expect(gone('2026-05-04T16:00:00Z', served('2026-05-01T00:00:00Z', 86_400_000))).toEqual(['2026-04-28']);
    expect(gone('1970-01-01T00:00:00Z')).toEqual([]);
    expect(longPast(kept, null, new Date('2026-07-01T00:00:00Z'))).toEqual([]);
  });

  it('are never those of the day on which the county was last heard, nor later ones, whatever the clock says', () => {
    const past = ['2026-04-28', '2026-04-30'];
    // Ten days slow when the pack came, and put right since.
    expect(gone('2026-05-01T01:00:00Z', served('2026-04-21T00:00:00Z', 10 * 86_400_000))).toEqual(past);
    // Set ahead meanwhile, by days, months and years.
    for (const now of ['2026-05-09T00:00:00Z', '2026-07-01T00:00:00Z', '2027-04-30T00:00:00Z', '2038-01-19T03:14:08Z'])
      expect(gone(now)).toEqual(past);
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1971-01-01T00:00:00Z'), max: new Date('2200-01-01T00:00:00Z'), noInvalidDate: true }),
        fc.integer({ min: -3e10, max: 3e10 }),
        (now, behind) => {
          const at = new Date(Date.parse('2026-05-01T00:00:00Z') - behind).toISOString();
          for (const id of longPast(kept, served(at, behind), now)) expect(past).toContain(id);
        },
      ),
    );
  });
});

describe('a packet that was not taken', () => {
  const problem = (status: number, code = 'unexpected', fields: string[] = []) =>
    ({ status, code, fields: fields.map((field) => ({ field, fault: 'wrong' })) }) as never;

  it('is halved until the one record is alone that the server will not have', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_200 }), fc.nat(1_199), (many, at) => {
        const bad = at % many;
        let [waiting, size, questions]: [number[], number, number] = [Array.from({ length: many }, (_, i) => i), 500, 0];
        const taken: number[] = [];
        const refused: number[] = [];
        while (waiting.length > 0) {
          questions += 1;
          const packet = waiting.slice(0, size);
          if (!packet.includes(bad)) {
            taken.push(...packet);
            waiting = waiting.slice(packet.length);
            size = nextSize(packet.length, true, 500);
          } else if (remedyFor(problem(400, 'invalidFields', ['marks.3']), { many: packet.length, stumbles: 1 }) === 'refuse') {
            refused.push(...packet);
            waiting = waiting.slice(1);
          } else size = nextSize(packet.length, false, 500);
        }
        expect(refused).toEqual([bad]);
        expect(taken).toHaveLength(many - 1);
        expect(questions).toBeLessThan(60);
      }),
    );
  });

  it('waits where it may pass, stops where the token has ended, and refuses no mark for what is wrong around it', () => {
    for (const status of [0, 404, 408, 429, 503]) expect(remedyFor(problem(status), { many: 1, stumbles: 9 })).toBe('wait');
    for (const status of [401, 403]) expect(remedyFor(problem(status), { many: 1, stumbles: 1 })).toBe('stop');
    expect(remedyFor(problem(400, 'invalidFields', ['device.sentAt']), { many: 1, stumbles: 1 })).toBe('wait');
    expect(remedyFor(problem(413, 'bodyTooLarge'), { many: 2, stumbles: 1 })).toBe('split');
    expect(remedyFor(problem(400, 'malformedText'), { many: 1, stumbles: 1 })).toBe('refuse');
    for (const code of ['malformedBody', 'unexpected', 'notFound'])
      expect(remedyFor(problem(400, code), { many: 1, stumbles: 9 })).toBe('wait');
    expect(remedyFor(problem(400, 'invalidFields'), { many: 1, stumbles: 1 })).toBe('passOver');
  });

  it('that something on the way turns away is halved and sent as plain text the second time; one record in plain text waits', () => {
    const byProxy = (status: number) => ({ code: 'offline', status: 0, fields: [], facts: { onTheWay: status } }) as never;
    const spoilt = [byProxy(400), byProxy(403), byProxy(413), problem(400, 'malformedBody'), problem(415, 'mediaTypeUnsupported')];
    for (const one of spoilt) {
      expect(remedyFor(one, { many: 8, stumbles: 1, isPacked: true })).toBe('wait');
      expect(remedyFor(one, { many: 8, stumbles: 2, isPacked: true })).toBe('plainer');
      expect(remedyFor(one, { many: 8, stumbles: 3, isPacked: false })).toBe('plainer');
      expect(remedyFor(one, { many: 1, stumbles: 2, isPacked: true })).toBe('plainer');
      expect(remedyFor(one, { many: 1, stumbles: 9, isPacked: false })).toBe('wait');
    }
    // A page to sign in at, a proxy whose county is down, nobody at all.
    for (const one of [byProxy(200), byProxy(502), byProxy(504), byProxy(401), problem(0, 'offline')])
      expect(remedyFor(one, { many: 8, stumbles: 9, isPacked: true })).toBe('wait');
  });

  it('for slowness is halved until it goes through, and those after it stay as small for a while', () => {
    const slow = { code: 'offline', status: 0, fields: [], facts: { tooSlow: true } } as never;
    expect(remedyFor(slow, { many: 500, stumbles: 9, isPacked: true })).toBe('wait');
    // Thirty get through in the time that one waits for an answer.
    let [waiting, tries, at, narrowed] = [500, 0, 0, { most: 500, until: 0 }];
    while (waiting > 0) {
      const packet = Math.min(waiting, mostAt(500, narrowed, (at += 45_000)));
      tries += 1;
      if (packet > 30) narrowed = narrowedAfter(packet, at);
      else waiting -= packet;
      expect(tries).toBeLessThan(50);
    }
    expect(narrowedAfter(500, 0)).toMatchObject({ most: 250 });
    expect(narrowedAfter(20, 0)).toMatchObject({ most: 15 });
    expect([mostAt(500, narrowed, narrowed.until - 1), mostAt(20, narrowed, 0), mostAt(500, narrowed, narrowed.until)]).toEqual([
      narrowed.most,
      20,
      500,
    ]);
  });

  it('over which the server stumbles again and again is halved too, and its last one passed over', () => {
    expect(remedyFor(problem(500), { many: 8, stumbles: 1 })).toBe('wait');
    expect(remedyFor(problem(500), { many: 8, stumbles: 2 })).toBe('split');
    expect(remedyFor(problem(500), { many: 1, stumbles: 2 })).toBe('passOver');
    expect([1, 3, 99].map(patienceAfter)).toEqual([2_000, 8_000, 60_000]);
  });
});

describe('finding on a roster', () => {
  it('goes by name, initials, village and last four', () => {
    const one = { name: '曾秀兰', unit: '横渠村', last4: '0417' };
    expect(['秀', 'zx', 'cxl', 'ZXL', '横渠', '0417', '17', ' ', ''].map((typed) => fits(one, typed))).toEqual(Array(9).fill(true));
    expect(['李', 'xz', '金渠', '0418', '00417'].map((typed) => fits(one, typed))).toEqual(Array(5).fill(false));
    expect(fits({ ...one, last4: null }, '0')).toBe(false);
  });
});

it('a roll by village leaves villages and people in the order of the roster', () => {
  const people = ['乙村', '甲村', '乙村', '', '甲村'].map((unit, i) => person({ personId: String(i), unit }));
  expect(groupsOf(people).map(({ unit, people: some }) => [unit, some.map(({ personId }) => personId).join('')])).toEqual([
    ['乙村', '02'],
    ['甲村', '14'],
    ['', '3'],
  ]);
  expect(groupsOf([])).toEqual([]);
});

it('every status of the contract has a way on', () => {
  for (const status of attendanceStatuses) expect(attendanceStatuses).toContain(nextStatus(status));
});
