import { describe, expect, it } from '@jest/globals';
import { type MarkEvent } from '#contract';
import { type MarkRecord, type Trainee } from '../kept/shapes.ts';
import { replacesIn, standingOf } from './standing.policy.ts';
import { isLastWord, saidBefore } from './undoing.policy.ts';

const at = '1970-01-01T00:00:00.000Z';
const recorded = (id: string, mark: Partial<MarkEvent>, more: Partial<MarkRecord> = {}): MarkRecord => ({
  seq: 1,
  by: '5',
  state: 'accepted',
  tried: true,
  inPack: true,
  mark: { id, sessionId: '7', slot: 1, personId: '1', status: 'present', method: 'roll', at, ...mark },
  ...more,
});
const person = (live: Trainee['live'], waiting: Trainee['waiting'] = []) => ({ personId: '1', live, waiting }) as unknown as Trainee;

describe('what left the phone', () => {
  const before = recorded('p', {});
  const slip = recorded('s', { status: 'late', replaces: ['p'] });
  const mine = { id: 's', slot: 1, status: 'late' } as const;
  const isLast = (trainee: Trainee, own = [before, slip]) =>
    isLastWord(slip.mark, standingOf(trainee, own, 1), replacesIn(trainee, own, 1));

  it('is the last word as long as nobody has said anything since, in the pack or not', () => {
    expect(isLast(person([mine]))).toBe(true);
    const sent = recorded('s', slip.mark, { state: 'waiting', inPack: false });
    expect(isLast(person([{ id: 'p', slot: 1, status: 'present' }]), [before, sent])).toBe(true);
  });

  it.each<[string, Trainee, MarkRecord[]?]>([
    ['another contradicts', person([mine, { id: 'b', slot: 1, status: 'absent' }])],
    ['another contradicts and is weaker', person([mine, { id: 'b', slot: 1, status: 'absent', origin: 'self' }])],
    ['another says the same', person([mine, { id: 'b', slot: 1, status: 'late' }])],
    ['the console has decided', person([{ id: 'k', slot: 1, status: 'absent', origin: 'console' }])],
    ['what another said waits for a decision', person([mine], [{ id: 'w', slot: 1, status: 'absent' }])],
    [
      'another tab has marked',
      person([mine]),
      [before, slip, recorded('t', { replaces: ['p', 's'] }, { state: 'waiting', inPack: false })],
    ],
    ['it was not taken', person([{ id: 'p', slot: 1, status: 'present' }]), [before, recorded('s', slip.mark, { state: 'refused' })]],
  ])('is not where %s', (_, trainee, own = [before, slip]) => expect(isLast(trainee, own)).toBe(false));
});

describe('what stood there before', () => {
  const assisted = recorded('p', { method: 'assisted', reason: '本人不便书写', witness: '村文书', viewingPointId: '4' });
  const standing = standingOf(person([{ id: 'p', slot: 1, status: 'present' }]), [assisted], 1);

  it('is said as it was: how, where, why and who stood by', () => {
    const { status, method, reason, witness, viewingPointId } = assisted.mark;
    expect(saidBefore(standing, assisted, '5')).toEqual({ status, method, reason, witness, viewingPointId });
    expect(saidBefore(standing, recorded('p', { method: 'qr' }), '5')).toEqual({ status: 'present', method: 'qr' });
  });

  it('is not known whole of another’s, of nobody, of several that differed, or without its words', () => {
    const unmarked = standingOf(person([]), [], 1);
    const several = standingOf(
      person([
        { id: 'p', slot: 1, status: 'present' },
        { id: 'a', slot: 1, status: 'absent' },
      ]),
      [],
      1,
    );
    const aside = standingOf(person([], [{ id: 'p', slot: 1, status: 'present' }]), [], 1);
    for (const [stood, record, by] of [
      [standing, undefined, '5'],
      [standing, assisted, '6'],
      [standing, recorded('another', {}), '5'],
      [standing, recorded('p', {}, { state: 'refused' }), '5'],
      [standing, recorded('p', { method: 'assisted' }), '5'],
      [unmarked, undefined, '5'],
      [several, assisted, '5'],
      [aside, assisted, '5'],
    ] as const)
      expect(saidBefore(stood, record, by)).toBeNull();
  });
});
