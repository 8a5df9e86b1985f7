import { useEffect, useSyncExternalStore } from 'react';

/** A key, and what it does, in words. */
export type Key = readonly [key: string, what: string];

let all: readonly (readonly Key[])[] = [];
const listeners = new Set<() => void>();
const change = (next: readonly (readonly Key[])[]): void => {
  all = next;
  for (const listener of listeners) listener();
};

/** The keys of a part of the page stand in the list of keys while it does. */
export function usePageKeys(keys: readonly Key[]): void {
  // The words change with the language, the list otherwise not.
  const said = JSON.stringify(keys);
  useEffect(() => {
    const own = JSON.parse(said) as readonly Key[];
    change([...all, own]);
    return () => change(all.filter((one) => one !== own));
  }, [said]);
}

/** What the parts that stand on the page have told of their keys. */
export const useKeysOfPage = (): readonly Key[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => all,
  ).flat();
