import { afterPaint } from '../after-paint.ts';
import { type FieldRecord } from '../kept/shapes.ts';

/** What one tab tells the others of this phone: the records that it changed, or that everything, or what is known of photos, is to be read again. */
export type Word = { records: FieldRecord[]; gone: number[] } | 'everything' | 'photos';

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('sitang-field');

const held: Word[] = [];
/** What is to be told later is told now: the page is about to be left, and may be given no more time. */
export const tellHeld = (): void => {
  for (const word of held.splice(0)) channel?.postMessage(word);
};
/** In the order in which it is told, also what is to be told later. */
export const tellOtherTabs = (word: Word): void => {
  tellHeld();
  channel?.postMessage(word);
};
/** Once the tick is painted: whoever lifted the finger waits for that, and no other tab does. */
export function tellOtherTabsLater(word: Word): void {
  if (held.push(word) === 1) afterPaint(tellHeld);
}
export const hearOtherTabs = (listener: (word: Word) => void): void =>
  channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => listener(data));

const turn = 'sitang-field-exchange';
/** A tab that the phone has put to sleep in the middle of its turn is waited for no longer. */
const patienceMs = 3 * 60_000;

/** One tab at a time: the others wait for their turn, and find nothing left to do. Where a browser has no turns, ids keep things single. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return work();
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), patienceMs);
  let running: Promise<T> | undefined;
  const run = (): Promise<T> => {
    clearTimeout(timer);
    return (running = work());
  };
  try {
    return await navigator.locks.request(turn, { signal: giveUp.signal }, run);
  } catch {
    // Its own failure, or another tab has lost patience with this one, whose work goes on.
    return running ?? navigator.locks.request(turn, { steal: true }, run);
  }
}

/** One tab alone; where another is at it, nothing is done here. */
export async function inTurnIfFree(name: string, work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return work();
  await navigator.locks.request(`sitang-field-${name}`, { ifAvailable: true }, (free) => (free ? work() : undefined));
}
