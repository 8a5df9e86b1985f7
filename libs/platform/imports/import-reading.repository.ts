import { Injectable } from '@nestjs/common';
import { type Db, insertRows, listOf } from '#platform/database';
import { keptName } from './import-pages.js';
import { scopeText } from './import.repository.js';
import { type SkippedRow } from './placed-rows.js';
import { type SheetMapping } from './sheet-mapping.js';

export interface Reading {
  mapping: SheetMapping[] | null;
  rowsExpected: number;
  rowsSkipped: number;
}

export type SkippedView = SkippedRow & { position: number };
export type RememberedMapping = Pick<SheetMapping, 'format' | 'columns'>;

/** MySQL answers JSON columns parsed, MariaDB as text. */
const json = <T>(value: unknown): T => (typeof value === 'string' ? JSON.parse(value) : value) as T;
const unread: Reading = { mapping: null, rowsExpected: 0, rowsSkipped: 0 };

/** How files are read, beside what becomes of their rows. */
@Injectable()
export class ImportReadingRepository {
  /** By import; those of which nothing is known read by their titles alone. */
  async of(db: Db, ids: readonly number[]): Promise<Map<number, Reading>> {
    const rows: { id: number; mapping: unknown; rowsExpected: number; rowsSkipped: number }[] = await db.query(
      `SELECT import_id AS id, mapping, rows_expected AS rowsExpected, rows_skipped AS rowsSkipped FROM import_readings WHERE import_id IN ${listOf(ids)}`,
      [...ids],
    );
    const known = new Map(rows.map(({ id, mapping, ...counts }) => [id, { mapping: json<SheetMapping[] | null>(mapping), ...counts }]));
    return new Map(ids.map((id) => [id, known.get(id) ?? unread]));
  }

  async one(db: Db, id: number): Promise<Reading> {
    return (await this.of(db, [id])).get(id)!;
  }

  async map(db: Db, id: number, mapping: readonly SheetMapping[]): Promise<void> {
    await insertRows(db, 'import_readings', [{ import_id: id, mapping: JSON.stringify(mapping) }], 'mapping = VALUES(mapping)');
  }

  /** A check begins: nothing is skipped yet. */
  async begin(db: Db, id: number, rowsExpected: number): Promise<void> {
    await insertRows(
      db,
      'import_readings',
      [{ import_id: id, rows_expected: rowsExpected }],
      'rows_expected = VALUES(rows_expected), rows_skipped = 0',
    );
    await this.forgetSkipped(db, id);
  }

  async forgetSkipped(db: Db, id: number): Promise<void> {
    await db.query('DELETE FROM import_skipped_rows WHERE import_id = ?', [id]);
    await db.query('UPDATE import_readings SET rows_skipped = 0 WHERE import_id = ?', [id]);
  }

  async keepSkipped(db: Db, id: number, rows: readonly SkippedRow[]): Promise<void> {
    await insertRows(
      db,
      'import_skipped_rows',
      rows.map(({ sheet, rowNo, reason }, i) => ({
        import_id: id,
        position: i + 1,
        sheet: keptName(sheet),
        row_no: rowNo,
        reason,
      })),
    );
    await db.query('UPDATE import_readings SET rows_skipped = ? WHERE import_id = ?', [rows.length, id]);
  }

  async skipped(db: Db, id: number, after: number, limit: number): Promise<SkippedView[]> {
    return db.query(
      `SELECT position, sheet, row_no AS rowNo, reason FROM import_skipped_rows WHERE import_id = ? AND position > ?
       ORDER BY position LIMIT ${Number(limit)}`,
      [id, after],
    );
  }

  /** What was said of these headers before, for the same kind and units, by `headerPrint` in hex. */
  async remembered(db: Db, kind: string, scope: readonly string[], headers: readonly Buffer[]): Promise<Map<string, RememberedMapping>> {
    const rows: { header: Buffer; mapping: unknown }[] = await db.query(
      `SELECT header, mapping FROM import_mappings WHERE kind = ? AND scope_path = ? AND header IN ${listOf(headers)}`,
      [kind, scopeText(scope), ...headers],
    );
    return new Map(rows.map(({ header, mapping }) => [header.toString('hex'), json<RememberedMapping>(mapping)]));
  }

  async remember(db: Db, kind: string, scope: readonly string[], header: Buffer, mapping: RememberedMapping): Promise<void> {
    await insertRows(
      db,
      'import_mappings',
      [{ kind, scope_path: scopeText(scope), header, mapping: JSON.stringify(mapping) }],
      'mapping = VALUES(mapping), used_at = CURRENT_TIMESTAMP(3)',
    );
  }
}
