import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { type FieldRecord, type Keepsakes, type KeptSession } from './shapes.ts';

interface Kept extends DBSchema {
  keepsakes: { key: keyof Keepsakes; value: Keepsakes[keyof Keepsakes] };
  sessions: { key: string; value: KeptSession };
  records: {
    key: number;
    value: FieldRecord;
    indexes: { id: string; place: [string, string]; state: [string, string]; open: number };
  };
}
type StoreName = 'keepsakes' | 'sessions' | 'records';
export type Writing = IDBPTransaction<Kept, StoreName[], 'readwrite'>;
export type Reading = IDBPTransaction<Kept, StoreName[], 'readonly'>;

const stores: StoreName[] = ['keepsakes', 'sessions', 'records'];
const attempts = 3;
let opened: Promise<IDBPDatabase<Kept>> | undefined;

function open(): Promise<IDBPDatabase<Kept>> {
  const opening = openDB<Kept>('sitang-field', 1, {
    upgrade(db) {
      db.createObjectStore('keepsakes');
      db.createObjectStore('sessions', { keyPath: 'id' });
      const records = db.createObjectStore('records', { keyPath: 'seq', autoIncrement: true });
      records.createIndex('id', 'mark.id', { unique: true });
      records.createIndex('place', ['mark.sessionId', 'mark.personId']);
      records.createIndex('state', ['state', 'by']);
      records.createIndex('open', 'open');
    },
    // Another tab brings a newer shape, or wants to delete everything: whoever holds on stops it.
    blocking: () => forget(true),
    terminated: () => forget(false),
  });
  opening.catch(() => forget(false));
  return opening;
}

function forget(close: boolean): void {
  if (close) void opened?.then((db) => db.close()).catch(() => undefined);
  opened = undefined;
}

/** Phones close the connection of a page that slept, without telling it: only the next use shows. */
const isClosed = (error: unknown): boolean =>
  error instanceof DOMException && ['InvalidStateError', 'UnknownError', 'AbortError'].includes(error.name);

export const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';

async function again<T>(work: (db: IDBPDatabase<Kept>) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(await (opened ??= open()));
    } catch (error) {
      if (attempt === attempts || !isClosed(error)) throw error;
      forget(true);
    }
  }
}

/**
 * One transaction over all of it, done once it is on the disk. It may run more than once, and a run that seemed to fail may have been
 * written: whoever adds looks first. @throws DOMException QuotaExceededError where the phone is full, or whatever else the browser refused
 */
export const write = <T>(work: (transaction: Writing) => Promise<T>): Promise<T> =>
  again(async (db) => {
    const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' });
    const done = transaction.done;
    done.catch(() => undefined);
    try {
      const result = await work(transaction);
      await done;
      return result;
    } catch (error) {
      try {
        transaction.abort();
      } catch {
        // It has ended already: by what is thrown here, or by the reason that its end gives.
        await done;
      }
      throw error;
    }
  });

export const read = <T>(work: (transaction: Reading) => Promise<T>): Promise<T> => again((db) => work(db.transaction(stores, 'readonly')));

export const keepsake = <Name extends keyof Keepsakes>(transaction: Reading | Writing, name: Name): Promise<Keepsakes[Name] | undefined> =>
  transaction.objectStore('keepsakes').get(name) as Promise<Keepsakes[Name] | undefined>;

export const keep = async <Name extends keyof Keepsakes>(transaction: Writing, name: Name, value: Keepsakes[Name]): Promise<void> => {
  await transaction.objectStore('keepsakes').put(value, name);
};
