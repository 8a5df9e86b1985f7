import { describe, expect, it } from '@jest/globals';
import { hallStateAt, type Hours } from './hall-hours.policy.js';

describe('when people may sign themselves in', () => {
  const planned: Hours = { date: '2021-06-08', dayPart: 'am', startsAt: '08:30', endsAt: '11:30' };
  const at = (clock: string, hours: Partial<Hours> = {}, date = '2021-06-08') => hallStateAt({ ...planned, ...hours }, { date, clock });

  it('from half an hour before it begins until it ends', () => {
    expect(at('07:59')).toEqual({ is: 'early', opensAt: '08:00' });
    expect(at('08:00')).toEqual({ is: 'open' });
    expect(at('11:29')).toEqual({ is: 'open' });
    expect(at('11:30')).toEqual({ is: 'over' });
  });

  it('on its day only', () => {
    expect(at('09:00', {}, '2021-06-07')).toEqual({ is: 'early', opensAt: '08:00' });
    expect(at('09:00', {}, '2021-06-09')).toEqual({ is: 'over' });
  });

  it('during its half-day where no hours were planned, and to its end where no end was', () => {
    const unplanned = { startsAt: null, endsAt: null };
    expect(at('05:59', unplanned)).toEqual({ is: 'early', opensAt: '06:00' });
    expect(at('12:59', unplanned)).toEqual({ is: 'open' });
    expect(at('13:00', unplanned)).toEqual({ is: 'over' });
    expect(at('23:59', { ...unplanned, dayPart: 'evening' })).toEqual({ is: 'open' });
    expect(at('12:30', { endsAt: null })).toEqual({ is: 'open' });
    expect(at('20:00', { dayPart: 'pm', startsAt: '19:30', endsAt: null })).toEqual({ is: 'open' });
    expect(at('00:00', { startsAt: '00:10' })).toEqual({ is: 'open' });
  });
});
