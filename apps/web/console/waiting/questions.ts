import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, once, type Shown, told } from '../../api/client.ts';
import { type PagesOf, usePagesOf } from '../parts/pages-of.ts';
import { disputesOf } from './disputes.ts';

export type Heads = Shown<'ReportedHeadsView'>;
export type Mark = Shown<'MarkView'>;

/** What narrows every list of this page; it lives in the address. */
export interface Narrowing {
  unit?: string;
  from?: string;
  to?: string;
  late?: true;
}

const limit = 100;

export const useWaitingHeads = (filter: Narrowing, enabled: boolean): PagesOf<Heads> =>
  useFilled(
    usePagesOf(
      ['waiting', 'heads', filter],
      (cursor) => told(api.GET('/v1/head-counts', { params: { query: { ...filter, verified: false, limit, cursor } } })),
      enabled,
    ),
  );

export const useMarksThatNeed = (needs: 'decision' | 'match' | 'settling', filter: Narrowing, enabled: boolean): PagesOf<Mark> =>
  useFilled(
    usePagesOf(
      ['waiting', needs, filter],
      (cursor) => told(api.GET('/v1/marks', { params: { query: { ...filter, needs, limit, cursor } } })),
      enabled,
    ),
    needs === 'settling' ? isPartOfOne : isEmpty,
  );

export const useDecided = (filter: Narrowing, enabled: boolean): PagesOf<Mark> =>
  useFilled(
    usePagesOf(
      ['waiting', 'decided', filter],
      (cursor) => told(api.GET('/v1/marks', { params: { query: { ...filter, decided: true, limit, cursor } } })),
      enabled,
    ),
  );

const isEmpty = (rows: readonly unknown[]): boolean => rows.length === 0;
const isPartOfOne = (rows: readonly Mark[]): boolean => disputesOf(rows, true).length === 0;

/** While there is a next page and nothing on those here can be shown, the next is asked for at once: an empty one, or part of a session. */
function useFilled<Row>(list: PagesOf<Row>, lacks: (rows: readonly Row[]) => boolean = isEmpty): PagesOf<Row> {
  const { rows, hasNextPage, isFetching, isError, fetchNextPage } = list;
  const isLacking = hasNextPage && lacks(rows);
  useEffect(() => {
    if (isLacking && !isFetching && !isError) void fetchNextPage();
  }, [isLacking, isFetching, isError, fetchNextPage]);
  return list;
}

/** How many a tab holds; a plus where more may follow. */
export const countOf = (lists: readonly PagesOf<unknown>[], hidden: ReadonlySet<string>): string => {
  if (lists.some((list) => list.isPending)) return '';
  const many = lists.reduce((sum, list) => sum + (list.rows as { id: string }[]).filter((row) => !hidden.has(row.id)).length, 0);
  return `${many}${lists.some((list) => list.hasNextPage) ? '+' : ''}`;
};

export interface Settled {
  /** Leave the list at once, whatever the next answer still shows. */
  hidden: ReadonlySet<string>;
  hide: (ids: readonly string[]) => void;
  show: (id: string) => void;
  refresh: () => void;
  /** The same key for the same deed, however often it is pressed. */
  keyOf: (deed: string) => ReturnType<typeof once>;
  /** Done: pressed again some day it is another deed. */
  forget: (deed: string) => void;
}

/** What was dealt with here, and what has to be asked again afterwards. */
export function useSettled(): Settled {
  const client = useQueryClient();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const keys = useRef(new Map<string, ReturnType<typeof once>>());
  const hide = useCallback((ids: readonly string[]) => setHidden((before) => new Set([...before, ...ids])), []);
  const show = useCallback((id: string) => setHidden((before) => new Set([...before].filter((one) => one !== id))), []);
  const refresh = useCallback(() => {
    for (const queryKey of [['waiting'], ['figures'], ['classes'], ['sessions']]) void client.invalidateQueries({ queryKey });
  }, [client]);
  const keyOf = useCallback((deed: string) => {
    const known = keys.current.get(deed) ?? once();
    keys.current.set(deed, known);
    return known;
  }, []);
  const forget = useCallback((deed: string) => void keys.current.delete(deed), []);
  return { hidden, hide, show, refresh, keyOf, forget };
}
