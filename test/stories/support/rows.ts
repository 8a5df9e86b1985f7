import { type Db } from '#platform/database';

/** Every row of these tables, as a line. By the name of a table, or of some of its rows: the columns that are asked about. */
export async function everyRow(db: Db, tables: Record<string, string>): Promise<Set<string>> {
  const lines = new Set<string>();
  for (const [table, columns] of Object.entries(tables))
    for (const row of await db.query(`SELECT ${columns} FROM ${table}`)) lines.add(`${table.split(' ')[0]} ${JSON.stringify(row)}`);
  return lines;
}

/** The lines of the one that are none of the other. */
export const without = (some: Set<string>, others: Set<string>): string[] => [...some].filter((line) => !others.has(line)).sort();

/** `table many` for each table with such lines. */
export function byTable(lines: readonly string[]): Record<string, number> {
  const many: Record<string, number> = {};
  for (const table of lines.map((line) => line.split(' ')[0]!)) many[table] = (many[table] ?? 0) + 1;
  return many;
}

export const whole = (tables: readonly string[]): Record<string, string> => Object.fromEntries(tables.map((table) => [table, '*']));
