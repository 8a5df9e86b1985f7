import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attendanceStatuses, type FoldMark, foldMarks, type MarkEvent, type Origin } from '#contract';
import { type Unsent } from './mark-queue.ts';
import { type Grid, type GridCell, type GridPerson, halfOf, seenIn, taken } from './sheet.ts';

const session = { id: '7', date: '2021-06-08', dayPart: 'am', topic: '授粉', state: 'scheduled', mayMark: true, lateToday: false } as const;
const mark = (id: string, status: MarkEvent['status'], more: Partial<MarkEvent> = {}): MarkEvent => ({
  id,
  sessionId: '7',
  slot: 1,
  personId: '1',
  status,
  method: 'roll',
  at: '2021-06-08T01:00:00.000Z',
  ...more,
});
const unsentOf = (one: MarkEvent): Unsent => ({ mark: one, tried: false, state: 'queued' });
const folding = ({ walkIn: _, ...one }: MarkEvent, origin: Origin): FoldMark => ({
  ...one,
  personId: '1',
  replaces: one.replaces ?? [],
  origin,
});

/** The grid as the server would answer it after these marks. */
function gridOf(marks: readonly FoldMark[]): Grid {
  const cells = foldMarks(marks).map(({ slot, status, disputed, live }): GridCell => ({
    slot,
    status,
    disputed,
    live: live.map(({ id }) => id),
    method: 'roll',
    origin: 'console',
    late: false,
    viewingPointId: null,
  }));
  const person = {
    personId: '1',
    name: '示例',
    unit: '横渠村',
    last4: null,
    rosterNo: 1,
    cells: cells.length ? { 7: cells } : {},
    waiting: {},
  };
  return {
    classId: '1',
    class: { id: '1', name: '示例班', kind: 'thematic', roster: 'closed', state: 'running' },
    sessions: [session],
    people: [person as GridPerson],
  };
}

describe('a cell marked at the console', () => {
  const step = fc.record({ status: fc.constantFrom(...attendanceStatuses), arrives: fc.boolean() });
  const before = fc.array(fc.record({ status: fc.constantFrom(...attendanceStatuses), slot: fc.constantFrom(1, 2) }), { maxLength: 3 });

  it('shows what the server will say, whatever stood there and however much is still on its way', () => {
    fc.assert(
      fc.property(before, fc.array(step, { minLength: 1, maxLength: 6 }), (stood, steps) => {
        const server = stood.map(({ status, slot }, i) => folding(mark(`phone${i}`, status, { slot }), 'field'));
        let grid = gridOf(server);
        let unsent: Unsent[] = [];
        for (const [i, { status, arrives }] of steps.entries()) {
          const person = grid.people[0]!;
          const { slot } = halfOf(person, '7', unsent);
          const made = mark(`console${i}`, status, { slot, ...seenIn(person, '7', slot, unsent) });
          unsent = [...unsent, unsentOf(made)];
          if (!arrives) continue;
          // All that was unsent arrives together.
          for (const one of unsent) {
            server.push(folding(one.mark, 'console'));
            grid = taken(grid, one, false);
          }
          unsent = [];
        }
        const truth = gridOf([...server, ...unsent.map((one) => folding(one.mark, 'console'))]).people[0]!;
        const { status, disputed } = halfOf(truth, '7', []);
        expect(halfOf(grid.people[0]!, '7', unsent)).toMatchObject({ status, disputed });
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the room in which somebody signed, and a refused mark replaces nothing', () => {
    const grid = gridOf([folding(mark('phone', 'present'), 'field')]);
    (grid.people[0]!.cells['7'] as GridCell[])[0]!.viewingPointId = '3';
    const refused: Unsent = { ...unsentOf(mark('refused', 'late')), state: 'refused', code: 'sessionUnknown' };
    expect(seenIn(grid.people[0]!, '7', 1, [refused])).toEqual({ replaces: ['phone'], viewingPointId: '3' });
    expect(halfOf(grid.people[0]!, '7', [refused])).toMatchObject({ status: 'present', sending: null, refused });
  });

  it('is the half-day over its roll calls: attended if any says so, left early when a later one does', () => {
    const calls = (...statuses: MarkEvent['status'][]) =>
      halfOf(gridOf(statuses.map((status, i) => folding(mark(String(i), status, { slot: i + 1 }), 'field'))).people[0]!, '7', []);
    expect(calls('present', 'leftEarly')).toMatchObject({ status: 'leftEarly', slot: 1, calls: 2 });
    expect(calls('absent', 'late')).toMatchObject({ status: 'late', slot: 2 });
    expect(calls('late', 'leftEarly')).toMatchObject({ status: 'late', slot: 1 });
    expect(calls('absent', 'onLeave')).toMatchObject({ status: 'absent', slot: 1 });
  });

  it('a mark that waits for a decision changes no status', () => {
    const grid = taken(gridOf([folding(mark('phone', 'present'), 'field')]), unsentOf(mark('late', 'absent')), true);
    expect(halfOf(grid.people[0]!, '7', [])).toMatchObject({ status: 'present', waiting: 'absent' });
  });
});
