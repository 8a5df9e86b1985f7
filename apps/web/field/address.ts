import { useSyncExternalStore } from 'react';

/** What lies over the roll. */
const overRoll = { 'walk-in': 'walkIn', heads: 'heads', assisted: 'assisted' } as const;
export type OverRoll = (typeof overRoll)[keyof typeof overRoll];

/** Where in the app one is; the browser's own way back leads back. */
export type Place =
  | { at: 'days' }
  | { at: 'roll'; sessionId: string; over?: OverRoll }
  | { at: 'cards' | 'hall' | 'photos'; sessionId: string }
  | { at: 'records' | 'lock' };

const listeners = new Set<() => void>();
const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
};
function pathOf(place: Place): string {
  if (!('sessionId' in place)) return place.at === 'days' ? '/field/' : `/field/${place.at}`;
  const below = place.at === 'roll' ? Object.entries(overRoll).find(([, name]) => name === place.over)?.[0] : place.at;
  return `/field/sessions/${place.sessionId}${below ? `/${below}` : ''}`;
}

const placeIn = (path: string): Place => {
  const [, sessionId, below] = /^\/field\/sessions\/(\d+)(?:\/([a-z-]+))?$/.exec(path) ?? [];
  if (sessionId !== undefined)
    return below === 'cards' || below === 'hall' || below === 'photos'
      ? { at: below, sessionId }
      : { at: 'roll', sessionId, over: overRoll[below as keyof typeof overRoll] };
  return { at: path === '/field/records' ? 'records' : path === '/field/lock' ? 'lock' : 'days' };
};

export function usePlace(): Place {
  const path = useSyncExternalStore(listen, () => location.pathname);
  return placeIn(path);
}

export function goTo(place: Place): void {
  history.pushState({ within: true }, '', pathOf(place));
  for (const listener of listeners) listener();
}

/** To where one came from; to the days where the app was opened here. */
export const goBack = (): void => goBackTo({ at: 'days' });

/** The same; to this place where the app was opened here. */
export function goBackTo(behind: Place): void {
  if ((history.state as { within?: boolean } | null)?.within) return history.back();
  history.replaceState(null, '', pathOf(behind));
  for (const listener of listeners) listener();
}
