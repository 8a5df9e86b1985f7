import { type Pool, type PoolConnection } from 'mysql2';
import { DataSource } from 'typeorm';
import { isARowWaitedFor } from '../../libs/platform/database/row-waits.fixture.js';
import { settled, type Training } from './training.js';

interface Stopped<T> {
  /** Of the work that is stopped. */
  answer: Promise<T>;
  goOn(): void;
}

/**
 * Begins work and stops the first transaction of this program that sends statements like these, in their order, before the last of them is
 * sent. All others go on.
 */
async function stopped<T>(source: DataSource, statements: readonly RegExp[], work: () => Promise<T>): Promise<Stopped<T>> {
  const { pool } = source.driver as unknown as { pool: Pool };
  const original = pool.getConnection.bind(pool);
  const watched = new Map<PoolConnection, PoolConnection['query']>();
  let goOn!: () => void;
  const released = new Promise<void>((go) => (goOn = go));
  let answer!: Promise<T>;
  try {
    await new Promise<void>((reached, failed) => {
      let isReached = false;
      const watch = (connection: PoolConnection): void => {
        const send = connection.query.bind(connection) as (sql: string, ...rest: unknown[]) => unknown;
        watched.set(connection, connection.query);
        let met = 0;
        connection.query = ((sql: string, ...rest: unknown[]) => {
          if (sql.startsWith('START TRANSACTION')) met = 0;
          if (statements[met]?.test(sql) && ++met === statements.length && !isReached) {
            isReached = true;
            reached();
            return void released.then(() => void send(sql, ...rest));
          }
          return send(sql, ...rest);
        }) as typeof connection.query;
      };
      pool.getConnection = (callback) =>
        original((error, connection) => {
          if (!error && !watched.has(connection)) watch(connection);
          callback(error, connection);
        });
      answer = work();
      answer.then(() => failed(new Error('nothing like this was sent')), failed);
    });
  } finally {
    pool.getConnection = original;
    for (const [connection, query] of watched) connection.query = query;
  }
  return { answer, goOn };
}

/** Before this all is written but what is to be compiled, or all, and nobody else sees it. */
export const written = /^INSERT INTO outbox/;
export const committed = /^COMMIT/;

/**
 * The first is stopped before the last of these statements; the second begins, and goes as far as it gets: to a lock that the first holds, or to
 * its end. Then the first goes on. Answers both.
 */
export async function meanwhile<A, B>(
  training: Training,
  { first, before, by = training.product.get(DataSource) }: { first: () => Promise<A>; before: readonly RegExp[]; by?: DataSource },
  second: () => Promise<B>,
): Promise<[A, B]> {
  // What was committed before has been compiled: nobody but these two waits for anything.
  await settled(training);
  const { answer, goOn } = await stopped(by, before, first);
  try {
    let isOver = false;
    const other = second().finally(() => (isOver = true));
    other.catch(() => undefined);
    while (!isOver && !(await isARowWaitedFor(training.product.db))) await new Promise((go) => setTimeout(go, 25));
    goOn();
    return [await answer, await other];
  } finally {
    goOn();
  }
}
