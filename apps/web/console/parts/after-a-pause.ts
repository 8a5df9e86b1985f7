import { useEffect, useState } from 'react';

/** How long nobody types before what was typed is asked for. */
export const pause = 250;

/** What is typed, a moment after the last key and not at each one; nothing is nothing at once. */
export function useAfterPause(typed: string): string {
  const [settled, settle] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => settle(typed), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  return typed === '' ? '' : settled;
}
