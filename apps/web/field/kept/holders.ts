import { uuid } from '../../api/uuid.ts';
import { isTaken } from '../rules/answered.policy.ts';
import { keep, keepsake, write, type Writing } from './database.ts';
import { forgetNames, forgetNamesTaken } from './names.ts';
import { type Holder, type Keepsakes } from './shapes.ts';
import { sealNotTaken } from './unsent.ts';

/** Keeps a code that was just opened, until it is answered; gives the phone its id, once, or the one that it had before it was cleared. */
export const keepInvitation = (code: string, before: string | undefined): Promise<void> =>
  write(async (transaction) => {
    if ((await keepsake(transaction, 'deviceId')) === undefined) await keep(transaction, 'deviceId', before ?? uuid());
    await keep(transaction, 'invitation', code);
  });

export const dropInvitation = (): Promise<void> => write((transaction) => transaction.objectStore('keepsakes').delete('invitation'));

/**
 * The phone speaks for this holder from now on. What it knew for another goes; what another one has not handed over stays, in that
 * holder's name.
 */
export async function keepHolder(holder: Holder): Promise<void> {
  await sealBefore();
  await write(async (transaction) => {
    const keepsakes = transaction.objectStore('keepsakes');
    const before = await keepsake(transaction, 'holder');
    if (before?.instructorId !== holder.instructorId) {
      await transaction.objectStore('sessions').clear();
      await forgetNames(transaction, () => true);
      for (const name of ['served', 'lastSentAt', 'chosen'] as const) await keepsakes.delete(name);
    }
    // Whoever set the PIN was the one before, or has forgotten it and was given a new code.
    for (const name of ['invitation', 'revoked', 'wiped', 'ended', 'cursor', 'lock'] as const) await keepsakes.delete(name);
    await keep(transaction, 'holder', holder);
  });
}

/** Where it cannot be kept, the phone being full, only the export waits for another code of theirs. */
const sealBefore = (): Promise<void> => sealNotTaken().catch(() => undefined);

/**
 * The county revoked the phone whose token this is: the names go at once, also where it is to forget nothing else. What waits stays, is
 * handed over, and its names go with the next time. `false`, and nothing happens, where another token has come to the phone by now.
 */
export const keepRevoked = (token: string, revoked: { wipe: boolean }): Promise<boolean> =>
  write(async (transaction) => {
    if ((await keepsake(transaction, 'holder'))?.token !== token) return false;
    await forgetRosters(transaction);
    await keep(transaction, 'revoked', revoked);
    return true;
  });

const forgetRosters = (transaction: Writing): Promise<unknown> => {
  const keepsakes = transaction.objectStore('keepsakes');
  return Promise.all([
    transaction.objectStore('sessions').clear(),
    forgetNamesTaken(transaction),
    ...(['cursor', 'served', 'chosen'] as const).map((name) => keepsakes.delete(name)),
  ]);
};

/**
 * The holder's token lets nobody in any more, or its holder leaves: names, token and what the county has taken go. What waits, or was not
 * taken, stays in the holder's name, sealed for a file, until a new code of theirs is opened. `false`, and nothing happens, where another
 * holds the phone by now or `may` says no.
 */
export async function partFrom(
  token: string,
  may: (served: Keepsakes['served'] | undefined) => boolean,
  how: 'ended' | 'left',
): Promise<boolean> {
  await sealBefore();
  return write(async (transaction) => {
    const holder = await keepsake(transaction, 'holder');
    if (holder?.token !== token || !may(await keepsake(transaction, 'served'))) return false;
    const [records, keepsakes] = [transaction.objectStore('records'), transaction.objectStore('keepsakes')];
    const over = (await records.getAll()).filter(isTaken);
    await Promise.all(over.map(({ seq }) => records.delete(seq)));
    await forgetRosters(transaction);
    for (const name of ['holder', 'revoked', 'lastSentAt', 'lock'] as const) await keepsakes.delete(name);
    if (how === 'ended') await keep(transaction, 'ended', true);
    return true;
  });
}

/**
 * Forgets names, token and marks; what stays is the number of the phone, how many marks had gone where, a code that was opened, and what
 * the county has not taken of others who used the phone. `false`, and only the names go, where the holder's own marks wait, or `more` of
 * theirs does; nothing goes where another token has come to the phone by now.
 */
export const forgetEverything = (token: string, more: boolean): Promise<boolean> =>
  write(async (transaction) => {
    const [records, keepsakes] = [transaction.objectStore('records'), transaction.objectStore('keepsakes')];
    const holder = await keepsake(transaction, 'holder');
    if (holder?.token !== token) return false;
    const by = holder.instructorId;
    const all = await records.getAll();
    const goes = all.filter((record) => record.by === by || isTaken(record));
    if (more || goes.some(({ state }) => state === 'waiting')) return forgetRosters(transaction).then(() => false);
    const notTaken = goes.filter(({ state }) => state === 'refused' || state === 'conflict').length;
    // A code that was opened meanwhile is the next one's way in.
    const stays = ['deviceId', 'invitation'];
    for (const name of await keepsakes.getAllKeys()) if (!stays.includes(name)) await keepsakes.delete(name);
    await Promise.all([transaction.objectStore('sessions').clear(), ...goes.map(({ seq }) => records.delete(seq))]);
    await keep(transaction, 'wiped', { handedOver: goes.length - notTaken, notTaken });
    return true;
  });
