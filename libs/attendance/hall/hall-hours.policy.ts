import { type ClassState, type DayPart, type SessionState } from '#contract';

export interface Hours {
  date: string;
  dayPart: DayPart;
  /** `08:30`; `null`: only the half-day is known. */
  startsAt: string | null;
  endsAt: string | null;
}

export type HallState = { is: 'open' } | { is: 'early'; opensAt: string } | { is: 'over' };

/** People come before it begins. */
const minutesBefore = 30;
const halves: Record<DayPart, { opens: string; ends: string }> = {
  am: { opens: '06:00', ends: '13:00' },
  pm: { opens: '12:00', ends: '19:00' },
  evening: { opens: '17:00', ends: '24:00' },
};

/**
 * People sign themselves in from half an hour before a session begins until it ends; where no hours were planned, during its half-day.
 * `08:00`, by the county's clock; the end of a day is `24:00`.
 */
export function hallHoursOf({ dayPart, startsAt, endsAt }: Omit<Hours, 'date'>): { opensAt: string; until: string } {
  const { opens, ends } = halves[dayPart];
  return {
    opensAt: startsAt === null ? opens : earlier(startsAt),
    until: endsAt ?? (startsAt !== null && startsAt >= ends ? '24:00' : ends),
  };
}

/** `date` and `clock` (`08:05`) are the county's. */
export function hallStateAt(hours: Hours, now: { date: string; clock: string }): HallState {
  const { date } = hours;
  const { opensAt, until } = hallHoursOf(hours);
  if (now.date < date || (now.date === date && now.clock < opensAt)) return { is: 'early', opensAt };
  return now.date > date || now.clock >= until ? { is: 'over' } : { is: 'open' };
}

/** What keeps a hall shut, whatever the hour: a session that is called off, or a class that is not under way. */
export function hallShutBy({ state, classState }: { state: SessionState; classState: ClassState }): 'session' | 'class' | null {
  if (state !== 'scheduled') return 'session';
  return classState === 'published' || classState === 'running' ? null : 'class';
}

function earlier(clock: string): string {
  const minutes = Math.max(0, Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5)) - minutesBefore);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
