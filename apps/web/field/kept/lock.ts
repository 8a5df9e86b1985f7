import { patienceLeft } from '../rules/lock.policy.ts';
import { keep, keepsake, write } from './database.ts';
import { type Lock } from './shapes.ts';

/** About a third of a second on an old phone: four digits are few, and somebody's other PINs may be the same. */
const rounds = 150_000;

async function hashOf(pin: string, salt: Uint8Array): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  const way = { name: 'PBKDF2', hash: 'SHA-256', salt: salt as BufferSource, iterations: rounds };
  return new Uint8Array(await crypto.subtle.deriveBits(way, key, 256));
}

/** From now on this PIN opens the app on this phone. */
export async function keepLock(pin: string, minutes: number): Promise<Lock> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const lock: Lock = { salt, hash: await hashOf(pin, salt), minutes, wrong: 0, triedAt: 0 };
  await write((transaction) => keep(transaction, 'lock', lock));
  return lock;
}

export const dropLock = (): Promise<void> => write((transaction) => transaction.objectStore('keepsakes').delete('lock'));

/** A try counts before it is judged: whoever ends the app in between has tried. `false`, and nothing counts, where nobody may try yet. */
export async function tryPin(pin: string, at: number): Promise<{ right: boolean; lock: Lock } | null> {
  const lock = await write(async (transaction) => {
    const kept = await keepsake(transaction, 'lock');
    if (!kept || patienceLeft(kept, at) > 0) return null;
    const tried = { ...kept, wrong: kept.wrong + 1, triedAt: at };
    await keep(transaction, 'lock', tried);
    return tried;
  });
  if (!lock) return null;
  const hash = await hashOf(pin, lock.salt);
  if (hash.some((byte, i) => byte !== lock.hash[i])) return { right: false, lock };
  const open = { ...lock, wrong: 0, triedAt: 0 };
  await write((transaction) => keep(transaction, 'lock', open));
  return { right: true, lock: open };
}
