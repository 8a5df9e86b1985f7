import {
  base64url,
  type HeadCountEvent,
  type MarkEvent,
  sealedText,
  type UnsentContent,
  type UnsentFile,
  type UnsentOfHolder,
  unsentFormat,
  unsentVersion,
} from '#contract';
import { now } from '../clock.ts';
import { keepsake, read, type Reading, write } from './database.ts';
import { type FieldRecord, type Holder } from './shapes.ts';

/** What the county has not taken: what waits, and what it would not take, whatever the reason. */
const notTaken = ['waiting', 'refused', 'conflict'] as const satisfies FieldRecord['state'][];
const stateIn = (transaction: Reading) => transaction.objectStore('records').index('state');
const ofAll = (state: string): IDBKeyRange => IDBKeyRange.bound([state, ''], [state, '\uffff']);

const readNotTaken = () =>
  read(async (transaction) => ({
    holder: await keepsake(transaction, 'holder'),
    deviceId: (await keepsake(transaction, 'deviceId')) ?? '',
    records: (await Promise.all(notTaken.map((state) => stateIn(transaction).getAll(ofAll(state))))).flat().sort((a, b) => a.seq - b.seq),
  }));

/** How many a file would hold: all of whoever holds the phone, and what others left sealed. */
export const countNotTaken = (): Promise<number> =>
  read(async (transaction) => {
    const by = (await keepsake(transaction, 'holder'))?.instructorId;
    const counts = await Promise.all(
      notTaken.map(async (state) => {
        const [all, own] = await Promise.all([
          stateIn(transaction).count(ofAll(state)),
          by === undefined ? 0 : stateIn(transaction).count([state, by]),
        ]);
        if (all === own) return all;
        return (await stateIn(transaction).getAll(ofAll(state))).filter((record) => record.by === by || record.seal !== undefined).length;
      }),
    );
    return counts.reduce((sum, many) => sum + many, 0);
  });

/**
 * All that the county has not taken, as a file that the console takes in. Nothing is written, so a full phone can do it, too; it stays on
 * the phone and is handed over as ever, under the same ids. `null`: there is nothing, or nothing that is sealed.
 */
export async function unsentFile(app: string): Promise<UnsentFile | null> {
  const { holder, deviceId, records } = await readNotTaken();
  const seal = holder && (await sealer(holder, deviceId));
  const sealed = await Promise.all(
    records.map(async (record) => ({ ...record, seal: record.by === holder?.instructorId ? await seal!(record) : record.seal })),
  );
  const whose = [...new Set(sealed.filter((record) => record.seal !== undefined).map(({ by }) => by))];
  if (whose.length === 0) return null;
  const holders = whose.map((instructorId): UnsentOfHolder => {
    const own = sealed.filter(({ by, seal: made }) => by === instructorId && made !== undefined);
    const heads = own.filter(({ mark }) => 'count' in mark);
    const marks = own.filter(({ mark }) => !('count' in mark));
    return {
      instructorId,
      marks: marks.map(({ mark }) => mark as MarkEvent),
      headCounts: heads.map(({ mark }) => mark as HeadCountEvent),
      seals: [...marks, ...heads].map((one) => one.seal!),
    };
  });
  const content: UnsentContent = { deviceId, app, at: now().toISOString(), holders };
  return { format: unsentFormat, version: unsentVersion, content };
}

/**
 * Before the phone forgets its holder's token, that seals what the county has not taken: so it can still be exported, and nothing else can be
 * sealed in their name by whoever has the phone then.
 */
export async function sealNotTaken(): Promise<void> {
  const { holder, deviceId, records } = await readNotTaken();
  const own = records.filter(({ by }) => by === holder?.instructorId);
  if (!holder || own.length === 0) return;
  const seal = await sealer(holder, deviceId);
  const made = await Promise.all(own.map(async (record) => ({ record, seal: await seal(record) })));
  await write(async (transaction) => {
    const store = transaction.objectStore('records');
    for (const { record, seal: fresh } of made) {
      const current = await store.get(record.seq);
      // Names may have been forgotten meanwhile: what is left is sealed next time.
      if (current && current.seal !== fresh && JSON.stringify(current.mark) === JSON.stringify(record.mark))
        await store.put({ ...current, seal: fresh });
    }
  });
}

/** The county knows a token by its SHA-256 alone: that is the key. */
async function sealer({ token, instructorId }: Holder, deviceId: string): Promise<(record: FieldRecord) => Promise<string>> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const raw = await crypto.subtle.digest('SHA-256', bytes(token));
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return async ({ mark }) =>
    base64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes(sealedText(deviceId, instructorId, mark)))));
}
