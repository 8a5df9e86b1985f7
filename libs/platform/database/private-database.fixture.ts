import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { connectionOptions } from './connection.js';
import { migrate } from './migrate.js';

export interface PrivateDatabase {
  url: string;
  source: DataSource;
  drop(): Promise<void>;
}

/** A migrated database for one suite, on the server of TEST_DATABASE_URL. Nobody else knows its name. */
export async function privateDatabase(entities: EntityTarget<ObjectLiteral>[] = []): Promise<PrivateDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run the suite with npm test');
  const name = `sitang_${randomBytes(6).toString('hex')}`;
  const admin = async (sql: string): Promise<void> => {
    const connection = await createConnection({ uri: server });
    await connection.query(sql).finally(() => connection.end());
  };
  await admin(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await migrate(url.href);
  const source = await new DataSource({ ...(await connectionOptions(url.href)), entities } as ConstructorParameters<
    typeof DataSource
  >[0]).initialize();
  return {
    url: url.href,
    source,
    drop: async () => {
      await source.destroy();
      await admin(`DROP DATABASE ${name}`);
    },
  };
}
