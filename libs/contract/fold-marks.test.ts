import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldHeadCounts, type FoldHeadCount } from './fold-head-counts.js';
import { type FoldMark, foldMarks } from './fold-marks.js';
import { liveSet } from './live-set.js';
import { attendanceStatuses, headCountModes, origins } from './words.js';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const mark: fc.Arbitrary<FoldMark> = fc.record({
  id: fc.constantFrom(...ids),
  slot: fc.constantFrom(1, 2),
  personId: fc.constantFrom('1', '2', '10'),
  status: fc.constantFrom(...attendanceStatuses),
  origin: fc.constantFrom(...origins),
  replaces: fc.uniqueArray(fc.constantFrom(...ids, 'never'), { maxLength: 3 }),
  walkIn: fc.boolean(),
  aside: fc.boolean(),
});
/** An id belongs to one mark for ever. */
const marks = fc.uniqueArray(mark, { selector: (one) => one.id });
const shuffled = marks.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all)));

const plain = (more: Partial<FoldMark>): FoldMark => ({
  id: 'a',
  slot: 1,
  personId: '1',
  status: 'present',
  origin: 'field',
  replaces: [],
  ...more,
});

describe('the fold of marks', () => {
  it('does not depend on the order of arrival, nor on repeats', () => {
    fc.assert(
      fc.property(shuffled, ([all, other, again]) => expect(foldMarks([...other, ...again])).toEqual(foldMarks(all))),
      { numRuns: 500 },
    );
  });

  it('gives each person one attendance a roll call, decided by a live mark of theirs', () => {
    fc.assert(
      fc.property(marks, (all) => {
        const folded = foldMarks(all);
        expect(new Set(folded.map((one) => `${one.slot}/${one.personId}`)).size).toBe(folded.length);
        for (const one of folded) {
          expect(one.live.map((live) => live.id)).toContain(one.markId);
          expect(one.disputed).toBe(new Set(one.live.map((live) => live.status)).size > 1);
        }
      }),
    );
  });

  it('a settling mark that names the whole live set ends any dispute', () => {
    fc.assert(
      fc.property(marks, (all) => {
        for (const one of foldMarks(all)) {
          const settling = plain({
            id: 'settled',
            slot: one.slot,
            personId: one.personId,
            status: 'late',
            origin: 'console',
            replaces: one.live.map((live) => live.id),
          });
          const after = foldMarks([...all, settling]).find((place) => place.slot === one.slot && place.personId === one.personId);
          expect(after).toMatchObject({ status: 'late', disputed: false, markId: 'settled' });
        }
      }),
    );
  });

  it('a mark replaces one that comes later', () => {
    const correction = plain({ id: 'b', status: 'absent', replaces: ['a'] });
    expect(foldMarks([correction])).toMatchObject([{ status: 'absent' }]);
    expect(foldMarks([correction, plain({})])).toMatchObject([{ status: 'absent', disputed: false }]);
  });

  it('console outweighs field, field outweighs import; then the greater id', () => {
    const dispute = [
      plain({ id: 'a', origin: 'import' }),
      plain({ id: 'b', status: 'late' }),
      plain({ id: 'c', status: 'absent', origin: 'console' }),
    ];
    expect(foldMarks(dispute)).toMatchObject([{ status: 'absent', disputed: true }]);
    expect(foldMarks(dispute.slice(0, 2))).toMatchObject([{ status: 'late', disputed: true }]);
    expect(foldMarks([plain({ id: 'a' }), plain({ id: 'b', status: 'late' })])).toMatchObject([{ status: 'late' }]);
  });
});

describe('the live set', () => {
  it('a ring replaces nothing inside it, but what it replaces outside is replaced', () => {
    const ring = [
      { id: 'a', replaces: ['b'] },
      { id: 'b', replaces: ['c'] },
      { id: 'c', replaces: ['a', 'd'] },
      { id: 'd', replaces: [] },
    ];
    expect(liveSet(ring).map((one) => one.id)).toEqual(['a', 'b', 'c']);
    expect(liveSet([{ id: 'a', replaces: ['a'] }])).toHaveLength(1);
  });

  it('is never empty when a fact takes part', () => {
    fc.assert(fc.property(marks, (all) => expect(liveSet(all).length > 0).toBe(all.some((fact) => !fact.aside))));
  });

  it('a fact left aside is not live and replaces nothing, but hands on what it named', () => {
    const facts = [
      { id: 'a', replaces: [] },
      { id: 'b', replaces: ['a'], aside: true },
    ];
    expect(liveSet(facts).map((one) => one.id)).toEqual(['a']);
    expect(liveSet([...facts, { id: 'c', replaces: ['b'] }]).map((one) => one.id)).toEqual(['c']);
  });

  it('stands a chain of ten thousand', () => {
    const chain = Array.from({ length: 10_000 }, (_, i) => ({ id: String(i), replaces: i === 0 ? [] : [String(i - 1)] }));
    expect(liveSet(chain).map((one) => one.id)).toEqual(['9999']);
  });
});

describe('the fold of head counts', () => {
  const one = (more: Partial<FoldHeadCount>): FoldHeadCount => ({
    id: 'a',
    mode: 'replace',
    count: 40,
    method: 'counted',
    origin: 'field',
    replaces: [],
    ...more,
  });

  it('live additions sum, a live replacement outweighs them, different replacements are a dispute', () => {
    const adds = [one({ id: 'a', mode: 'add', count: 10 }), one({ id: 'b', mode: 'add', count: 5, method: 'estimated' })];
    expect(foldHeadCounts(adds)).toMatchObject({ count: 15, estimated: true, disputed: false });
    expect(foldHeadCounts([...adds, one({ id: 'c', count: 12 })])).toMatchObject({ count: 12, disputed: false });
    expect(foldHeadCounts([one({ id: 'c', count: 12 }), one({ id: 'd', count: 13, origin: 'console' })])).toMatchObject({
      count: 13,
      disputed: true,
    });
    expect(foldHeadCounts([])).toBeNull();
  });

  it('does not depend on the order of arrival, nor on repeats', () => {
    const count: fc.Arbitrary<FoldHeadCount> = fc.record({
      id: fc.constantFrom(...ids),
      mode: fc.constantFrom(...headCountModes),
      count: fc.nat(100),
      method: fc.constantFrom('counted' as const, 'estimated' as const),
      origin: fc.constantFrom(...origins),
      replaces: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 2 }),
    });
    const counts = fc.uniqueArray(count, { selector: (each) => each.id });
    const both = counts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(both, ([all, other]) => expect(foldHeadCounts([...other, ...all])).toEqual(foldHeadCounts(all))),
      { numRuns: 500 },
    );
  });
});
