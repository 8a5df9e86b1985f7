import { expect, test } from '@jest/globals';
import { whatChanged } from './what-changed.js';

const nothing = { fields: [], changes: [] };

test('what stays as it was is not named, in whatever form it is sent', () => {
  const before = { startsAt: '08:30:00', place: null, hosts: [1, 2], stops: [{ siteId: 1, minutes: 5 }] };
  expect(whatChanged(before, { startsAt: '08:30', place: '', hosts: [2, 1, 2], stops: [{ minutes: 5, siteId: 1 }] })).toEqual(nothing);
  expect(whatChanged(before, { place: undefined, note: null })).toEqual(nothing);
});

test('what differs is named, with what it was and is where that may be kept', () => {
  const before = { startsAt: '08:30:00', place: null, hosts: [1], contact: '1', minutes: 0 };
  const changes = { startsAt: '09:00', place: '祠堂', hosts: [1, 2], contact: '2', minutes: null };
  expect(whatChanged(before, changes, ['contact'])).toEqual({
    fields: ['startsAt', 'place', 'hosts', 'contact', 'minutes'],
    changes: [
      ['startsAt', '08:30', '09:00'],
      ['place', null, '祠堂'],
      ['minutes', 0, null],
    ],
  });
});
