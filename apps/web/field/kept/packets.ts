import { type RefusalCode, type Verdict } from '#contract';
import { stateAfter } from '../rules/answered.policy.ts';
import { keep, keepsake, read, type Reading, write, type Writing } from './database.ts';
import { forgetHeld, heldOf, holdAnswers, holdTried, isHeldAnswered, manyHeld, orHeld, writeHeld } from './held.ts';
import { type FieldRecord } from './shapes.ts';

/** The oldest marks that wait, but those passed over; from now on the server may have them. A full phone hands over what it holds all the same. */
export const nextPacket = (by: string, size: number, passedOver: ReadonlySet<number>): Promise<FieldRecord[]> =>
  orHeld(
    async () => {
      const packet = await write(async (transaction) => {
        await writeHeld(transaction);
        const oldest = await oldestOf(transaction, { by, size, passedOver });
        const records = transaction.objectStore('records');
        await Promise.all(oldest.flatMap((record) => (record.tried ? [] : [records.put({ ...record, tried: true })])));
        return oldest.map((record) => ({ ...record, tried: true }));
      });
      forgetHeld();
      return packet;
    },
    async () => {
      const packet = await read((transaction) => oldestOf(transaction, { by, size, passedOver }));
      holdTried(packet);
      return packet.map((record) => ({ ...record, tried: true }));
    },
  );

async function oldestOf(
  transaction: Reading | Writing,
  { by, size, passedOver }: { by: string; size: number; passedOver: ReadonlySet<number> },
): Promise<FieldRecord[]> {
  const index = transaction.objectStore('records').index('state');
  const waiting = await index.getAll(['waiting', by], size + passedOver.size + manyHeld());
  return waiting.filter(({ seq }) => !passedOver.has(seq) && !isHeldAnswered(seq)).slice(0, size);
}

/** How many marks wait for this holder, and for others who used the phone. */
export const countWaiting = (by: string): Promise<{ own: number; others: number }> =>
  read(async (transaction) => {
    const index = transaction.objectStore('records').index('state');
    const own = (await index.count(['waiting', by])) - heldOf(by);
    const all = (await index.count(IDBKeyRange.bound(['waiting', ''], ['waiting', '\uffff']))) - manyHeld();
    return { own, others: all - own };
  });

/** Keeps what the server said of each that still waits by then; what it did not speak of goes on waiting. */
export const keepVerdicts = (packet: readonly FieldRecord[], verdicts: readonly Verdict[], at: string): Promise<FieldRecord[]> => {
  const said = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
  const answersTo = async (transaction: Reading | Writing, answer: number): Promise<FieldRecord[]> => {
    const answered: FieldRecord[] = [];
    for (const { seq, mark } of packet) {
      const verdict = said.get(mark.id);
      const record = verdict && (await transaction.objectStore('records').get(seq));
      if (record?.state !== 'waiting') continue;
      answered.push({ ...record, tried: true, state: stateAfter(verdict!), answer, ...(verdict!.code && { code: verdict!.code }) });
    }
    return answered;
  };
  return orHeld(
    () =>
      write(async (transaction) => {
        const answer = ((await keepsake(transaction, 'answers')) ?? 0) + 1;
        const answered = await answersTo(transaction, answer);
        if (answered.length === 0) return answered;
        const records = transaction.objectStore('records');
        await Promise.all(answered.map((record) => records.put(record)));
        await Promise.all([keep(transaction, 'answers', answer), keep(transaction, 'lastSentAt', at)]);
        return answered;
      }),
    // Which answer it was is said when it is written down.
    async () => held(await read((transaction) => answersTo(transaction, Number.MAX_SAFE_INTEGER))),
  );
};

const held = (records: FieldRecord[]): FieldRecord[] => {
  holdAnswers(records);
  return records;
};

/** Keeps one record that the server will never take, with the reason. */
export const keepRefusal = ({ seq }: FieldRecord, code: RefusalCode): Promise<FieldRecord[]> => {
  const refusedOf = async (transaction: Reading | Writing): Promise<FieldRecord[]> => {
    const record = await transaction.objectStore('records').get(seq);
    return record?.state === 'waiting' ? [{ ...record, state: 'refused', code }] : [];
  };
  return orHeld(
    () =>
      write(async (transaction) => {
        const refused = await refusedOf(transaction);
        for (const record of refused) await transaction.objectStore('records').put(record);
        return refused;
      }),
    async () => held(await read(refusedOf)),
  );
};

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
