import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { connectionOptions } from './connection.js';
import { createMigrated, databaseAt } from './copied-database.fixture.js';

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
  const url = databaseAt(server, name);
  await createMigrated(server, name);
  const source = await new DataSource({ ...(await connectionOptions(url)), entities } as ConstructorParameters<
    typeof DataSource
  >[0]).initialize();
  return {
    url,
    source,
    drop: async () => {
      await source.destroy();
      await admin(`DROP DATABASE ${name}`);
    },
  };
}
