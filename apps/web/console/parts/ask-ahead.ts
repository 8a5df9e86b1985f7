import { type FetchInfiniteQueryOptions, type FetchQueryOptions, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** An answer, or the first page of a list, by the name under which it is kept. */
type Question = { queryKey: QueryKey; initialPageParam?: unknown };

/**
 * Asks for what stands under the thing that a page is about, together with the thing itself: both go by the id in the address, and neither has
 * to wait for the other. What is then shown asks again and finds the answer, or the question on its way.
 */
export function useAskedAhead(...questions: readonly (Question | false)[]): void {
  const client = useQueryClient();
  const key = JSON.stringify(questions.map((one) => one && one.queryKey));
  useEffect(() => {
    for (const one of questions) {
      if (!one) continue;
      if ('initialPageParam' in one) void client.prefetchInfiniteQuery(one as FetchInfiniteQueryOptions<never, never, never, never, never>);
      else void client.prefetchQuery(one as FetchQueryOptions);
    }
    // By what they are called: each time the page is drawn they are made anew.
  }, [client, key]);
}
