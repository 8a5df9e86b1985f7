import { isTaken } from '../rules/answered.policy.ts';
import { keep, keepsake, write, type Writing } from './database.ts';
import { isFull } from './durable.ts';
import { type FieldRecord } from './shapes.ts';

/**
 * What a full phone cannot write down, as long as the page lives: which records were in a packet, and what became of them. Forgotten with the
 * page it costs one more asking: the county knows them by their ids.
 */
const tried = new Set<number>();
const answered = new Map<number, FieldRecord>();

export const holdTried = (records: readonly FieldRecord[]): void => {
  for (const { seq } of records) tried.add(seq);
};
export const holdAnswers = (records: readonly FieldRecord[]): void => {
  for (const record of records) answered.set(record.seq, record);
};
export const isHeldTried = (seq: number): boolean => tried.has(seq);
export const isHeldAnswered = (seq: number): boolean => answered.has(seq);
export const manyHeld = (): number => answered.size;
export const heldOf = (by: string): number => [...answered.values()].filter((record) => record.by === by).length;

/** A record that waits on the disk, as it is known by now. */
export const asHeld = (record: FieldRecord): FieldRecord =>
  record.state !== 'waiting' ? record : (answered.get(record.seq) ?? (tried.has(record.seq) ? { ...record, tried: true } : record));

/** Writes down the answers that were held; `forgetHeld` once they are on the disk. */
export async function writeHeld(transaction: Writing): Promise<void> {
  if (answered.size === 0) return;
  const records = transaction.objectStore('records');
  const answer = ((await keepsake(transaction, 'answers')) ?? 0) + 1;
  for (const record of answered.values())
    if ((await records.get(record.seq))?.state === 'waiting') await records.put({ ...record, answer });
  await keep(transaction, 'answers', answer);
}
export const forgetHeld = (): void => answered.clear();

/** Deletes what the county has and tells of by now. Nothing is written with it, so it works on a full phone. `false`: there was nothing. */
const makeRoom = (): Promise<boolean> =>
  write(async (transaction) => {
    let isRoomier = false;
    let cursor = await transaction.objectStore('records').openCursor();
    for (; cursor; cursor = await cursor.continue()) {
      if (!isTaken(cursor.value) || cursor.value.open || !cursor.value.inPack) continue;
      await cursor.delete();
      isRoomier = true;
    }
    return isRoomier;
  });

/** Does it, with more room where the phone is full; `held` where that is not enough: what the phone holds must leave it all the same. */
export async function orHeld<T>(work: () => Promise<T>, held: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isFull(error)) throw error;
  }
  try {
    if (await makeRoom()) return await work();
  } catch (error) {
    if (!isFull(error)) throw error;
  }
  return held();
}
