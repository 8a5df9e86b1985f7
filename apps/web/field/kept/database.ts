import { type DBSchema, type IDBPTransaction } from 'idb';
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

export const write = <T>(work: (transaction: Writing) => Promise<T>): Promise<T> => database.write(work);
export const read = <T>(work: (transaction: Reading) => Promise<T>): Promise<T> => database.read(work);

export const keepsake = <Name extends keyof Keepsakes>(transaction: Reading | Writing, name: Name): Promise<Keepsakes[Name] | undefined> =>
  transaction.objectStore('keepsakes').get(name) as Promise<Keepsakes[Name] | undefined>;

export const keep = async <Name extends keyof Keepsakes>(transaction: Writing, name: Name, value: Keepsakes[Name]): Promise<void> => {
  await transaction.objectStore('keepsakes').put(value, name);
};
