import { Refusal } from '#platform/refusal';
import { isStorable } from './storable-text.js';
import { Text } from './text-fields.js';
import { Whole } from './value-fields.js';

/** Query of a list; extend it with the list's own filters. */
export class PageQuery {
  @Whole({ min: 1, max: 200, optional: true, example: 50, about: '每页条数,默认 50 · items a page' })
  limit: number = 50;

  @Text({ max: 500, optional: true, example: 'WzQyXQ', about: '上一页的 nextCursor · nextCursor of the page before' })
  cursor?: string;
}

/** The sort key of the last row seen: what the next page begins after. */
export type CursorKey = readonly (string | number)[];

export interface Page<View> {
  items: View[];
  nextCursor: string | null;
}

export const writeCursor = (key: CursorKey): string => Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');

/**
 * The sort key in a cursor, `null` for the first page. `shape` says what a key of this list looks like, such as `['string', 'number']`.
 * @throws Refusal cursorInvalid
 */
export function readCursor<Key extends CursorKey>(cursor: string | undefined, shape: readonly ('string' | 'number')[]): Key | null {
  if (cursor === undefined) return null;
  try {
    if (!/^[\w-]+$/.test(cursor)) throw new Refusal('cursorInvalid');
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === shape.length && key.every((part, i) => fits(part, shape[i]!))) return key as unknown as Key;
  } catch {
    /* said below */
  }
  throw new Refusal('cursorInvalid');
}

const fits = (part: unknown, kind: 'string' | 'number'): boolean =>
  kind === 'number' ? Number.isFinite(part) : typeof part === 'string' && isStorable(part);

/** A page out of `limit + 1` rows, in order: the row too many only tells that there is more. */
export function pageOf<Row, View>(
  rows: readonly Row[],
  limit: number,
  view: (row: Row) => View,
  keyOf: (row: Row) => CursorKey,
): Page<View> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), nextCursor: rows.length > limit && last !== undefined ? writeCursor(keyOf(last)) : null };
}
