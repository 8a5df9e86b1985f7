import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, byId, once, told } from '../../api/client.ts';

export const gridKey = (classId: string) => ['classes', classId, 'grid'] as const;

/** People × half-days, and what stands in each cell. */
export const gridOf = (classId: string) =>
  queryOptions({
    queryKey: gridKey(classId),
    queryFn: () => told(api.GET('/v1/classes/{id}/grid', { params: { path: byId(classId) } })),
  });

/** People on the sheet of a session and on no roster, whom nobody has matched yet. */
export const walkInsOf = (sessionId: string) =>
  queryOptions({
    queryKey: ['waiting', 'match', 'session', sessionId],
    queryFn: async () =>
      (await told(api.GET('/v1/marks', { params: { query: { session: sessionId, needs: 'match', limit: 200 } } }))).items,
  });

/** Decides of a mark that it does not count. It may be decided again as often as one likes. */
export const leaveOut = (id: string) =>
  told(api.POST('/v1/marks/{id}/decide', { params: { path: { id }, header: once() }, body: { decision: 'reject' } }));

export const useGrid = (classId: string) => useQuery(gridOf(classId));
