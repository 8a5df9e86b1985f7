import { DataSource } from 'typeorm';
import { type Asker, connectionOptions, withConnection } from './connection.js';
import { migrations } from './migrations/index.js';

/** The database has migrations that this code does not know: an older program must not write to it. */
export class DatabaseNewerThanCode extends Error {
  constructor(readonly unknown: string[]) {
    super(
      `数据库比程序新,请更新程序或换一个数据文件夹 · ` +
        `the database was made by a newer version (${unknown.join(', ')}); update the program, or use another data folder`,
    );
  }
}

/** The database lacks migrations of this code: only `migrate` may begin on it. */
export class DatabaseNotMigrated extends Error {
  constructor(readonly missing: string[]) {
    super(`数据库还没有升级,请先运行 sitang migrate · the database lacks ${missing.length} migrations; run sitang migrate first`);
  }
}

const known = (): string[] => migrations.map((migration) => migration.name);

/** Applies what is missing, in order. Returns the names applied. @throws DatabaseNewerThanCode */
export async function migrate(url: string): Promise<string[]> {
  const source = await new DataSource(await connectionOptions(url, 2)).initialize();
  try {
    const { unknown } = await migrationState(source);
    if (unknown.length > 0) throw new DatabaseNewerThanCode(unknown);
    const applied = await source.runMigrations({ transaction: 'none' });
    return applied.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** For a program that begins, before it makes its pool, serves or writes anything. @throws DatabaseNewerThanCode, DatabaseNotMigrated */
export const demandMigrated = (url: string): Promise<void> =>
  withConnection(url, async (db) => {
    const { missing, unknown } = await migrationState(db);
    if (unknown.length > 0) throw new DatabaseNewerThanCode(unknown);
    if (missing.length > 0) throw new DatabaseNotMigrated(missing);
  });

/** What is missing in the database, and what it has that this code does not know. */
export async function migrationState(db: Asker): Promise<{ missing: string[]; unknown: string[] }> {
  const [table] = await db.query(
    "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'applied_migrations'",
  );
  const applied: string[] = table ? (await db.query('SELECT name FROM applied_migrations')).map((row: { name: string }) => row.name) : [];
  return {
    missing: known().filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known().includes(name)),
  };
}
