import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { api, byId, type Shown, told } from '../../api/client.ts';
import { pagesOf, usePagesOf } from '../parts/pages-of.ts';

export type Person = Shown<'PersonView'>;
export type Twin = Shown<'TwinView'>;

/** Looks for people. What was typed names somebody: it goes in the body, so that no address holds it. */
export const searchPeople = (asked: Partial<Shown<'PersonQuery'>>) =>
  told(api.POST('/v1/people/search', { body: { limit: 50, ...asked } }));

export interface PeopleFilter {
  q?: string;
  unit?: string;
  merged?: true;
  twins?: true;
}

export const usePeople = (filter: PeopleFilter) =>
  usePagesOf<Person>(['people', 'list', filter], (cursor) => searchPeople({ ...filter, limit: 100, cursor }));

export const readPerson = (id: string): Promise<Person> => told(api.GET('/v1/people/{id}', { params: { path: byId(id) } }));

export const usePerson = (id: string) => useQuery({ queryKey: ['people', 'one', id], queryFn: () => readPerson(id) });

export const trainingOf = (id: string) =>
  pagesOf<Shown<'TrainedInView'>>(['people', 'training', id], (cursor) =>
    told(api.GET('/v1/people/{id}/training', { params: { path: byId(id), query: { limit: 50, cursor } } })),
  );

export const twinsOf = (id: string) =>
  queryOptions({
    queryKey: ['people', 'twins', id],
    queryFn: () => told(api.GET('/v1/people/{id}/twins', { params: { path: byId(id) } })),
  });

export const mergedInto = (id: string) =>
  pagesOf<Person>(['people', 'merged into', id], (cursor) =>
    told(api.GET('/v1/people', { params: { query: { into: id, limit: 50, cursor } } })),
  );

/** What two records as one, or a merge taken back, would do to the figures. Never kept: figures move. */
export const usePreview = (id: string | undefined, into: string | undefined, versions: readonly number[] = []) =>
  useQuery({
    queryKey: ['people', 'merge preview', id, into, ...versions],
    enabled: id !== undefined,
    staleTime: 0,
    gcTime: 0,
    queryFn: () => told(api.GET('/v1/people/{id}/merge-preview', { params: { path: byId(id!), query: { into } } })),
  });

/** Everything that shows people, and the figures that count them. */
export const peopleChanged = (client: QueryClient): void => {
  // A preview of what has just been done would be refused.
  void client.invalidateQueries({ predicate: ({ queryKey: [noun, what] }) => noun === 'people' && what !== 'merge preview' });
  void client.invalidateQueries({ queryKey: ['figures'] });
};
