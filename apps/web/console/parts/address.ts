import { useCallback, useEffect, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';

type Changes = Record<string, string | undefined>;

/**
 * The filters of a page live in its address: it can be sent to somebody, and going back undoes a choice. What names a person does not:
 * that is kept `aside`, in the same entry of the browser's history, where going back finds it and no log or bookmark does.
 */
export function useAddress(): {
  params: URLSearchParams;
  get: (name: string) => string | undefined;
  aside: Changes;
  set: (changes: Changes, more?: { aside?: Changes; replace?: boolean }) => void;
  to: (changes: Changes) => string;
} {
  const [params, setParams] = useSearchParams();
  const state = useLocation().state as { aside?: Changes } | null;
  const aside = useMemo(() => state?.aside ?? {}, [state]);
  const changed = useCallback(
    (changes: Changes): URLSearchParams => {
      const next = new URLSearchParams(params);
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined || value === '') next.delete(name);
        else next.set(name, value);
      }
      return next;
    },
    [params],
  );
  const set = useCallback(
    (changes: Changes, more: { aside?: Changes; replace?: boolean } = {}) =>
      setParams(changed(changes), {
        preventScrollReset: true,
        replace: more.replace ?? false,
        state: { aside: { ...aside, ...more.aside } },
      }),
    [aside, changed, setParams],
  );
  const to = useCallback((changes: Changes) => `?${changed(changes).toString()}`, [changed]);
  return useMemo(() => ({ params, get: (name) => params.get(name) ?? undefined, aside, set, to }), [params, aside, set, to]);
}

/** What was typed to find a person or an account. An address that still says it, such as an old bookmark, is understood and forgets it. */
export function useSought(name = 'q'): [string | undefined, (q: string | undefined) => void] {
  const { get, set, aside } = useAddress();
  const written = get(name);
  useEffect(() => {
    if (written !== undefined) set({ [name]: undefined }, { aside: { [name]: written }, replace: true });
  }, [name, written, set]);
  return [written ?? aside[name], useCallback((typed) => set({}, { aside: { [name]: typed }, replace: true }), [name, set])];
}
