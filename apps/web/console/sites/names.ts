import { useCallback, useMemo, useState } from 'react';

/** Names of what a form refers to by id, learned as they come by: both versions of a conflict are said in words. */
export function useNames(known: readonly (readonly [id: string | null, name: string | null])[]): {
  learn: (id: string, name: string) => void;
  of: (id: unknown) => string;
} {
  const [names, setNames] = useState(
    () => new Map(known.flatMap(([id, name]): [string, string][] => (id !== null && name !== null ? [[id, name]] : []))),
  );
  const learn = useCallback((id: string, name: string) => setNames((before) => new Map(before).set(id, name)), []);
  const of = useCallback((id: unknown) => names.get(String(id)) ?? '…', [names]);
  return useMemo(() => ({ learn, of }), [learn, of]);
}
