import { type DayPart } from '#contract';
import { type ClassOf } from '../classes/questions.ts';
import { type Register } from '../classes/seen.ts';
import { type SessionOf } from './questions.ts';

/** What is asked of a session. */
export interface Fields {
  topic: string;
  date: string;
  dayPart: DayPart;
  startsAt?: string | null;
  endsAt?: string | null;
  instructorIds: string[];
  siteId?: string | null;
  routeId?: string | null;
  place?: string | null;
  forUnitId?: string | null;
  /** The other classes that sit in. */
  guests: string[];
  leadClassId: string;
}

/** Which of them name a row of a register. */
export const registers: Partial<Record<keyof Fields, Register>> = {
  instructorIds: 'instructor',
  siteId: 'site',
  routeId: 'route',
  forUnitId: 'unit',
  guests: 'class',
  leadClassId: 'class',
};

export const fieldsOf = (session: SessionOf, classId: string): Fields => ({
  topic: session.topic,
  date: session.date,
  dayPart: session.dayPart,
  startsAt: session.startsAt,
  endsAt: session.endsAt,
  instructorIds: session.instructorIds,
  siteId: session.siteId,
  routeId: session.routeId,
  place: session.place,
  forUnitId: session.forUnitId,
  guests: session.classIds.filter((id) => id !== classId),
  leadClassId: session.leadClassId,
});

/** The half-day after the last one, within the class; taught where that one was. */
export function following(one: ClassOf, last: SessionOf | undefined): Fields {
  const fresh = { topic: '', instructorIds: [], guests: [], leadClassId: one.id };
  if (!last) return { ...fresh, date: one.startsOn, dayPart: 'am' };
  const next = new Date(`${last.date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  const tomorrow = next.toISOString().slice(0, 10);
  const isMorning = last.dayPart === 'am';
  const date = isMorning ? last.date : tomorrow > one.endsOn ? one.endsOn : tomorrow;
  const { siteId, routeId, place } = last;
  return { ...fresh, date, dayPart: isMorning ? 'pm' : 'am', siteId, routeId, place };
}
