import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';

interface PageOf<Row> {
  items: Row[];
  nextCursor: string | null;
}

/** A list that comes in pages: what was listed so far, and how to get more. */
export function usePagesOf<Row>(key: QueryKey, ask: (cursor: string | undefined) => Promise<PageOf<Row>>, enabled = true) {
  const asked = useInfiniteQuery({
    queryKey: key,
    enabled,
    initialPageParam: undefined as string | undefined,
    // All pages listed so far would be asked for again, one after another, whenever the window comes to the front.
    refetchOnWindowFocus: false,
    queryFn: ({ pageParam }) => ask(pageParam),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  return { ...asked, rows: asked.data?.pages.flatMap((page) => page.items) ?? [] };
}
export type PagesOf<Row> = ReturnType<typeof usePagesOf<Row>>;
