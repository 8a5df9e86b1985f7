import { type CourseKind, type DayPart } from '#contract';
import { type Shown } from '../../api/client.ts';
import { fieldPath } from '../parts/field-path.ts';
import { seenName } from './seen.ts';

/** What the wizard asks for, whatever the kind; each kind asks for a part of it. */
export interface Draft {
  name?: string;
  series?: string;
  runNumber?: number | null;
  coreProgramme?: boolean;
  host?: string | null;
  head?: string | null;
  /** The day, where the kind is one lesson. */
  from?: string;
  to?: string;
  halves?: 'both' | 'am' | 'pm';
  dayPart?: DayPart;
  startsAt?: string;
  endsAt?: string;
  /** One a line. */
  topics?: string;
  topic?: string;
  place?: string;
  site?: string | null;
  route?: string | null;
  instructors?: string[];
  village?: string | null;
  homeVisit?: boolean;
  /** What an earlier class says of the half-days of this one. */
  earlier?: Earlier;
}

/** What one half-day is, beside when it is and what is taught. */
interface Held {
  route: string | null;
  site: string | null;
  place: string;
  instructors: readonly string[];
}
interface Hours {
  startsAt?: string;
  endsAt?: string;
}

/** Of a class that is copied: each of its half-days, in their order, and the hours of a morning, an afternoon and an evening of it. */
export interface Earlier {
  /** The class. */
  of: string;
  lessons: readonly Partial<Held & { topic: string }>[];
  hours: Readonly<Partial<Record<DayPart, Hours>>>;
}

/** What was chosen for single half-days, by `halfDayOf`: it stays with its day when other days come before it or go. */
export interface Exceptions {
  skipped: ReadonlySet<string>;
  routes: Readonly<Record<string, string>>;
}

export interface Lesson extends Held, Hours {
  date: string;
  dayPart: DayPart;
  topic: string;
}

/** Which half-day a lesson takes. */
export const halfDayOf = ({ date, dayPart }: Pick<Lesson, 'date' | 'dayPart'>): string => `${date} ${dayPart}`;

/** The lessons of a draft that were not left out. */
export const heldOf = (lessons: readonly Lesson[], { skipped }: Pick<Exceptions, 'skipped'>): Lesson[] =>
  lessons.filter((lesson) => !skipped.has(halfDayOf(lesson)));

/** As many as come with a class. */
export const mostLessons = 90;

const tomorrow = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** The half-days of a span of days, one too many at most. */
function halfDays(from: string, to: string, halves: Draft['halves'] = 'both'): { date: string; dayPart: DayPart }[] {
  const parts: DayPart[] = halves === 'both' ? ['am', 'pm'] : [halves];
  const found: { date: string; dayPart: DayPart }[] = [];
  for (let date = from; date <= to && found.length <= mostLessons; date = tomorrow(date))
    found.push(...parts.map((dayPart) => ({ date, dayPart })));
  return found;
}

/** Noon and six divide the day. */
const partOf = (time: string | undefined): DayPart => (!time || time < '12:00' ? 'am' : time < '18:00' ? 'pm' : 'evening');

const isDate = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

/**
 * The draft after some of its answers were changed. A span does not end before it begins; and what is chosen anew for all half-days wins
 * over what each of them had in an earlier class: a route or a site over its topic, too.
 */
export function afterChange(part: Partial<Draft>, all: Draft): Draft {
  const next = { ...all };
  if (part.from && (!all.to || all.to < part.from)) next.to = part.from;
  const gone = new Set(Object.keys(part));
  // A site is not asked for where a village is: that of another village is not meant.
  if (gone.has('village')) next.site = null;
  if (gone.has('route') || gone.has('site')) for (const field of ['route', 'site', 'topic']) gone.add(field);
  if (next.earlier) {
    const lessons = next.earlier.lessons.map((lesson) => Object.fromEntries(Object.entries(lesson).filter(([field]) => !gone.has(field))));
    next.earlier = { ...next.earlier, lessons };
  }
  return next;
}

/** The sessions that a draft means; none while its dates are missing. */
export function lessonsOf(kind: CourseKind, draft: Draft, { routes }: Pick<Exceptions, 'routes'>): Lesson[] {
  const { from, to, earlier } = draft;
  const name = draft.name?.trim() ?? '';
  const held: Held = {
    route: draft.route ?? null,
    site: draft.site ?? null,
    place: draft.place?.trim() ?? '',
    instructors: draft.instructors ?? [],
  };
  if (!isDate(from)) return [];
  if (kind === 'online')
    return [{ date: from, dayPart: partOf(draft.startsAt), topic: name, ...held, startsAt: draft.startsAt, endsAt: draft.endsAt }];
  if (kind === 'demonstration') {
    const dayPart = draft.dayPart ?? 'am';
    return [{ date: from, dayPart, topic: draft.topic?.trim() ?? '', ...held, ...earlier?.hours[dayPart] }];
  }
  if (!isDate(to) || to < from) return [];
  const topics = (draft.topics ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const visited = ({ route, site }: Pick<Held, 'route' | 'site'>): string | undefined =>
    kind === 'practical' ? (seenName('route', route) ?? seenName('site', site)) : undefined;
  return halfDays(from, to, draft.halves).map((half, place) => {
    const own = routes[halfDayOf(half)];
    const { topic = topics[place], ...before } = earlier?.lessons[place] ?? {};
    const lesson = { ...half, ...held, ...earlier?.hours[half.dayPart], ...before, ...(own !== undefined && { route: own }) };
    const said = (own === undefined ? topic : undefined) ?? visited(lesson) ?? name;
    return { ...lesson, topic: said.slice(0, 120) };
  });
}

const some = (text: string | undefined): string | undefined => text?.trim() || undefined;

/** What is sent: the class with those of its sessions that were not left out. */
export function bodyOf(kind: CourseKind, draft: Draft, name: string, exceptions: Exceptions): Shown<'ClassFields'> {
  const held = heldOf(lessonsOf(kind, { ...draft, name }, exceptions), exceptions);
  const isOneLesson = kind === 'online' || kind === 'demonstration';
  return {
    name,
    kind,
    startsOn: draft.from!,
    endsOn: isOneLesson ? draft.from! : draft.to!,
    hosts: [draft.host!],
    ...(draft.head && { headUserId: draft.head }),
    ...(draft.village && { villageId: draft.village }),
    ...(draft.homeVisit && { deliveryMode: 'homeVisit' as const }),
    ...(draft.coreProgramme && { coreProgramme: true }),
    ...(some(draft.series) && { series: some(draft.series), runNumber: draft.runNumber ?? null }),
    sessions: held.map(({ date, dayPart, topic, route, site, place, instructors, startsAt, endsAt }) => ({
      date,
      dayPart,
      topic,
      ...(route && { routeId: route }),
      ...(site && { siteId: site }),
      ...(place && { place }),
      ...(instructors.length > 0 && { instructorIds: [...instructors] }),
      ...(startsAt && { startsAt }),
      ...(endsAt && { endsAt }),
    })),
  };
}

/** Which question of the wizard a refused field of the request answers to. */
export const questionOf = (field: string): keyof Draft | undefined => {
  const [first, , inner] = fieldPath(field);
  const named: Record<string, keyof Draft> = {
    name: 'name',
    series: 'series',
    runNumber: 'runNumber',
    startsOn: 'from',
    endsOn: 'to',
    hosts: 'host',
    headUserId: 'head',
    villageId: 'village',
    topic: 'topic',
    date: 'from',
    startsAt: 'startsAt',
    endsAt: 'endsAt',
    instructorIds: 'instructors',
    siteId: 'site',
    routeId: 'route',
    place: 'place',
  };
  return named[String(first === 'sessions' ? (inner ?? first) : first)];
};
