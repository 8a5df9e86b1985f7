import { isDate } from '#platform/clock';
import { Refusal } from '#platform/refusal';
import { type PlaceInSessions, type SessionCursor } from '#schedule';
import { type Page, readCursor, writeCursor } from '../wire/index.js';

/** Where a page of sessions begins. @throws Refusal cursorInvalid */
export function readSessionCursor(cursor: string | undefined): SessionCursor | null {
  const key = readCursor<[string, number]>(cursor, ['string', 'number']);
  if (key && !isDate(key[0])) throw new Refusal('cursorInvalid');
  return key && { date: key[0], id: key[1] };
}

/** Where a page of facts of sessions begins. @throws Refusal cursorInvalid */
export function readPlace(cursor: string | undefined): PlaceInSessions | null {
  const key = readCursor<[string, number, string]>(cursor, ['string', 'number', 'string']);
  if (key === null) return null;
  const [date, sessionId, id] = key;
  // Databases differ in what they make of a date that is none.
  if (!isDate(date)) throw new Refusal('cursorInvalid');
  return { date, sessionId, id };
}

export const pageOfPlaces = <Fact, View>(
  { items, next }: { items: readonly Fact[]; next: PlaceInSessions | null },
  view: (fact: Fact) => View,
): Page<View> => ({ items: items.map(view), nextCursor: next && writeCursor([next.date, next.sessionId, next.id]) });
