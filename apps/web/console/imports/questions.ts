import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { type ImportKind } from '#contract';
import { api, byId, type Shown, told } from '../../api/client.ts';
import { usePagesOf } from '../parts/pages-of.ts';

export type Import = Shown<'ImportShown'>;
export type Kind = Shown<'ImportKindView'>;
export type Format = Shown<'ImportFormatView'>;
export type SheetTop = Shown<'SheetTopView'>;
export type Mapping = Shown<'MappedSheet'>;
export type State = Import['state'];

const everyMs = 1_000;
const atWork: readonly State[] = ['checking', 'applying', 'reverting'];
export const isAtWork = ({ state }: { state: State }): boolean => atWork.includes(state);

/** It stopped with a part of its rows written, which can be taken back. */
export const isHalfDone = ({ state, rows }: Pick<Import, 'state' | 'rows'>): boolean =>
  (state === 'failed' || state === 'cancelled') && rows.done > 0;

/** What became of the rows: all of them came to their turn, those up to `rows.done`, or none. */
export function reach({ state, rows }: Pick<Import, 'state' | 'rows'>): 'whole' | 'part' | 'none' {
  if (state === 'applied') return 'whole';
  if (state === 'reverting' || state === 'reverted') return rows.done < rows.total ? 'part' : 'whole';
  return isHalfDone({ state, rows }) ? 'part' : 'none';
}

/** What the reader may import. */
export const kindsOfImport = queryOptions({
  queryKey: ['imports', 'kinds'],
  staleTime: Infinity,
  queryFn: () => told(api.GET('/v1/imports/kinds')),
});
export const useKinds = (enabled = true) => useQuery({ ...kindsOfImport, enabled });

/** One import, asked again every second while it is worked on. */
export const useImport = (id: string) =>
  useQuery({
    queryKey: ['imports', 'one', id],
    queryFn: () => told(api.GET('/v1/imports/{id}', { params: { path: byId(id) } })),
    refetchInterval: ({ state: { data } }) => (data && isAtWork(data) ? everyMs : false),
  });

/**
 * What was asked for goes on from now. It is known at once, not only by the next answer: were that one lost, nobody would ask again, and the
 * page would show for ever what was before.
 */
export function begun(client: QueryClient, id: string, state: 'checking' | 'applying' | 'reverting'): Promise<void> {
  client.setQueryData<Import>(['imports', 'one', id], (one) => {
    if (!one) return one;
    const done = state === 'reverting' ? one.rows.done : 0;
    return { ...one, state, fault: null, rows: { ...one.rows, done, undone: 0 } };
  });
  return client.invalidateQueries({ queryKey: ['imports'] });
}

export const useImports = (filter: { kind?: ImportKind; state?: State }) =>
  usePagesOf(['imports', 'list', filter], (cursor) =>
    told(api.GET('/v1/imports', { params: { query: { ...filter, cursor, limit: 30 } } })),
  );

export type Verdict = Shown<'ImportRowShown'>['verdict'];

/** Rows with their verdicts; `state` stands in the key: after applying they are others. */
export const useRows = ({ id, state }: Pick<Import, 'id' | 'state'>, verdict: Verdict | undefined, enabled: boolean) =>
  usePagesOf(
    ['imports', 'rows', id, state, verdict],
    (cursor) => told(api.GET('/v1/imports/{id}/rows', { params: { path: byId(id), query: { verdict, cursor, limit: 100 } } })),
    enabled,
  );

export const useSkipped = ({ id, state }: Pick<Import, 'id' | 'state'>, enabled: boolean) =>
  usePagesOf(
    ['imports', 'skipped', id, state],
    (cursor) => told(api.GET('/v1/imports/{id}/skipped', { params: { path: byId(id), query: { cursor, limit: 100 } } })),
    enabled,
  );

/** The top of each sheet; not kept: what stands there may be personal. */
export const useSheets = (id: string) =>
  useQuery({
    queryKey: ['imports', 'sheets', id],
    gcTime: 0,
    queryFn: () => told(api.GET('/v1/imports/{id}/sheets', { params: { path: byId(id) } })),
  });
