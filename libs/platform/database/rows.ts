import { escape } from 'mysql2';
import { type Question } from './questions.js';
import { type Db } from './transactions.js';

type Value = string | number | boolean | Date | Buffer | null;

const rowsPerStatement = 1_000;

/**
 * Inserts rows into a table in few statements, in the order given. `onDuplicate` is the text after ON DUPLICATE KEY UPDATE.
 * Column names come from the first row: all rows have the same ones.
 */
export async function insertRows(db: Db, table: string, rows: readonly Record<string, Value>[], onDuplicate?: string): Promise<void> {
  for (const text of insertTexts(table, rows, onDuplicate)) await db.query(text);
}

/** The same, to be done together with others. */
export const insertion = (table: string, rows: readonly Record<string, Value>[], onDuplicate?: string): Question<void> => ({
  texts: [...insertTexts(table, rows, onDuplicate)],
  read: () => undefined,
});

function* insertTexts(table: string, rows: readonly Record<string, Value>[], onDuplicate?: string): Generator<string> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first);
  const head = `INSERT INTO ${table} (${columns.join(', ')}) VALUES `;
  const tail = onDuplicate ? ` ON DUPLICATE KEY UPDATE ${onDuplicate}` : '';
  const line = (row: Record<string, Value>): string => {
    let text = '';
    for (const column of columns) text += `,${literalOf(row[column] ?? null)}`;
    return `(${text.slice(1)})`;
  };
  for (let i = 0; i < rows.length; i += rowsPerStatement)
    yield (
      head +
      rows
        .slice(i, i + rowsPerStatement)
        .map(line)
        .join() +
      tail
    );
}

/** As the driver would put it in the place of a question mark, without looking for these. Most values are numbers of ours. */
const literalOf = (value: Value): string =>
  value === null ? 'NULL' : typeof value === 'number' ? String(value) : escape(value, false, 'Z');

/** Inserts one row and answers its id. Column names are the program's own words, never a caller's. */
export async function insertRow(db: Db, table: string, row: Readonly<Record<string, Value>>): Promise<number> {
  const names = Object.keys(row);
  const done = await db.query(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`, Object.values(row));
  return done.insertId;
}

/** Changes a row of the version seen; its version grows. `false` when somebody else changed it meanwhile. */
export async function updateRow(
  db: Db,
  table: string,
  seen: { id: number; version: number },
  row: Readonly<Record<string, Value>>,
): Promise<boolean> {
  const set = [...Object.keys(row).map((name) => `${name} = ?`), 'version = version + 1'];
  const done = await db.query(`UPDATE ${table} SET ${set.join(', ')} WHERE id = ? AND version = ?`, [
    ...Object.values(row),
    seen.id,
    seen.version,
  ]);
  return done.affectedRows === 1;
}

/** `(?, ?, ?)` for a list, and a list that matches nothing for an empty one. */
export const listOf = (values: readonly unknown[]): string => (values.length === 0 ? '(NULL)' : `(${values.map(() => '?').join(', ')})`);

/** The same of ids, as they are: a statement may be about thousands of them. */
export const numbersOf = (ids: readonly number[]): string => (ids.length === 0 ? '(NULL)' : `(${ids.map(Number).join()})`);

export const uuidBytes = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');
export function uuidText(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** For statements of so many rows that placeholders would cost more than the work: values that carry no text of anybody's as they are. */
export const uuidLiteral = (uuid: string): string => `X'${uuid.replaceAll('-', '')}'`;
/** Of a time as `Date.toISOString` writes it. */
export const timeLiteral = (iso: string): string => `'${iso.slice(0, 10)} ${iso.slice(11, 23)}'`;
/** Anybody's text, escaped by the driver. */
export const textLiteral = (text: string | null | undefined): string => (text === null || text === undefined ? 'NULL' : escape(text));

const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** For LIKE: whatever begins with the text, each of its characters standing for itself. */
export const beginningWith = (text: string): string => `${literal(text)}%`;
/** For LIKE: whatever has the text anywhere in it. */
export const containing = (text: string): string => `%${literal(text)}%`;
