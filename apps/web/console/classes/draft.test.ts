import { describe, expect, it } from '@jest/globals';
import { afterChange, bodyOf, type Draft, type Exceptions, halfDayOf, heldOf, lessonsOf } from './draft.ts';
import { remember } from './seen.ts';

const none: Exceptions = { skipped: new Set(), routes: {} };

describe('half-days that were left out, or take another route', () => {
  const june: Draft = { name: '观摩', from: '2022-06-08', to: '2022-06-10', route: '1' };
  const exceptions: Exceptions = { skipped: new Set(['2022-06-09 pm']), routes: { '2022-06-09 am': '2' } };
  const said = (draft: Draft) =>
    heldOf(lessonsOf('practical', draft, exceptions), exceptions).map((lesson) => `${halfDayOf(lesson)} ${lesson.route}`);

  it('stay with their day when the class begins earlier', () => {
    expect(said({ ...june, from: '2022-06-07' })).toEqual([
      '2022-06-07 am 1',
      '2022-06-07 pm 1',
      '2022-06-08 am 1',
      '2022-06-08 pm 1',
      '2022-06-09 am 2',
      '2022-06-10 am 1',
      '2022-06-10 pm 1',
    ]);
  });

  it('and when only mornings are taught', () => {
    expect(said({ ...june, halves: 'am' })).toEqual(['2022-06-08 am 1', '2022-06-09 am 2', '2022-06-10 am 1']);
  });
});

describe('an earlier class', () => {
  const lessons = [
    { topic: '看园', route: '1', site: null, place: '村口', instructors: ['7'] },
    { topic: '座谈', route: '2', site: null, place: '会议室', instructors: ['8'] },
  ];
  const hours = { am: { startsAt: '08:30', endsAt: '11:30' }, pm: { startsAt: '14:00' } };
  const copied: Draft = {
    name: '观摩',
    host: '3',
    from: '2022-06-08',
    to: '2022-06-09',
    route: '1',
    place: '村口',
    instructors: ['7'],
    earlier: { of: '12', lessons, hours },
  };
  const [am, pm] = [
    { date: '2022-06-08', dayPart: 'am', startsAt: '08:30', endsAt: '11:30' },
    { date: '2022-06-08', dayPart: 'pm', startsAt: '14:00' },
  ];

  it('says of each half-day what it was, and the first of it of those that come on top', () => {
    const { sessions } = bodyOf('practical', copied, '观摩', none);
    const later = { topic: '观摩', routeId: '1', place: '村口', instructorIds: ['7'] };
    expect(sessions).toEqual([
      { ...am, topic: '看园', routeId: '1', place: '村口', instructorIds: ['7'] },
      { ...pm, topic: '座谈', routeId: '2', place: '会议室', instructorIds: ['8'] },
      { ...am, ...later, date: '2022-06-09' },
      { ...pm, ...later, date: '2022-06-09' },
    ]);
  });

  it('says nothing against what is chosen anew: of all half-days, and of a single one', () => {
    remember('route', [{ value: '5', label: '果业线' }]);
    const chosen = afterChange({ route: '5' }, { ...copied, to: '2022-06-08', route: '5' });
    expect(bodyOf('practical', chosen, '观摩', none).sessions).toEqual([
      { ...am, topic: '果业线', routeId: '5', place: '村口', instructorIds: ['7'] },
      { ...pm, topic: '果业线', routeId: '5', place: '会议室', instructorIds: ['8'] },
    ]);
    const single = lessonsOf('practical', copied, { routes: { '2022-06-08 pm': '5' } });
    expect(single.slice(0, 2).map(({ topic, route }) => [topic, route])).toEqual([
      ['看园', '1'],
      ['果业线', '5'],
    ]);
  });

  it('of one village does not bring its site to another', () => {
    const lesson: Draft = { host: '3', village: '4', site: '9', from: '2022-06-08', dayPart: 'pm', topic: '授粉', earlier: copied.earlier };
    const sent = (draft: Draft) => bodyOf('demonstration', draft, '授粉示范课', none).sessions;
    expect(sent(lesson)).toEqual([{ ...pm, topic: '授粉', siteId: '9' }]);
    expect(sent(afterChange({ village: '5' }, { ...lesson, village: '5' }))).toEqual([{ ...pm, topic: '授粉' }]);
  });
});
