import { type RefusalCode, type Verdict } from '#contract';
import { stateAfter } from '../rules/answered.policy.ts';
import { keep, keepsake, read, write } from './database.ts';
import { type FieldRecord } from './shapes.ts';

/** The oldest marks that wait, but those passed over; from now on the server may have them. */
export const nextPacket = (by: string, size: number, passedOver: ReadonlySet<number>): Promise<FieldRecord[]> =>
  write(async (transaction) => {
    const records = transaction.objectStore('records');
    const waiting = await records.index('state').getAll(['waiting', by], size + passedOver.size);
    const packet = waiting.filter(({ seq }) => !passedOver.has(seq)).slice(0, size);
    const tried = packet.map((record) => ({ ...record, tried: true }));
    await Promise.all(tried.flatMap((record, i) => (packet[i]!.tried ? [] : [records.put(record)])));
    return tried;
  });

/** How many marks wait for this holder, and for others who used the phone. */
export const countWaiting = (by: string): Promise<{ own: number; others: number }> =>
  read(async (transaction) => {
    const index = transaction.objectStore('records').index('state');
    const own = await index.count(['waiting', by]);
    const all = await index.count(IDBKeyRange.bound(['waiting', ''], ['waiting', '\uffff']));
    return { own, others: all - own };
  });

/** Keeps what the server said of each that still waits by then; what it did not speak of goes on waiting. */
export const keepVerdicts = (packet: readonly FieldRecord[], verdicts: readonly Verdict[], at: string): Promise<FieldRecord[]> => {
  const said = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
  return write(async (transaction) => {
    const records = transaction.objectStore('records');
    const answer = ((await keepsake(transaction, 'answers')) ?? 0) + 1;
    const answered: FieldRecord[] = [];
    for (const { seq, mark } of packet) {
      const verdict = said.get(mark.id);
      const record = verdict && (await records.get(seq));
      if (record?.state !== 'waiting') continue;
      answered.push({ ...record, state: stateAfter(verdict!), answer, ...(verdict!.code && { code: verdict!.code }) });
    }
    await Promise.all(answered.map((record) => records.put(record)));
    if (answered.length === 0) return answered;
    await Promise.all([keep(transaction, 'answers', answer), keep(transaction, 'lastSentAt', at)]);
    return answered;
  });
};

/** Keeps one record that the server will never take, with the reason. */
export const keepRefusal = ({ seq }: FieldRecord, code: RefusalCode): Promise<FieldRecord[]> =>
  write(async (transaction) => {
    const records = transaction.objectStore('records');
    const record = await records.get(seq);
    if (record?.state !== 'waiting') return [];
    const refused: FieldRecord = { ...record, state: 'refused', code };
    await records.put(refused);
    return [refused];
  });

/** A record that was not taken waits once more: what stood in its way may be gone. Its id stays. */
export const waitAgain = (seq: number): Promise<FieldRecord[]> =>
  write(async (transaction) => {
    const records = transaction.objectStore('records');
    const record = await records.get(seq);
    if (record?.state !== 'refused') return [];
    const again: FieldRecord = { ...record, state: 'waiting', inPack: false, open: 1 };
    delete again.code;
    delete again.read;
    await records.put(again);
    return [again];
  });
