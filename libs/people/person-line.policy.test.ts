import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { positionKinds } from '#contract';
import { type PersonLine, type SheetTerm } from './people-sheet.js';
import { changesOf, type Days, type LineChanges, type RegisteredPerson } from './person-line.policy.js';
import { overlapping } from './position-terms.policy.js';

const days: Days = { today: '2021-12-31', always: '1949-10-01' };
const empty: PersonLine = {
  position: 1,
  code: 'A',
  name: '甲',
  unitCode: '610326101204',
  unitFrom: null,
  gender: null,
  born: null,
  minority: null,
  education: null,
  partyFrom: null,
  idNumber: null,
  phone: null,
  terms: [],
};
const line = (more: Partial<PersonLine>): PersonLine => ({ ...empty, ...more });
const person: RegisteredPerson = {
  unitId: 1,
  gender: 'male',
  born: '1980-01-01',
  minority: false,
  education: 'senior',
  partyFrom: null,
  partyUntil: null,
  hasIdNumber: false,
  units: [{ from: '1949-10-01', unitId: 1 }],
  positions: [],
};
const faults = (one: Partial<PersonLine>, unitId = 1, known: RegisteredPerson | null = person) =>
  changesOf(line(one), unitId, known, days).faults.map(({ column, code }) => `${column} ${code}`);

describe('what a line changes', () => {
  test('nothing, when it says what is known or says nothing', () => {
    const nothing = { details: {}, unit: null, terms: [], faults: [] };
    expect(changesOf(line({}), 1, person, days)).toEqual(nothing);
    expect(changesOf(line({ gender: 'male', born: '1980-01-01', minority: false }), 1, person, days)).toEqual(nothing);
  });

  test('an ID number tells what nobody else does, and contradicts nobody', () => {
    const told = (known: RegisteredPerson) => changesOf(line({ idNumber: '11010519491231002X' }), 1, known, days).details;
    expect(told(person)).toEqual({});
    expect(told({ ...person, born: null })).toEqual({ born: '1949-12-31' });
    expect(told({ ...person, born: null, gender: null, hasIdNumber: true })).toEqual({});
  });

  test('another unit is a move, and a move has its day', () => {
    expect(changesOf(line({ unitFrom: '2021-05-01' }), 2, person, days).unit).toEqual({ from: '2021-05-01', unitId: 2 });
    expect(faults({}, 2)).toEqual(['调入日期 required']);
    expect(faults({ unitFrom: '2022-01-01' }, 2)).toEqual(['调入日期 inTheFuture']);
    // Somebody who moved on: the line of before is still true.
    const moved = { ...person, unitId: 2, units: [...person.units, { from: '2021-05-01', unitId: 2 }] };
    expect(changesOf(line({}), 1, moved, days)).toMatchObject({ unit: null, faults: [] });
  });

  test('membership does not begin after it ended', () => {
    expect(faults({ partyFrom: '2020-01-02' }, 1, { ...person, partyFrom: '2000-01-01', partyUntil: '2020-01-01' })).toEqual([
      '入党日期 datesReversed',
    ]);
  });
});

test('what was done once is not done again: the second time, a line changes nothing', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2021-03-${String(n).padStart(2, '0')}`);
  const term: fc.Arbitrary<SheetTerm> = fc.record({
    title: fc.constant('职务'),
    kind: fc.constantFrom(...positionKinds.slice(0, 2)),
    from: day,
    to: fc.option(day),
  });
  const lines = fc.record({
    unitFrom: fc.option(day),
    born: fc.option(day),
    partyFrom: fc.option(day),
    terms: fc.array(term, { maxLength: 2 }),
  });
  const after = (known: RegisteredPerson, { details, unit, terms }: LineChanges): RegisteredPerson => ({
    ...known,
    born: (details.born as string | undefined) ?? known.born,
    partyFrom: (details.party_from as string | undefined) ?? known.partyFrom,
    units: unit ? [...known.units.filter(({ from }) => from !== unit.from), unit].sort((a, b) => (a.from < b.from ? -1 : 1)) : known.units,
    positions: [...known.positions.filter((one) => !terms.some((two) => two.kind === one.kind && two.from === one.from)), ...terms],
  });
  fc.assert(
    fc.property(lines, lines, fc.integer({ min: 1, max: 2 }), (first, second, unitId) => {
      let known = person;
      for (const one of [first, second]) {
        const changes = changesOf(line(one), unitId, known, days);
        if (changes.faults.length > 0) continue;
        known = after(known, changes);
        known = { ...known, unitId: known.units.at(-1)!.unitId };
        expect(changesOf(line(one), unitId, known, days)).toEqual({ details: {}, unit: null, terms: [], faults: [] });
        for (const held of known.positions)
          expect(
            overlapping(
              held,
              known.positions.filter((other) => other !== held),
            ),
          ).toBeUndefined();
      }
    }),
  );
});
