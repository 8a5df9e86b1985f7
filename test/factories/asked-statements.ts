import { type Pool, type PoolConnection } from 'mysql2';
import { type DataSource } from 'typeorm';

/** The statements that a program sends while the work goes on, whoever asks. */
export async function askedDuring(source: DataSource, work: () => Promise<unknown>): Promise<string[]> {
  const { pool } = source.driver as unknown as { pool: Pool };
  const original = pool.getConnection.bind(pool);
  const sent: string[] = [];
  const watched = new Map<PoolConnection, PoolConnection['query']>();
  pool.getConnection = (callback) =>
    original((error, connection) => {
      if (!error && !watched.has(connection)) {
        const send = connection.query.bind(connection) as (sql: string, ...rest: unknown[]) => unknown;
        watched.set(connection, connection.query);
        connection.query = ((sql: string, ...rest: unknown[]) => {
          sent.push(sql);
          return send(sql, ...rest);
        }) as typeof connection.query;
      }
      callback(error, connection);
    });
  try {
    await work();
  } finally {
    pool.getConnection = original;
    for (const [connection, query] of watched) connection.query = query;
  }
  return sent;
}
