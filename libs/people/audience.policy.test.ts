import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { audiences, type PositionKind, positionKinds } from '#contract';
import { audienceOn } from './audience.policy.js';
import { breakdownsOn } from './breakdowns.policy.js';
import { unitOn } from './unit-on.policy.js';

const nobody = { positions: [], partyFrom: null, partyUntil: null };
const holding = (kind: PositionKind, from = '2021-01-01', to: string | null = null) => ({ ...nobody, positions: [{ kind, from, to }] });

describe('audience, the first that applies', () => {
  test.each([
    ['villageSecretary', 'cadre'],
    ['villageCommitteeMember', 'cadre'],
    ['firstSecretary', 'cadre'],
    ['stationedTeamMember', 'cadre'],
    ['selectedGraduate', 'cadre'],
    ['reserveCadre', 'backbone'],
    ['prosperityLeader', 'backbone'],
    ['agriTechnician', 'backbone'],
    ['backbone', 'backbone'],
  ] as const)('%s alone is %s', (kind, audience) => expect(audienceOn('2021-06-01', holding(kind))).toBe(audience));

  test('a member who leads others to prosperity is a party member, a secretary who is a member is a cadre', () => {
    expect(audienceOn('2021-06-01', { ...holding('prosperityLeader'), partyFrom: '2010-07-01' })).toBe('partyMember');
    expect(audienceOn('2021-06-01', { ...holding('villageSecretary'), partyFrom: '2010-07-01' })).toBe('cadre');
  });

  test('both ends of a term and of membership are included', () => {
    const secretary = holding('villageSecretary', '2021-03-01', '2021-03-31');
    expect(['2021-02-28', '2021-03-01', '2021-03-31', '2021-04-01'].map((date) => audienceOn(date, secretary))).toEqual([
      'public',
      'cadre',
      'cadre',
      'public',
    ]);
    const member = { ...nobody, partyFrom: '2021-07-01', partyUntil: '2021-07-31' };
    expect(['2021-06-30', '2021-07-01', '2021-07-31', '2021-08-01'].map((date) => audienceOn(date, member))).toEqual([
      'public',
      'partyMember',
      'partyMember',
      'public',
    ]);
  });

  test('more positions never lower the audience, and their order plays no part', () => {
    const date = fc.integer({ min: 1, max: 28 }).map((day) => `2021-06-${String(day).padStart(2, '0')}`);
    const term = fc.record({ kind: fc.constantFrom(...positionKinds), from: date, to: fc.option(date) });
    fc.assert(
      fc.property(date, fc.array(term), term, fc.option(date), (on, positions, more, partyFrom) => {
        const rank = (all: typeof positions): number => audiences.indexOf(audienceOn(on, { positions: all, partyFrom, partyUntil: null }));
        expect(rank([...positions, more])).toBeLessThanOrEqual(rank(positions));
        expect(rank([...positions, more].reverse())).toBe(rank([...positions, more]));
      }),
    );
  });
});

describe('breakdowns on a date', () => {
  const unknown = { gender: null, born: null, minority: null, education: null };
  test('35 is still young, on the last day before the 36th birthday too', () => {
    expect(breakdownsOn('2021-06-08', { ...unknown, born: '1985-06-09' }).young).toBe(true);
    expect(breakdownsOn('2021-06-09', { ...unknown, born: '1985-06-09' }).young).toBe(false);
  });
  test('who was born on 29 February is young until that day comes round, or 1 March where it does not', () => {
    const young = (born: string, dates: string[]) => dates.map((date) => breakdownsOn(date, { ...unknown, born }).young);
    expect(young('1984-02-29', ['2020-02-28', '2020-02-29'])).toEqual([true, false]);
    expect(young('2064-02-29', ['2100-02-28', '2100-03-01'])).toEqual([true, false]);
    expect(young('1984-03-01', ['2020-02-29', '2020-03-01'])).toEqual([true, false]);
  });
  test('what is not known is not guessed', () => {
    expect(breakdownsOn('2021-06-08', unknown)).toEqual({ female: null, young: null, minority: null, college: null });
  });
  test('college begins with 大专', () => {
    const college = (['primary', 'junior', 'senior', 'college', 'bachelor', 'master'] as const).map(
      (education) => breakdownsOn('2021-06-08', { ...unknown, education }).college,
    );
    expect(college).toEqual([false, false, false, true, true, true]);
  });
});

test('the unit on a date is the last entry that had begun by then, before all of them the first', () => {
  const units = [
    { from: '2020-01-01', unitId: 1 },
    { from: '2021-06-01', unitId: 2 },
  ];
  expect(['2019-12-31', '2020-01-01', '2021-05-31', '2021-06-01', '2030-01-01'].map((date) => unitOn(date, units, 9))).toEqual([
    1, 1, 1, 2, 2,
  ]);
  expect(unitOn('2021-06-01', [], 9)).toBe(9);
});
