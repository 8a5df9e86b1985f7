import { queryOptions, useQuery } from '@tanstack/react-query';
import { dayParts } from '#contract';
import { api, byId, type Shown, told } from '../../api/client.ts';
import { now } from '../parts/now.ts';
import { pagesOf, useListed } from '../parts/pages-of.ts';
import { rememberPairs } from '../classes/seen.ts';

export type SessionOf = Shown<'SessionView'>;

/** What a session names is remembered: pickers and conflicts say it. */
export function noted(session: SessionOf): SessionOf {
  const { labels } = session;
  rememberPairs('class', session.classIds, labels.classes);
  rememberPairs('instructor', session.instructorIds, labels.instructors);
  rememberPairs('course', [session.courseId], [labels.course]);
  rememberPairs('site', [session.siteId], [labels.site]);
  rememberPairs('route', [session.routeId], [labels.route]);
  rememberPairs('unit', [session.forUnitId], [labels.forUnit]);
  rememberPairs(
    'unit',
    session.viewingPoints.map((point) => point.forUnitId),
    labels.pointUnits,
  );
  return session;
}

export const readSession = async (id: string): Promise<SessionOf> =>
  noted(await told(api.GET('/v1/sessions/{id}', { params: { path: byId(id) } })));

const order = (one: SessionOf): string => `${one.date} ${dayParts.indexOf(one.dayPart)} ${one.startsAt ?? ''} ${one.id.padStart(12, '0')}`;

/** Sessions by date, half-day and hour. */
export const inOrder = (sessions: readonly SessionOf[]): SessionOf[] =>
  [...sessions].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));

/** The timetable of a class, 200 sessions a page. */
export const timetableOf = (classId: string) =>
  pagesOf(['class', classId, 'sessions'], async (cursor) => {
    const page = await told(api.GET('/v1/sessions', { params: { query: { class: classId, limit: 200, ...(cursor && { cursor }) } } }));
    page.items.forEach(noted);
    return page;
  });

export function useTimetable(classId: string) {
  const list = useListed(timetableOf(classId));
  return { ...list, rows: inOrder(list.rows) };
}

export const sessionOf = (id: string) => queryOptions({ queryKey: ['session', id], queryFn: () => readSession(id) });

export const useSession = (id: string) => useQuery(sessionOf(id));

/** `behind`: by how many milliseconds this machine's clock is behind the server's. */
export type HallOf = Shown<'HallView'> & { behind: number };
const hallEveryMs = 15_000;

/** The code of a hall, and who has signed in so far: also where nobody touches the machine. Nothing of it outlives the page. */
export const useHall = (id: string) =>
  useQuery({
    queryKey: ['session', id, 'hall'],
    refetchInterval: hallEveryMs,
    staleTime: 0,
    gcTime: 0,
    queryFn: async (): Promise<HallOf> => {
      const hall = await told(api.GET('/v1/sessions/{id}/hall', { params: { path: byId(id) } }));
      return { ...hall, behind: Date.parse(hall.serverTime) - now().getTime() };
    },
  });

/** What phones have shown of a session. */
export const photosOf = (sessionId: string) =>
  queryOptions({
    queryKey: ['session', sessionId, 'photos'],
    queryFn: () => told(api.GET('/v1/sessions/{id}/photos', { params: { path: byId(sessionId) } })),
  });

/** When the session came to each stop of its route, and how many were there. */
export const useArrivals = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ['session', id, 'stops'],
    enabled,
    queryFn: () => told(api.GET('/v1/sessions/{id}/stops', { params: { path: byId(id) } })),
  });
