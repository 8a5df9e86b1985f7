import { type Whereabouts, whereOpened } from '../rules/where-opened.policy.ts';

export const openedHere = (): Whereabouts =>
  whereOpened({
    userAgent: navigator.userAgent,
    maxTouchPoints: navigator.maxTouchPoints,
    asApp: matchMedia('(display-mode: standalone)').matches || (navigator as { standalone?: boolean }).standalone === true,
  });

export const hasCode = (): boolean => location.hash.length > 1;

/** The code stands in the fragment, which no server sees, and leaves the address as it is taken. */
export function takeCode(): string | null {
  const code = location.hash.slice(1);
  if (code === '') return null;
  history.replaceState(history.state, '', location.pathname);
  return code;
}
