import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type OpenDBCallbacks, type StoreNames } from 'idb';

const attempts = 3;

/** Phones close the connection of a page that slept, without telling it: only the next use shows. */
const isClosed = (error: unknown): boolean =>
  error instanceof DOMException && ['InvalidStateError', 'UnknownError', 'AbortError'].includes(error.name);

export const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';

/** A database of the phone: transactions over all of it, written through to the disk, on a connection that is opened anew when it was lost. */
export class Durable<Kept extends DBSchema> {
  #opened: Promise<IDBPDatabase<Kept>> | undefined;

  constructor(
    private readonly name: string,
    private readonly stores: StoreNames<Kept>[],
    private readonly upgrade: NonNullable<OpenDBCallbacks<Kept>['upgrade']>,
  ) {}

  /**
   * One transaction over all of it, done once it is on the disk. It may run more than once, and a run that seemed to fail may have been
   * written: whoever adds looks first where it runs again. @throws DOMException QuotaExceededError where the phone is full, or whatever else the browser refused
   */
  write<T>(work: (transaction: IDBPTransaction<Kept, StoreNames<Kept>[], 'readwrite'>, isAgain: boolean) => Promise<T>): Promise<T> {
    return this.#again(async (db, isAgain) => {
      const transaction = db.transaction(this.stores, 'readwrite', { durability: 'strict' });
      const done = transaction.done;
      done.catch(() => undefined);
      try {
        const result = await work(transaction, isAgain);
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
  }

  read<T>(work: (transaction: IDBPTransaction<Kept, StoreNames<Kept>[], 'readonly'>) => Promise<T>): Promise<T> {
    return this.#again((db) => work(db.transaction(this.stores, 'readonly')));
  }

  #open(): Promise<IDBPDatabase<Kept>> {
    const opening = openDB<Kept>(this.name, 1, {
      upgrade: this.upgrade,
      // Another tab brings a newer shape, or wants to delete everything: whoever holds on stops it.
      blocking: () => this.#forget(true),
      terminated: () => this.#forget(false),
    });
    opening.catch(() => this.#forget(false));
    return opening;
  }

  #forget(close: boolean): void {
    if (close) void this.#opened?.then((db) => db.close()).catch(() => undefined);
    this.#opened = undefined;
  }

  async #again<T>(work: (db: IDBPDatabase<Kept>, isAgain: boolean) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work(await (this.#opened ??= this.#open()), attempt > 1);
      } catch (error) {
        if (attempt === attempts || !isClosed(error)) throw error;
        this.#forget(true);
      }
    }
  }
}
