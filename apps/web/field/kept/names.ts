import { isSettled, isTaken } from '../rules/answered.policy.ts';
import { type Writing } from './database.ts';
import { type FieldRecord, isHeadCount } from './shapes.ts';

/** What was recorded, without who it was and who stood by. What is left is not what was sealed. */
export function withoutNames(whole: FieldRecord): FieldRecord {
  const record = { ...whole };
  delete record.seal;
  if (isHeadCount(record)) return { ...record, mark: { ...record.mark, countedBy: '' } };
  const mark = { ...record.mark };
  for (const name of ['walkIn', 'reason', 'witness'] as const) delete mark[name];
  return { ...record, mark };
}

const hasNames = (record: FieldRecord): boolean =>
  isHeadCount(record) ? record.mark.countedBy !== '' : Boolean(record.mark.walkIn ?? record.mark.reason ?? record.mark.witness);

/** Names in records go when the rosters go that they belong to; never those of a record that somebody should read, or that the county has not taken. */
export const forgetNames = (transaction: Writing, goes: (record: FieldRecord) => boolean): Promise<void> =>
  forgetIn(transaction, (record) => isSettled(record) && goes(record));

/** All that the county has goes, read or not: who held the phone is to know nobody by it any more. */
export const forgetNamesTaken = (transaction: Writing): Promise<void> => forgetIn(transaction, isTaken);

async function forgetIn(transaction: Writing, goes: (record: FieldRecord) => boolean): Promise<void> {
  let cursor = await transaction.objectStore('records').openCursor();
  for (; cursor; cursor = await cursor.continue())
    if (hasNames(cursor.value) && goes(cursor.value)) await cursor.update(withoutNames(cursor.value));
}
