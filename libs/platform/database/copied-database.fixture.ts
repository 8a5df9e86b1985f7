import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection, type FieldPacket } from 'mysql2/promise';
import { migrate } from './migrate.js';

/** What makes an empty database the same as another, statement by statement. */
export interface Content {
  tables: readonly string[];
  rows: readonly string[];
}

/** The tables of a database, and their rows as they were at one moment. */
export async function contentOf(url: string): Promise<Content> {
  const asWritten = { dateStrings: true, jsonStrings: true, supportBigNumbers: true, bigNumberStrings: true } as const;
  const connection = await createConnection({ uri: url, timezone: 'Z', ...asWritten });
  const rowsOf = async (sql: string): Promise<[unknown[][], string[]]> => {
    const [rows, fields] = (await connection.query({ sql, rowsAsArray: true })) as unknown as [unknown[][], FieldPacket[]];
    return [rows, fields.map(({ name }) => name)];
  };
  try {
    await connection.query("SET time_zone = '+00:00'");
    await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await connection.query('START TRANSACTION WITH CONSISTENT SNAPSHOT');
    const [tables] = await rowsOf("SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'");
    const [made, filled]: [string[], string[]] = [[], []];
    for (const [table] of tables) {
      const [[[, create]]] = (await rowsOf(`SHOW CREATE TABLE \`${String(table)}\``)) as [[[string, string]], string[]];
      made.push(create);
      const [rows, columns] = await rowsOf(`SELECT * FROM \`${String(table)}\``);
      for (let from = 0; from < rows.length; from += rowsAtOnce)
        filled.push(connection.format('INSERT INTO ?? (??) VALUES ?', [table, columns, rows.slice(from, from + rowsAtOnce)]));
    }
    return { tables: made, rows: filled };
  } finally {
    await connection.end();
  }
}
const rowsAtOnce = 500;

const created = (name: string): string => `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`;

/** Makes a database of that content, which is an installation of its own. */
export async function createDatabase(server: string, name: string, { tables, rows }: Content): Promise<void> {
  const connection = await createConnection({ uri: server, multipleStatements: true, timezone: 'Z' });
  try {
    await connection.query(`${created(name)}; USE ${name}`);
    // In the order of their names: what a row points to may come later.
    await connection.query("SET foreign_key_checks = 0, unique_checks = 0, sql_mode = 'NO_AUTO_VALUE_ON_ZERO', time_zone = '+00:00'");
    for (const statement of tables) await connection.query(statement);
    await connection.query('START TRANSACTION');
    for (const statement of rows) await connection.query(statement);
    await connection.query('UPDATE database_identity SET installation = ?', [randomBytes(12).toString('hex')]);
    await connection.query('COMMIT');
  } finally {
    await connection.end();
  }
}

const pathOf = (what: string): string | undefined => process.env.SITANG_DATA && join(process.env.SITANG_DATA, `${what}.json`);

/** What was kept under this name in this run of the tests. */
export function keptContent(what: string): Content | undefined {
  const path = pathOf(what);
  return path && existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Content) : undefined;
}

/** Keeps it for whoever comes later in this run. Where two do so at once, either serves. */
export function keepContent(what: string, content: Content): void {
  const path = pathOf(what);
  if (!path) return;
  mkdirSync(process.env.SITANG_DATA!, { recursive: true });
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(aside, JSON.stringify(content));
  renameSync(aside, path);
}

export const databaseAt = (server: string, name: string): string => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
};

/** Makes a database by the migrations themselves. */
export async function createByMigrations(server: string, name: string): Promise<void> {
  const connection = await createConnection({ uri: server });
  await connection.query(created(name)).finally(() => connection.end());
  await migrate(databaseAt(server, name));
}

/** Makes a database as the migrations leave it: in a run of the tests a copy of the first that they have made. */
export async function createMigrated(server: string, name: string): Promise<void> {
  const kept = keptContent('migrated');
  if (kept) return createDatabase(server, name, kept);
  await createByMigrations(server, name);
  keepContent('migrated', await contentOf(databaseAt(server, name)));
}
