import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, byId, type Shown, told } from '../../api/client.ts';
import { pagesOf, usePagesOf } from '../parts/pages-of.ts';

export type Unit = Shown<'UnitView'>;

const many = 200;

/** Where the tree of what the reader sees begins. */
export const useTop = (living: boolean, enabled: boolean) =>
  usePagesOf<Unit>(
    ['units', 'top', living],
    (cursor) => told(api.GET('/v1/units', { params: { query: { top: true, living: living || undefined, limit: many, cursor } } })),
    enabled,
  );

/** Directly below one unit: asked for when it is opened. */
export const below = (parentId: string, living: boolean) =>
  pagesOf<Unit>(['units', 'below', parentId, living], (cursor) =>
    told(api.GET('/v1/units', { params: { query: { parentId, living: living || undefined, limit: many, cursor } } })),
  );

export const useFound = (typed: string | undefined, living: boolean) =>
  usePagesOf<Unit>(
    ['units', 'found', typed, living],
    (cursor) => {
      // Digits are the beginning of nothing but a code, which is asked for whole.
      const what = typed && /^\d{6,}$/.test(typed) ? { code: typed } : { q: typed };
      return told(api.GET('/v1/units', { params: { query: { ...what, living: living || undefined, limit: 100, cursor } } }));
    },
    typed !== undefined,
  );

export const readUnit = (id: string): Promise<Unit> => told(api.GET('/v1/units/{id}', { params: { path: byId(id) } }));

export const placeOf = (id: string) =>
  queryOptions({ queryKey: ['units', 'place', id], queryFn: () => told(api.GET('/v1/units/{id}/place', { params: { path: byId(id) } })) });

/** Names of units stand on nearly every page. */
export const unitsChanged = (client: QueryClient): void => void client.invalidateQueries();

/** Territories by code, as the county counts them; what has none comes last, by name. */
export const byCode = (a: Unit, b: Unit): number =>
  (a.code ?? '\uFFFF').localeCompare(b.code ?? '\uFFFF') || a.displayName.localeCompare(b.displayName, 'zh');
