import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Breakdown, type Measure, type Partaker } from '#contract';
import { api, type Shown, told } from '../../api/client.ts';
import { whilePending } from './bulletin.ts';
import { type Cut, type Scope, yearBefore } from './scope.ts';

export type Figures = Shown<'FiguresView'>;
export type Figure = Shown<'FigureView'>;
export type FigureLine = Shown<'FigureLineView'>;
export type SessionSums = Shown<'SessionSumsView'>;
export type SiteFigure = Shown<'SiteFigureView'>;
export type InstructorFigure = Shown<'InstructorFigureView'>;
export type BreakdownFigure = Shown<'BreakdownFigureView'>;
export type BreakdownLine = Shown<'BreakdownLineView'>;
/** Whose figures they are and how they stand: said beside every answer. */
export type Told = Pick<Figures, 'unitName' | 'rule' | 'compiledAt' | 'pending'>;

type Grouping = 'kind' | 'month' | 'audience' | Cut | 'below';

export const useFigures = (scope: Scope | undefined, by: Grouping[], { foot, enabled = true }: { foot?: 'kind'; enabled?: boolean } = {}) =>
  useQuery({
    queryKey: ['figures', scope, by, foot],
    enabled: scope !== undefined && enabled,
    placeholderData: keepPreviousData,
    refetchInterval: whilePending,
    queryFn: () => told(api.GET('/v1/figures', { params: { query: { ...scope!, foot, ...(by.length > 0 ? { by } : {}) } } })),
  });

export const useYearBefore = (scope: Scope | undefined) => useFigures(scope && yearBefore(scope), []);

/** What narrows the scope to one cell of a table. */
export interface Cell {
  month?: string;
  village?: string;
  town?: string;
  county?: string;
  class?: string;
  site?: string;
  instructor?: string;
  without?: Partaker;
  several?: Partaker;
  /** Of people of whom all of these hold, between commas. */
  breakdown?: string;
  unknown?: Breakdown;
}

type ListQuery = Scope & { limit: number; cursor?: string };
type PartakersAnswer = Shown<'SiteFiguresView'> | Shown<'InstructorFiguresView'>;
const partakersOf: Record<'sites' | 'instructors', (query: ListQuery) => Promise<PartakersAnswer>> = {
  sites: (query) => told(api.GET('/v1/figures/sites', { params: { query } })),
  instructors: (query) => told(api.GET('/v1/figures/instructors', { params: { query } })),
};

/** Sites or instructors with what was counted of them, those listed so far, and what all of them add up to. */
export function usePartakers<Line extends SiteFigure | InstructorFigure>(which: keyof typeof partakersOf, scope: Scope) {
  const asked = useInfiniteQuery({
    queryKey: ['figures', which, scope],
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => partakersOf[which]({ ...scope, limit: 200, cursor: pageParam }),
    refetchInterval: ({ state }) => whilePending({ state: { data: state.data?.pages.at(-1) } }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const pages = asked.data?.pages ?? [];
  const { isFetching, refetch } = asked;
  // Something was counted between two pages: their lines are of different moments, and all of them are asked for again.
  const isMixed = new Set(pages.map(({ compiledAt }) => compiledAt)).size > 1;
  useEffect(() => {
    if (isMixed && !isFetching) void refetch();
  }, [isMixed, isFetching, refetch]);
  return {
    ...asked,
    items: pages.flatMap((page) => page.items as SessionSums[]) as Line[],
    elsewhere: pages.map((page) => page.elsewhere),
    last: pages.at(-1),
  };
}
export type PartakersPage<Line extends SessionSums> = Pick<
  ReturnType<typeof usePartakers>,
  'elsewhere' | 'last' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'
> & { items: Line[] };

export const useBreakdowns = (scope: Scope, by: Grouping, only: Breakdown | undefined) =>
  useQuery({
    queryKey: ['figures', 'breakdowns', scope, by, only],
    placeholderData: keepPreviousData,
    refetchInterval: whilePending,
    queryFn: () => told(api.GET('/v1/figures/breakdowns', { params: { query: { ...scope, by, ...(only && { breakdown: [only] }) } } })),
  });

function readRows(scope: Scope, measure: Measure, cell: Cell, cursor: string | undefined) {
  const breakdown = cell.breakdown?.split(',') as Breakdown[] | undefined;
  return told(api.GET('/v1/figures/rows', { params: { query: { ...scope, ...cell, breakdown, measure, limit: 200, cursor } } }));
}

export const useOpened = (scope: Scope, measure: Measure, cell: Cell) =>
  useInfiniteQuery({
    queryKey: ['figures', 'rows', scope, measure, cell],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => readRows(scope, measure, cell, pageParam),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** The rows of an open number up to `most`, and whether there are more; begun anew where something was counted between two pages. */
export async function readAllRows(
  { scope, measure, cell }: { scope: Scope; measure: Measure; cell: Cell },
  most: number,
  tell: (rows: number) => void,
) {
  let page = await readRows(scope, measure, cell, undefined);
  let { items } = page;
  // Where it is counted without a pause, it ends all the same.
  for (let pages = 1; page.nextCursor !== null && items.length < most && pages < 100; pages++) {
    const next = await readRows(scope, measure, cell, page.nextCursor);
    const isSame = next.compiledAt === page.compiledAt;
    page = isSame ? next : await readRows(scope, measure, cell, undefined);
    items = isSame ? [...items, ...next.items] : page.items;
    tell(items.length);
  }
  return { items, isCut: page.nextCursor !== null };
}

/** Why a cell, or a part of it, is what it is. */
export const useWhy = (scope: Scope, { breakdown, ...cell }: Cell) =>
  useQuery({
    queryKey: ['figures', 'why', scope, cell, breakdown],
    queryFn: () =>
      told(
        api.GET('/v1/figures/why', {
          params: { query: { ...scope, ...cell, ...(breakdown && { breakdown: breakdown.split(',') as Breakdown[] }) } },
        }),
      ),
  });
