import { type DBSchema, type IDBPTransaction, unwrap } from 'idb';
import { Durable } from './durable.ts';
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

const database = new Durable<Kept>('sitang-field', ['keepsakes', 'sessions', 'records'], (db) => {
  db.createObjectStore('keepsakes');
  db.createObjectStore('sessions', { keyPath: 'id' });
  const records = db.createObjectStore('records', { keyPath: 'seq', autoIncrement: true });
  records.createIndex('id', 'mark.id', { unique: true });
  records.createIndex('place', ['mark.sessionId', 'mark.personId']);
  records.createIndex('state', ['state', 'by']);
  records.createIndex('open', 'open');
});

export const write = <T>(work: (transaction: Writing, isAgain: boolean) => Promise<T>): Promise<T> => database.write(work);
export const read = <T>(work: (transaction: Reading) => Promise<T>): Promise<T> => database.read(work);

export const keepsake = <Name extends keyof Keepsakes>(transaction: Reading | Writing, name: Name): Promise<Keepsakes[Name] | undefined> =>
  transaction.objectStore('keepsakes').get(name) as Promise<Keepsakes[Name] | undefined>;

interface Named {
  key: keyof Keepsakes;
  value: Keepsakes[keyof Keepsakes];
}
/** Newer browsers answer for a stretch of names at once. */
interface AtOnce {
  getAllRecords?(which: { query: IDBKeyRange }): IDBRequest<Named[]>;
}

/** Several by their names, in one question where the browser can: each is a way to the disk and back. */
export async function keepsakesOf<Name extends keyof Keepsakes>(
  transaction: Reading | Writing,
  names: readonly Name[],
): Promise<Partial<Pick<Keepsakes, Name>>> {
  const store = unwrap(transaction).objectStore('keepsakes') as IDBObjectStore & AtOnce;
  if (!store.getAllRecords) {
    const values = await Promise.all(names.map((name) => keepsake(transaction, name)));
    return Object.fromEntries(names.map((name, i) => [name, values[i]])) as Partial<Pick<Keepsakes, Name>>;
  }
  const sorted = [...names].sort();
  const asked = store.getAllRecords({ query: IDBKeyRange.bound(sorted[0], sorted.at(-1)) });
  const records = await new Promise<Named[]>((go, fail) => {
    asked.onsuccess = () => go(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  return Object.fromEntries(records.map(({ key, value }) => [key, value])) as Partial<Pick<Keepsakes, Name>>;
}

export const keep = async <Name extends keyof Keepsakes>(transaction: Writing, name: Name, value: Keepsakes[Name]): Promise<void> => {
  await transaction.objectStore('keepsakes').put(value, name);
};
