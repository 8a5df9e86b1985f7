import {
  base64url,
  type HeadCountEvent,
  type MarkEvent,
  sealedText,
  type UnsentContent,
  type UnsentFile,
  unsentFormat,
  unsentVersion,
} from '#contract';
import { now } from '../clock.ts';
import { keepsake, read, type Reading } from './database.ts';
import { type FieldRecord } from './shapes.ts';

/** What the county has not taken: what waits, and what it would not take, whatever the reason. */
const notTaken = ['waiting', 'refused', 'conflict'] as const satisfies FieldRecord['state'][];
const stateIn = (transaction: Reading) => transaction.objectStore('records').index('state');
const ofAll = (state: string): IDBKeyRange => IDBKeyRange.bound([state, ''], [state, '\uffff']);

export const countNotTaken = (): Promise<number> =>
  read(async (transaction) => {
    const counts = await Promise.all(notTaken.map((state) => stateIn(transaction).count(ofAll(state))));
    return counts.reduce((sum, many) => sum + many, 0);
  });

/**
 * All that the county has not taken, as a file that the console takes in. Nothing is written, so a full phone can do it, too; it stays on
 * the phone and is handed over as ever, under the same ids. `null`: there is nothing, or nobody whose token could seal it.
 */
export async function unsentFile(app: string): Promise<UnsentFile | null> {
  const { holder, deviceId, records } = await read(async (transaction) => ({
    holder: await keepsake(transaction, 'holder'),
    deviceId: await keepsake(transaction, 'deviceId'),
    records: (await Promise.all(notTaken.map((state) => stateIn(transaction).getAll(ofAll(state))))).flat().sort((a, b) => a.seq - b.seq),
  }));
  if (!holder || deviceId === undefined || records.length === 0) return null;
  const whose = [...new Set(records.map(({ by }) => by))];
  const holders = whose.map((instructorId) => {
    const events = records.filter(({ by }) => by === instructorId).map(({ mark }): MarkEvent | HeadCountEvent => mark);
    const headCounts = events.filter((event): event is HeadCountEvent => 'count' in event);
    return { instructorId, marks: events.filter((event): event is MarkEvent => !('count' in event)), headCounts };
  });
  const content: UnsentContent = { deviceId, app, at: now().toISOString(), holders };
  return { format: unsentFormat, version: unsentVersion, content, seal: await sealOf(content, holder.token) };
}

/** The county knows a token by its SHA-256 alone: that is the key. */
async function sealOf(content: UnsentContent, token: string): Promise<string> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const raw = await crypto.subtle.digest('SHA-256', bytes(token));
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return base64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes(sealedText(content)))));
}
