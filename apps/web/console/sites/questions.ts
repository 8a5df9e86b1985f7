import { type QueryClient, useQuery } from '@tanstack/react-query';
import { api, byId, type Shown, told } from '../../api/client.ts';
import { pagesOf, useListed, usePagesOf } from '../parts/pages-of.ts';

export type Site = Shown<'TeachingSiteView'>;
export type Base = Shown<'TrainingBaseView'>;
export type Route = Shown<'RouteView'>;

export interface RegisterFilter {
  q?: string;
  unit?: string;
}

export const sitesIn = (filter: RegisterFilter & { base?: string }) =>
  pagesOf<Site>(['sites', 'list', filter], (cursor) =>
    told(api.GET('/v1/teaching-sites', { params: { query: { ...filter, limit: 200, cursor } } })),
  );
export const useSites = (filter: RegisterFilter & { base?: string }) => useListed(sitesIn(filter));
export const useBases = (filter: RegisterFilter) =>
  usePagesOf<Base>(['sites', 'bases', filter], (cursor) =>
    told(api.GET('/v1/training-bases', { params: { query: { ...filter, limit: 100, cursor } } })),
  );
export const routesIn = (filter: RegisterFilter & { site?: string }) =>
  pagesOf<Route>(['sites', 'routes', filter], (cursor) =>
    told(api.GET('/v1/routes', { params: { query: { ...filter, limit: 100, cursor } } })),
  );
export const useRoutes = (filter: RegisterFilter & { site?: string }) => useListed(routesIn(filter));

export const readSite = (id: string): Promise<Site> => told(api.GET('/v1/teaching-sites/{id}', { params: { path: byId(id) } }));
export const readBase = (id: string): Promise<Base> => told(api.GET('/v1/training-bases/{id}', { params: { path: byId(id) } }));
export const readRoute = (id: string): Promise<Route> => told(api.GET('/v1/routes/{id}', { params: { path: byId(id) } }));

export const useSite = (id: string | undefined) =>
  useQuery({ queryKey: ['sites', 'site', id], enabled: id !== undefined, queryFn: () => readSite(id!) });
export const useBase = (id: string) => useQuery({ queryKey: ['sites', 'base', id], queryFn: () => readBase(id) });
export const useRoute = (id: string) => useQuery({ queryKey: ['sites', 'route', id], queryFn: () => readRoute(id) });

export const findSites = async (q: string) => {
  const { items } = await told(api.GET('/v1/teaching-sites', { params: { query: { limit: 50, ...(q ? { q } : {}) } } }));
  return items.map(({ id, name, unit }) => ({ value: id, label: name, hint: unit }));
};
export const findBases = async (q: string) => {
  const { items } = await told(api.GET('/v1/training-bases', { params: { query: { limit: 50, ...(q ? { q } : {}) } } }));
  return items.map(({ id, name, unit }) => ({ value: id, label: name, hint: unit }));
};

export const sitesChanged = (client: QueryClient): void => void client.invalidateQueries({ queryKey: ['sites'] });
