import type { DayPart, SessionPlan } from './class-book.js';
import { addDays } from './dates.js';
import { people, type Person } from './people.js';
import type { Random } from './random.js';
import { growers, type Role } from './roles.js';

export interface HalfDay {
  date: string;
  part: DayPart;
}

/** Who is where and when, so that nobody sits in two places: kept for the whole year, classes before lessons. */
const engaged = new Set<string>();
const key = (person: Person, { date, part }: HalfDay) => `${person.code} ${date} ${part}`;

export function isFree(person: Person, when: HalfDay[]): boolean {
  return when.every((half) => !engaged.has(key(person, half)));
}

export function engage(list: Person[], when: HalfDay[]): void {
  for (const person of list) for (const half of when) engaged.add(key(person, half));
}

/** `count` of those asked for who are free on all these half-days; they are engaged by it. */
export function cast(random: Random, count: number, among: Person[], when: HalfDay[]): Person[] {
  const chosen = random
    .shuffle(among)
    .filter((person) => isFree(person, when))
    .slice(0, count);
  if (chosen.length < count) throw new Error(`only ${chosen.length} of ${count} people are free on ${when[0]?.date}`);
  engage(chosen, when);
  return chosen;
}

/** People of these roles, of these towns only if any are named. */
export function peopleOf(roles: Role[], towns: string[] = []): Person[] {
  return people.filter(({ role, unit }) => roles.includes(role) && (towns.length === 0 || towns.includes(unit.slice(0, 9))));
}

export const growersOf = (towns: string[] = []): Person[] => peopleOf(growers, towns);
export const villagersIn = (towns: string[] = []): Person[] => peopleOf(['villager'], towns);

/** Morning and afternoon of so many days on end. */
export function fullDays(from: string, days: number): HalfDay[] {
  return Array.from({ length: days }, (_, i) => addDays(from, i)).flatMap((date) => [
    { date, part: '上午' as const },
    { date, part: '下午' as const },
  ]);
}

/** One session a half-day; topics and the rest are taken in turn. */
export function sessionsOf(classCode: string, when: HalfDay[], topics: string[], rest: (i: number) => Partial<SessionPlan>): SessionPlan[] {
  return when.map((half, i) => ({
    classCode,
    code: `KC${String(i + 1).padStart(2, '0')}`,
    ...half,
    topic: topics[i % topics.length]!,
    instructors: [],
    ...rest(i),
  }));
}
