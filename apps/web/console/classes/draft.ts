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
}

/** What was chosen for single half-days, by their place in the list. */
export interface Exceptions {
  skipped: ReadonlySet<number>;
  routes: Readonly<Record<number, string>>;
}

export interface Lesson {
  date: string;
  dayPart: DayPart;
  topic: string;
  route: string | null;
}

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

/** The sessions that a draft means; none while its dates are missing. */
export function lessonsOf(kind: CourseKind, draft: Draft, { routes }: Pick<Exceptions, 'routes'>): Lesson[] {
  const { from, to } = draft;
  const name = draft.name?.trim() ?? '';
  if (!isDate(from)) return [];
  if (kind === 'online') return [{ date: from, dayPart: partOf(draft.startsAt), topic: name, route: null }];
  if (kind === 'demonstration') return [{ date: from, dayPart: draft.dayPart ?? 'am', topic: draft.topic?.trim() ?? '', route: null }];
  if (!isDate(to) || to < from) return [];
  const topics = (draft.topics ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return halfDays(from, to, draft.halves).map((half, place) => {
    const route = routes[place] ?? draft.route ?? null;
    const visited = kind === 'practical' ? (seenName('route', route) ?? seenName('site', draft.site)) : undefined;
    return { ...half, topic: (topics[place] ?? visited ?? name).slice(0, 120), route };
  });
}

const some = (text: string | undefined): string | undefined => text?.trim() || undefined;

/** What is sent: the class with those of its sessions that were not left out. */
export function bodyOf(kind: CourseKind, draft: Draft, name: string, exceptions: Exceptions): Shown<'ClassFields'> {
  const held = lessonsOf(kind, { ...draft, name }, exceptions).filter((_, place) => !exceptions.skipped.has(place));
  const isOneLesson = kind === 'online' || kind === 'demonstration';
  const shared = {
    ...(some(draft.place) && { place: some(draft.place) }),
    ...(draft.site && { siteId: draft.site }),
    ...(draft.instructors?.length && { instructorIds: draft.instructors }),
    ...(draft.startsAt && { startsAt: draft.startsAt }),
    ...(draft.endsAt && { endsAt: draft.endsAt }),
  };
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
    sessions: held.map(({ route, ...lesson }) => ({ ...lesson, ...shared, ...(route && { routeId: route }) })),
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
