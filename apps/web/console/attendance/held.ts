import { isOnWay, type Unsent } from './mark-queue.ts';

const prefix = 'sitang.marks.';
/** Marks are kept by who made them: what one account leaves unsent is never sent as another's. */
export const queueKey = (account: string, classId: string): string => `${prefix}${account}.${classId}`;

/** Marks that wait in this tab for the account that made them. */
export interface Held {
  account: string;
  count: number;
}

/** What other accounts than these left unsent for a class. */
export function heldFor(storage: Pick<Storage, 'length' | 'key' | 'getItem'>, classId: string, besides: readonly string[]): Held[] {
  const known = besides.map((account) => queueKey(account, classId));
  const suffix = `.${classId}`;
  return Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '')
    .filter((key) => key.startsWith(prefix) && key.endsWith(suffix) && !known.includes(key))
    .map((key) => ({ account: key.slice(prefix.length, -suffix.length), count: countOf(storage.getItem(key)) }))
    .filter(({ count }) => count > 0);
}

function countOf(kept: string | null): number {
  try {
    return (JSON.parse(kept ?? '[]') as Unsent[]).filter(isOnWay).length;
  } catch {
    return 0;
  }
}
