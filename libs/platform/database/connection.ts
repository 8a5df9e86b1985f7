import { createConnection } from 'mysql2/promise';
import { type DataSourceOptions } from 'typeorm';
import { readDatabaseUrl } from '#platform/config';
import { migrations } from './migrations/index.js';

const connectTimeout = 5_000;

/** Oracle MySQL or MariaDB: they differ in JSON columns, and TypeORM must be told which one it speaks to. */
export async function engineOf(url: string): Promise<{ type: 'mysql' | 'mariadb'; version: string }> {
  const connection = await createConnection({ ...readDatabaseUrl(url), connectTimeout });
  try {
    const [rows] = await connection.query('SELECT VERSION() AS version');
    const { version } = (rows as { version: string }[])[0]!;
    return { type: /mariadb/i.test(version) ? 'mariadb' : 'mysql', version };
  } finally {
    await connection.end();
  }
}

/** Sums and counts as numbers, dates as text, all times in UTC: a process's own time zone plays no part. */
export async function connectionOptions(url: string, connections = 10): Promise<DataSourceOptions> {
  const { user, ...address } = readDatabaseUrl(url);
  const { type } = await engineOf(url);
  return {
    type,
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
