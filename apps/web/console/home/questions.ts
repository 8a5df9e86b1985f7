import { queryOptions } from '@tanstack/react-query';
import { api, told } from '../../api/client.ts';

/** The sessions that an instructor serves, on the days that their phone has. */
export const ownSessions = queryOptions({
  queryKey: ['sessions', 'own'],
  queryFn: () => told(api.GET('/v1/field/sessions', { params: { query: { limit: 100 } } })),
});

/** Whether the work behind goes on. */
export const workBehind = queryOptions({ queryKey: ['queues', 'start'], queryFn: () => told(api.GET('/v1/queues')) });

/** The last few of what was done, or of what was done to one noun. */
export const lastDeeds = (noun?: string) =>
  queryOptions({
    queryKey: ['audit', 'last', noun],
    queryFn: () => told(api.GET('/v1/audit', { params: { query: { noun, limit: 10 } } })),
  });
