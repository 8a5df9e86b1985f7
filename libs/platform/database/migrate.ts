import { DataSource } from 'typeorm';
import { connectionOptions } from './connection.js';
import { migrations } from './migrations/index.js';

/** The database has migrations that this code does not know: an older program must not write to it. */
export class DatabaseNewerThanCode extends Error {
  constructor(readonly unknown: string[]) {
    super(`the database was made by a newer version (${unknown.join(', ')}); update the program, or use another data folder`);
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

/** What is missing in the database, and what it has that this code does not know. */
export async function migrationState(source: DataSource): Promise<{ missing: string[]; unknown: string[] }> {
  const [table] = await source.query(
    "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'applied_migrations'",
  );
  const applied: string[] = table
    ? (await source.query('SELECT name FROM applied_migrations')).map((row: { name: string }) => row.name)
    : [];
  return {
    missing: known().filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known().includes(name)),
  };
}
