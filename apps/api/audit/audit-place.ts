import { type AuditPlace, type AuditRow } from '#accounts';
import { Refusal } from '#platform/refusal';
import { type CursorKey, readCursor } from '../wire/index.js';

/** Where a page of entries begins. @throws Refusal cursorInvalid */
export function placeBehind(cursor: string | undefined): AuditPlace {
  const key = readCursor<[string, number]>(cursor, ['string', 'number']);
  if (!key) return null;
  const at = new Date(key[0]);
  if (Number.isNaN(at.getTime())) throw new Refusal('cursorInvalid');
  return [at, key[1]];
}

export const placeOf = ({ at, id }: AuditRow): CursorKey => [at.toISOString(), id];
