import { type DBSchema } from 'idb';
import { type RefusalCode } from '#contract';
import { uuid } from '../../api/uuid.ts';
import { now } from '../clock.ts';
import { Durable } from './durable.ts';

/** A photo that has not left the phone for good. */
export interface KeptPhoto {
  /** The order in which they were taken. */
  seq: number;
  /** Made on the phone, once: the county knows by it whether it has the photo. */
  id: string;
  sessionId: string;
  at: string;
  /** For whom it was taken: nobody else's token hands it over. */
  by: string;
  state: 'waiting' | 'refused';
  code?: RefusalCode;
  /** It was on its way once: the server may have it, whatever the network said. */
  tried: boolean;
}

interface Kept extends DBSchema {
  photos: { key: number; value: KeptPhoto };
  /** Apart from what is known of them, which is read far more often. */
  bytes: { key: number; value: ArrayBuffer };
}

/**
 * A database beside that of the marks: an older version of the app opens its marks as ever, and photos that cannot be kept or read stand in
 * the way of none of them.
 */
const database = new Durable<Kept>('sitang-field-photos', ['photos', 'bytes'], (db) => {
  db.createObjectStore('photos', { keyPath: 'seq', autoIncrement: true });
  db.createObjectStore('bytes');
});

/** @throws DOMException where the phone could not keep it */
export const keepPhoto = (by: string, sessionId: string, bytes: ArrayBuffer): Promise<KeptPhoto> => {
  const made: Omit<KeptPhoto, 'seq'> = { id: uuid(), sessionId, at: now().toISOString(), by, state: 'waiting', tried: false };
  return database.write(async (transaction) => {
    const photos = transaction.objectStore('photos');
    // A first run that seemed to fail may have been written.
    const before = (await photos.getAll()).find(({ id }) => id === made.id);
    if (before) return before;
    const seq = await photos.add(made as KeptPhoto);
    await transaction.objectStore('bytes').put(bytes, seq);
    return { ...made, seq };
  });
};

export const readPhotos = (): Promise<KeptPhoto[]> => database.read((transaction) => transaction.objectStore('photos').getAll());
export const bytesOf = (seq: number): Promise<ArrayBuffer | undefined> =>
  database.read((transaction) => transaction.objectStore('bytes').get(seq));

/** Notes what became of a photo that is still there. */
export const notePhoto = (seq: number, change: Partial<Pick<KeptPhoto, 'state' | 'code' | 'tried'>>): Promise<void> =>
  database.write(async (transaction) => {
    const photos = transaction.objectStore('photos');
    const photo = await photos.get(seq);
    if (photo) await photos.put({ ...photo, ...change });
  });

/** Whichever of them are so by now. */
export const forgetPhotos = (which: (photo: KeptPhoto) => boolean): Promise<void> =>
  database.write(async (transaction) => {
    const [photos, bytes] = [transaction.objectStore('photos'), transaction.objectStore('bytes')];
    const goes = (await photos.getAll()).filter(which);
    await Promise.all(goes.flatMap(({ seq }) => [photos.delete(seq), bytes.delete(seq)]));
  });
