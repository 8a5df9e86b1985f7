import { createPool, format, type PoolConnection, type PoolOptions } from 'mysql2';
import { createConnection } from 'mysql2/promise';
import { type DataSourceOptions } from 'typeorm';
import { readDatabaseUrl } from '#platform/config';
import { migrations } from './migrations/index.js';

const connectTimeout = 5_000;

/**
 * What every session is told before anything else: CURRENT_TIMESTAMP is the process's UTC on a server of any time zone, and a value that
 * does not fit is refused on a server that would cut it off.
 */
const ownManners = [
  `SET time_zone = '+00:00', sql_mode = 'STRICT_TRANS_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'`,
  // Said once a session, it is not said again with every transaction.
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
];

/** Whoever can be asked: a session, a pool, a transaction. */
export interface Asker {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows are what the statement says
  query(sql: string, parameters?: unknown[]): Promise<any>;
}

/** A session of its own for a few questions outside any pool; closed however the work ends. */
export async function withConnection<T>(url: string, work: (db: Asker) => Promise<T>): Promise<T> {
  const connection = await createConnection({ ...readDatabaseUrl(url), connectTimeout });
  try {
    for (const manner of ownManners) await connection.query(manner);
    return await work({ query: async (sql, parameters) => (await connection.query(sql, parameters))[0] });
  } finally {
    await connection.end();
  }
}

/** The driver's pool. A session does its statements in the order given: its manners come before the first query of whoever asked for it. */
const driver = {
  createPool: (options: PoolOptions) =>
    createPool({
      ...options,
      // A statement without values is not looked through for places to put them: it may be a packet's worth of text.
      queryFormat: (sql: string, values: never[] | undefined) => (values?.length ? format(sql, values, false, 'Z') : sql),
      // Several questions travel as one text (`ask`); every value in them is written by the driver or is a number of ours.
      multipleStatements: true,
      // A stack is kept for every statement otherwise; TypeORM's error has one.
      trace: false,
    }).on('connection', (session) => {
      for (const manner of ownManners) session.query(manner, (error) => error && session.destroy());
      beginWithFirst(session);
    }),
};

/** A transaction begins with its first statement, in one text with it: nothing is read or locked before, and a round trip is saved. */
function beginWithFirst(session: PoolConnection): void {
  const send = session.query.bind(session) as (sql: string, values: unknown, done: Done) => unknown;
  let beginning = '';
  const query = (sql: string, ...rest: unknown[]): unknown => {
    const done = rest.at(-1) as Done;
    const values = rest.length > 1 ? rest[0] : undefined;
    if (sql.startsWith('START TRANSACTION') || sql.startsWith('SET TRANSACTION')) {
      beginning += `${sql};`;
      return process.nextTick(done, null, []);
    }
    if (beginning === '') return send(sql, values, done);
    const [before, many] = [beginning, beginning.split(';').length - 1];
    beginning = '';
    const text = before + session.format(sql, values as never);
    return send(text, undefined, (error: unknown, answers?: unknown[], fields?: unknown[]) => {
      if (error) return done(error);
      const [own, ownFields] = [answers!.slice(many), fields!.slice(many)];
      return own.length === 1 ? done(null, own[0], ownFields[0]) : done(null, own, ownFields);
    });
  };
  session.query = query as typeof session.query;
}
type Done = (error: unknown, answers?: any, fields?: any) => void; // eslint-disable-line @typescript-eslint/no-explicit-any -- as the driver answers

/** Oracle MySQL or MariaDB: they differ in JSON columns, and TypeORM must be told which one it speaks to. */
export const engineOf = (url: string): Promise<{ type: 'mysql' | 'mariadb'; version: string }> =>
  withConnection(url, async (db) => {
    const [{ version }]: [{ version: string }] = await db.query('SELECT VERSION() AS version');
    return { type: /mariadb/i.test(version) ? 'mariadb' : 'mysql', version };
  });

/** Sums and counts as numbers, dates as text, all times in UTC: a process's own time zone plays no part. */
export async function connectionOptions(url: string, connections = 10): Promise<DataSourceOptions> {
  const { user, ...address } = readDatabaseUrl(url);
  const { type } = await engineOf(url);
  return {
    type,
    driver,
    ...address,
    username: user,
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: ['DATE'],
    supportBigNumbers: true,
    bigNumberStrings: false,
    synchronize: false,
    migrationsRun: false,
    migrations,
    migrationsTableName: 'applied_migrations',
    poolSize: connections,
    extra: { decimalNumbers: true, waitForConnections: true, connectTimeout },
  } as DataSourceOptions;
}
