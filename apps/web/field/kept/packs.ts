import { isTaken } from '../rules/answered.policy.ts';
import { type Merge, mergePack } from '../rules/merge-pack.policy.ts';
import { keep, keepsake, read, write, type Writing } from './database.ts';
import { forgetNames } from './names.ts';
import { type FieldRecord, type Keepsakes, type KeptSession, type Pack, wholeSession } from './shapes.ts';

/** So many answered records stay to be looked at. */
const answeredKept = 2_000;

/** Whether a record is over: taken, and told of by the pack from now on. */
const isOver = ({ state }: FieldRecord): boolean => state === 'accepted' || state === 'already';

export interface MergedPack extends Merge {
  /** Records that the pack tells of from now on. */
  told: FieldRecord[];
  served: Keepsakes['served'];
  cursor: string;
}

/** How things stood on the phone when a pack was asked for. */
export interface Asked {
  token: string;
  cursor: string | undefined;
  answers: number;
}

/** `null` where the phone speaks for somebody else by now, or for nobody. */
export const readBeforeAsking = (token: string): Promise<Asked | null> =>
  read(async (transaction) => {
    if ((await keepsake(transaction, 'holder'))?.token !== token) return null;
    return { token, cursor: await keepsake(transaction, 'cursor'), answers: (await keepsake(transaction, 'answers')) ?? 0 };
  });

/**
 * Merges a pack. What was answered after it was asked for it does not tell of. `null`, and nothing happens, where another tab has kept a newer
 * one meanwhile, or has let somebody else in. `whole`: it was asked for without a cursor.
 */
export const keepPack = (pack: Pack, asked: Asked, { whole, now }: { whole: boolean; now: Date }): Promise<MergedPack | null> =>
  write(async (transaction) => {
    const [holder, cursor] = [await keepsake(transaction, 'holder'), await keepsake(transaction, 'cursor')];
    if (holder?.token !== asked.token || cursor !== asked.cursor) return null;
    const [sessions, records] = [transaction.objectStore('sessions'), transaction.objectStore('records')];
    const open = await records.index('open').getAll();
    const waiting = new Set(open.filter(({ state }) => state === 'waiting').map(({ mark }) => mark.sessionId));
    const { put, remove } = mergePack(
      await sessions.getAll(),
      { ...pack, sessions: pack.sessions.map(wholeSession) },
      {
        whole,
        holdsWaiting: (id) => waiting.has(id),
      },
    );
    const told = open
      .filter(({ state, inPack, answer = 0 }) => state !== 'waiting' && !inPack && answer <= asked.answers)
      .map(({ open: _open, ...record }): FieldRecord => ({
        ...record,
        inPack: true,
        ...(!isOver(record) && !record.read && { open: 1 as const }),
      }));
    const served = { at: now.toISOString(), behind: Date.parse(pack.serverTime) - now.getTime(), truncated: pack.truncated };
    await Promise.all([
      ...put.map((session) => sessions.put(session)),
      ...remove.map((id) => sessions.delete(id)),
      ...told.map((record) => records.put(record)),
      keep(transaction, 'cursor', pack.cursor),
      keep(transaction, 'served', served),
      dropOldest(transaction),
    ]);
    const goes = new Set(remove);
    if (goes.size > 0) await forgetNames(transaction, ({ mark }) => goes.has(mark.sessionId));
    return { put, remove, told, served, cursor: pack.cursor };
  });

/**
 * Lets sessions go with their names, unless marks of them have not left the phone; `false` where none went. The county takes those of a
 * cursor for known: without one the next pack comes whole, should a clock have been wrong.
 */
export const dropPast = (ids: readonly string[]): Promise<boolean> =>
  write(async (transaction) => {
    const open = await transaction.objectStore('records').index('open').getAll();
    const waiting = new Set(open.filter(({ state }) => state === 'waiting').map(({ mark }) => mark.sessionId));
    const goes = new Set(ids.filter((id) => !waiting.has(id)));
    if (goes.size === 0) return false;
    await Promise.all([...goes].map((id) => transaction.objectStore('sessions').delete(id)));
    await transaction.objectStore('keepsakes').delete('cursor');
    await forgetNames(transaction, ({ mark }) => goes.has(mark.sessionId));
    return true;
  });

/** What is over and long past; nothing that the county has not taken, and nothing that somebody should still read. */
async function dropOldest(transaction: Writing): Promise<void> {
  const records = transaction.objectStore('records');
  let tooMany = (await records.count()) - answeredKept;
  let cursor = tooMany > 0 ? await records.openCursor() : null;
  for (; cursor && tooMany > 0; cursor = await cursor.continue()) {
    if (!isTaken(cursor.value) || cursor.value.open || !cursor.value.inPack) continue;
    await cursor.delete();
    tooMany -= 1;
  }
}

export interface Everything extends Partial<Keepsakes> {
  sessions: KeptSession[];
  /** Those that the screens need at hand, oldest first. */
  open: FieldRecord[];
}

export const readEverything = (): Promise<Everything> =>
  read(async (transaction) => {
    const names = [
      ...(['deviceId', 'holder', 'invitation', 'cursor', 'served', 'lastSentAt', 'chosen'] as const),
      ...(['revoked', 'wiped', 'ended', 'lock'] as const),
    ];
    const values = await Promise.all(names.map((name) => keepsake(transaction, name)));
    return {
      ...(Object.fromEntries(names.map((name, i) => [name, values[i]])) as Partial<Keepsakes>),
      sessions: (await transaction.objectStore('sessions').getAll()).map(wholeSession),
      open: await transaction.objectStore('records').index('open').getAll(),
    };
  });
