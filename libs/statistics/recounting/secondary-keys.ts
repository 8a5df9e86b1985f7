import { type Db } from '#platform/database';

/**
 * The keys of a table beside its primary one, as the server itself writes them down. Filled without them and given them at the end, a
 * table of hundreds of thousands of rows costs the server half of what it costs to keep them in order row by row.
 */
async function keysOf(db: Db, table: string): Promise<Map<string, string>> {
  const [row] = await db.query(`SHOW CREATE TABLE ${table}`);
  const lines = (row['Create Table'] as string).matchAll(/^\s*((?:\w+ )?KEY `(\w+)` .*?),?$/gm);
  return new Map([...lines].map(([, definition, name]) => [name!, definition!]));
}

export async function dropKeys(db: Db, table: string): Promise<void> {
  const names = [...(await keysOf(db, table)).keys()];
  if (names.length > 0) await db.query(`ALTER TABLE ${table} ${names.map((name) => `DROP KEY ${name}`).join(', ')}`);
}

/** Gives a table the keys of another that it lacks, in one statement, which is done whole or not at all. Can be repeated. */
export async function addMissingKeys(db: Db, table: string, model: string): Promise<void> {
  const there = await keysOf(db, table);
  const missing = [...(await keysOf(db, model))].filter(([name]) => !there.has(name));
  if (missing.length > 0) await db.query(`ALTER TABLE ${table} ${missing.map(([, definition]) => `ADD ${definition}`).join(', ')}`);
}
