import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, byId, type Shown, told } from '../../api/client.ts';

export type Line = Shown<'RosterEntry'>;

/** The whole roster, in its order. */
export const rosterOf = (classId: string) =>
  queryOptions({
    queryKey: ['class', classId, 'roster'],
    queryFn: () => told(api.GET('/v1/classes/{id}/roster', { params: { path: byId(classId) } })),
  });

export const useRoster = (classId: string) => useQuery(rosterOf(classId));

export type Card = Shown<'CardView'>;

export const cardsOfClass = async (classId: string): Promise<Card[]> =>
  (await told(api.POST('/v1/classes/{id}/cards', { params: { path: byId(classId) } }))).cards;

export const renewCard = (classId: string, personId: string): Promise<Card> =>
  told(api.POST('/v1/classes/{id}/cards/renewals', { params: { path: byId(classId) }, body: { personId } }));
