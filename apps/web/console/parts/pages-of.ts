import { infiniteQueryOptions, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';

/** As many rows as are listed for a file or for paper: more would be asked for too long, and nobody reads them. */
export const mostListed = 5_000;

interface PageOf<Row> {
  items: Row[];
  nextCursor: string | null;
}

/** A list that comes in pages, to be asked for. */
export const pagesOf = <Row>(key: QueryKey, ask: (cursor: string | undefined) => Promise<PageOf<Row>>) =>
  infiniteQueryOptions({
    queryKey: key,
    initialPageParam: undefined as string | undefined,
    // All pages listed so far would be asked for again, one after another, whenever the window comes to the front.
    refetchOnWindowFocus: false,
    queryFn: ({ pageParam }) => ask(pageParam),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** The same, shown: what was listed so far, and how to get more. */
export function usePagesOf<Row>(key: QueryKey, ask: (cursor: string | undefined) => Promise<PageOf<Row>>, enabled = true) {
  return useListed(pagesOf(key, ask), enabled);
}

export function useListed<Row>(pages: ReturnType<typeof pagesOf<Row>>, enabled = true) {
  const asked = useInfiniteQuery({ ...pages, enabled });
  return { ...asked, rows: asked.data?.pages.flatMap((page) => page.items) ?? [] };
}
export type PagesOf<Row> = ReturnType<typeof usePagesOf<Row>>;

/** Lists what is not listed yet, up to `mostListed` rows; answers how many pages there are then. @throws what a page was refused with */
export async function readOn(list: PagesOf<unknown>, stopped: { readonly current: boolean }): Promise<number> {
  let now: Pick<PagesOf<unknown>, 'data' | 'hasNextPage' | 'fetchNextPage'> = list;
  const listed = (): number => (now.data?.pages ?? []).reduce((all, { items }) => all + items.length, 0);
  while (now.hasNextPage && listed() < mostListed && !stopped.current) {
    const next = await now.fetchNextPage();
    if (next.isFetchNextPageError) throw next.error;
    now = next;
  }
  return now.data?.pages.length ?? 0;
}
