import { type Db } from './transactions.js';

type Value = string | number | boolean | Date | Buffer | null;

const rowsPerStatement = 500;

/**
 * Inserts rows into a table in few statements, in the order given. `onDuplicate` is the text after ON DUPLICATE KEY UPDATE.
 * Column names come from the first row: all rows have the same ones.
 */
export async function insertRows(db: Db, table: string, rows: readonly Record<string, Value>[], onDuplicate?: string): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first);
  const head = `INSERT INTO ${table} (${columns.join(', ')}) VALUES `;
  const tail = onDuplicate ? ` ON DUPLICATE KEY UPDATE ${onDuplicate}` : '';
  const place = `(${columns.map(() => '?').join(', ')})`;
  for (let i = 0; i < rows.length; i += rowsPerStatement) {
    const chunk = rows.slice(i, i + rowsPerStatement);
    await db.query(
      head + chunk.map(() => place).join(', ') + tail,
      chunk.flatMap((row) => columns.map((column) => row[column] ?? null)),
    );
  }
}

/** `(?, ?, ?)` for a list, and a list that matches nothing for an empty one. */
export const listOf = (values: readonly unknown[]): string => (values.length === 0 ? '(NULL)' : `(${values.map(() => '?').join(', ')})`);

export const uuidBytes = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');
export const uuidText = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
