import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bases } from '#contract';
import { type KeysOfUnits, unitsAt } from './cells.js';
import { type Participated, PeopleChanges, peopleLevels, yearOf } from './people-cells.js';

/** Two towns of two villages each, an organ of the county, and the county itself. */
const place = (village: number, town: number, organs: number[] = []) => ({ village, town, county: 1, city: 2, province: 3, organs });
const keys: KeysOfUnits = new Map([
  [11, place(11, 10)],
  [12, place(12, 10)],
  [21, place(21, 20)],
  [22, place(22, 20)],
  [30, place(1, 1, [30])],
  [1, place(1, 1)],
]);
const unit = fc.constantFrom(...keys.keys());
const rows = fc.array(
  fc.record({
    person_id: fc.constantFrom(1, 2, 3),
    kind: fc.constantFrom('online', 'demonstration'),
    month: fc.constantFrom(202101, 202102, 202212),
    audience: fc.constantFrom('public', 'cadre'),
    trainee_unit_id: unit,
    host_unit_id: unit,
    venue_unit_id: unit,
  }),
  { maxLength: 8 },
);

/** How many different people are in each cell, counted one cell at a time from all person-times. */
function peopleOf(all: readonly Participated[]): Map<string, number> {
  const cells = new Map<string, Set<number>>();
  for (const row of all)
    for (const basis of bases)
      for (const level of peopleLevels)
        for (const id of unitsAt(keys, row[`${basis}_unit_id`], level))
          for (const period of [row.month, yearOf(row.month)])
            for (const kind of [row.kind, '*'])
              for (const audience of [row.audience, '*']) {
                const name = `${basis} ${level} ${id} ${period} ${kind} ${audience}`;
                cells.set(name, (cells.get(name) ?? new Set()).add(row.person_id));
              }
  return new Map([...cells].map(([name, people]) => [name, people.size]));
}
const setsOf = (all: readonly Participated[]): Set<string> =>
  new Set(all.map((row) => `${row.month} ${row.trainee_unit_id} ${row.kind} ${row.audience} ${row.person_id}`));

describe('people, as a compile changes where they are counted', () => {
  it('what is added to the cells and sets of before makes those of after, whatever stays', () => {
    fc.assert(
      fc.property(rows, rows, rows, (gone, fresh, kept) => {
        const changes = new PeopleChanges(keys);
        const of = (some: readonly Participated[], id: number) => some.filter((row) => row.person_id === id);
        for (const id of [1, 2, 3]) changes.add({ personId: id, gone: of(gone, id), fresh: of(fresh, id), kept: of(kept, id) });
        const [before, after] = [peopleOf([...gone, ...kept]), peopleOf([...fresh, ...kept])];
        for (const { basis, level, unit_id, period, kind, audience, people } of changes.changedCells()) {
          const name = `${basis} ${level} ${unit_id} ${period} ${kind} ${audience}`;
          before.set(name, (before.get(name) ?? 0) + people);
          if (before.get(name) === 0) before.delete(name);
        }
        expect(before).toEqual(after);
        const sets = setsOf([...gone, ...kept]);
        for (const { month, unitId, kind, audience, joined, left } of changes.changedSets()) {
          for (const id of left) sets.delete(`${month} ${unitId} ${kind} ${audience} ${id}`);
          for (const id of joined) sets.add(`${month} ${unitId} ${kind} ${audience} ${id}`);
        }
        expect(sets).toEqual(setsOf([...fresh, ...kept]));
      }),
      { numRuns: 500 },
    );
  });
});
