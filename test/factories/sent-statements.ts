import { type Pool, type PoolConnection } from 'mysql2';
import { format } from 'mysql2';
import { type DataSource } from 'typeorm';

type Query = (sql: string, ...rest: unknown[]) => unknown;

/** Keeps the statements of reports: those that a program sends in reads of one moment. Who asks, and what goes on beside, is not among them. */
export class SentStatements {
  private sent: string[] = [];
  private readonly known = new WeakSet<PoolConnection>();

  constructor(source: DataSource) {
    const { pool } = source.driver as unknown as { pool: Pool };
    const original = pool.getConnection.bind(pool);
    pool.getConnection = (callback) =>
      original((error, connection) => {
        if (!error) this.watch(connection);
        callback(error, connection);
      });
  }

  /** What the work sent, one statement each, in their order, with the values that it asked for. */
  async during(work: () => Promise<unknown>): Promise<string[]> {
    this.sent = [];
    await work();
    return this.sent;
  }

  private watch(connection: PoolConnection): void {
    if (this.known.has(connection)) return;
    this.known.add(connection);
    const send = connection.query.bind(connection) as Query;
    let isOneMoment = false;
    connection.query = ((sql: string, ...rest: unknown[]) => {
      if (/^SET TRANSACTION ISOLATION LEVEL REPEATABLE READ/.test(sql)) isOneMoment = true;
      else if (/^(COMMIT|ROLLBACK)/.test(sql)) isOneMoment = false;
      else if (isOneMoment && !sql.startsWith('START TRANSACTION')) {
        const values = Array.isArray(rest[0]) ? (rest[0] as unknown[]) : [];
        this.sent.push(...statementsIn(values.length > 0 ? format(sql, values as never[], false, 'Z') : sql));
      }
      return send(sql, ...rest);
    }) as typeof connection.query;
  }
}

/** Several questions travel in one text. */
const statementsIn = (text: string): string[] =>
  text.match(/(?:'(?:[^'\\]|\\.)*'|[^;'])+/gs)!.filter((statement) => statement.trim() !== '');
