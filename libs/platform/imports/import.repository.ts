import { Injectable } from '@nestjs/common';
import { type ImportKind } from '#contract';
import { type Db, insertRows } from '#platform/database';
import { type RowEffect, type RowFault, type Verdict } from './importer.js';
import { type ImportState, mayBecome } from './import-state.policy.js';

export type VerdictCounts = Record<Verdict, number>;

export interface ImportView {
  id: number;
  kind: ImportKind;
  state: ImportState;
  fileId: number;
  fileName: string;
  userId: number | null;
  unitId: number | null;
  /** Where it may act; none lies in another. */
  scopePaths: string[];
  rows: { total: number; done: number } & VerdictCounts;
  fault: string | null;
  version: number;
  createdAt: Date;
  finishedAt: Date | null;
}

export interface RowView {
  position: number;
  sheet: string;
  rowNo: number;
  verdict: Verdict;
  faults: RowFault[];
}

export type RowToKeep = RowView & { effects: RowEffect[] };

const columns = `i.id, i.kind, i.state, i.file_id, f.name AS file_name, i.user_id, i.unit_id, i.scope_path, i.rows_total, i.rows_done,
  i.rows_create, i.rows_update, i.rows_unchanged, i.rows_faulty, i.fault, i.version, i.created_at, i.finished_at`;
const joined = 'imports i JOIN files f ON f.id = i.file_id';

interface Raw {
  id: number;
  kind: ImportKind;
  state: ImportState;
  file_id: number;
  file_name: string;
  user_id: number | null;
  unit_id: number | null;
  scope_path: string;
  rows_total: number;
  rows_done: number;
  rows_create: number;
  rows_update: number;
  rows_unchanged: number;
  rows_faulty: number;
  fault: string | null;
  version: number;
  created_at: Date;
  finished_at: Date | null;
}

const view = (raw: Raw): ImportView => ({
  id: raw.id,
  kind: raw.kind,
  state: raw.state,
  fileId: raw.file_id,
  fileName: raw.file_name,
  userId: raw.user_id,
  unitId: raw.unit_id,
  scopePaths: raw.scope_path.split(' '),
  rows: {
    total: raw.rows_total,
    done: raw.rows_done,
    create: raw.rows_create,
    update: raw.rows_update,
    unchanged: raw.rows_unchanged,
    faulty: raw.rows_faulty,
  },
  fault: raw.fault,
  version: raw.version,
  createdAt: raw.created_at,
  finishedAt: raw.finished_at,
});

/** MySQL answers JSON columns parsed, MariaDB as text. */
const json = <T>(value: unknown): T[] => ((typeof value === 'string' ? JSON.parse(value) : value) as T[] | null) ?? [];
const text = (list: readonly object[]): string | null => (list.length === 0 ? null : JSON.stringify(list));

/** Paths as they are kept: digits and slashes, blanks between them. */
export const scopeText = (paths: readonly string[]): string => paths.join(' ');
/** What the column holds. */
export const mostScope = 191;

/** Rows of imports whose whole scope lies within the paths: of an import for two towns, one town sees nothing. */
const within = (paths: readonly string[]): { sql: string; parameters: string[] } =>
  paths.length === 0
    ? { sql: 'FALSE', parameters: [] }
    : { sql: 'i.scope_path REGEXP ?', parameters: [`^((${paths.join('|')})[0-9/]*( |$))+$`] };

@Injectable()
export class ImportRepository {
  async insert(
    db: Db,
    row: { kind: ImportKind; fileId: number; userId: number | null; unitId: number | null; scopePaths: readonly string[] },
  ): Promise<number> {
    const { insertId } = await db.query(
      `INSERT INTO imports (kind, file_id, user_id, unit_id, scope_path, state) VALUES (?, ?, ?, ?, ?, 'checking')`,
      [row.kind, row.fileId, row.userId, row.unitId, scopeText(row.scopePaths)],
    );
    return insertId;
  }

  /** For the engine, which has no scope of its own. */
  async byId(db: Db, id: number): Promise<ImportView | null> {
    const [raw] = await db.query(`SELECT ${columns} FROM ${joined} WHERE i.id = ?`, [id]);
    return raw ? view(raw) : null;
  }

  async find(db: Db, paths: readonly string[], id: number): Promise<ImportView | null> {
    const visible = within(paths);
    const [raw] = await db.query(`SELECT ${columns} FROM ${joined} WHERE i.id = ? AND ${visible.sql}`, [id, ...visible.parameters]);
    return raw ? view(raw) : null;
  }

  /** Newest first; `before` is the last id of the page before. */
  async list(
    db: Db,
    paths: readonly string[],
    filter: { kind?: string; state?: string; before?: number },
    limit: number,
  ): Promise<ImportView[]> {
    const visible = within(paths);
    const where = [visible.sql];
    const parameters: unknown[] = [...visible.parameters];
    const add = (sql: string, value: unknown): void => {
      if (value === undefined) return;
      where.push(sql);
      parameters.push(value);
    };
    add('i.kind = ?', filter.kind);
    add('i.state = ?', filter.state);
    add('i.id < ?', filter.before);
    const raws: Raw[] = await db.query(
      `SELECT ${columns} FROM ${joined} WHERE ${where.join(' AND ')} ORDER BY i.id DESC LIMIT ${Number(limit)}`,
      parameters,
    );
    return raws.map(view);
  }

  async rows(db: Db, id: number, filter: { verdict?: Verdict; after: number }, limit: number): Promise<RowView[]> {
    const rows: (Omit<RowView, 'faults'> & { faults: unknown })[] = await db.query(
      `SELECT position, sheet, row_no AS rowNo, verdict, faults FROM import_rows
       WHERE import_id = ? AND position > ? ${filter.verdict ? 'AND verdict = ?' : ''} ORDER BY position LIMIT ${Number(limit)}`,
      filter.verdict ? [id, filter.after, filter.verdict] : [id, filter.after],
    );
    return rows.map((row) => ({ ...row, faults: json<RowFault>(row.faults) }));
  }

  /** `false` when the import is not (or no longer) in that state. @throws for a change the table of states does not know. */
  async change(db: Db, id: number, from: ImportState, to: ImportState, fault: string | null = null): Promise<boolean> {
    if (!mayBecome(from, to)) throw new Error(`an import cannot go from ${from} to ${to}`);
    const ended = to === 'checked' || to === 'applied' || to === 'reverted' || to === 'failed';
    const done = await db.query(
      `UPDATE imports SET state = ?, fault = ?, version = version + 1, finished_at = ${ended ? 'CURRENT_TIMESTAMP(3)' : 'NULL'}
       WHERE id = ? AND state = ?`,
      [to, fault, id, from],
    );
    return done.affectedRows === 1;
  }

  /** The work that follows is done with this user's rights. */
  async entrust(db: Db, id: number, userId: number | null): Promise<void> {
    await db.query('UPDATE imports SET user_id = ? WHERE id = ?', [userId, id]);
  }

  /** Moves the progress from where it was seen; `false` when another is at the same work. */
  async advance(db: Db, id: number, state: ImportState, seen: number, done: number): Promise<boolean> {
    const moved = await db.query(
      'UPDATE imports SET rows_done = ?, rows_total = GREATEST(rows_total, ?) WHERE id = ? AND state = ? AND rows_done = ?',
      [done, done, id, state, seen],
    );
    return moved.affectedRows === 1;
  }

  /** Tells how far work is whose own transaction has not ended. */
  async tell(db: Db, id: number, done: number): Promise<void> {
    await db.query('UPDATE imports SET rows_done = ? WHERE id = ?', [done, id]);
  }

  async forgetRows(db: Db, id: number): Promise<void> {
    await db.query('DELETE FROM import_rows WHERE import_id = ?', [id]);
  }

  async keepRows(db: Db, id: number, rows: readonly RowToKeep[]): Promise<void> {
    await insertRows(
      db,
      'import_rows',
      rows.map((row) => ({
        import_id: id,
        position: row.position,
        sheet: [...row.sheet].slice(0, 40).join(''),
        row_no: row.rowNo,
        verdict: row.verdict,
        faults: text(row.faults),
        effects: text(row.effects),
      })),
      'verdict = VALUES(verdict), faults = VALUES(faults), effects = VALUES(effects)',
    );
  }

  /** Counts the verdicts anew from the rows. */
  async count(db: Db, id: number): Promise<void> {
    await db.query(
      `UPDATE imports i JOIN (
         SELECT COUNT(*) AS total, COALESCE(SUM(verdict = 'create'), 0) AS created, COALESCE(SUM(verdict = 'update'), 0) AS updated,
           COALESCE(SUM(verdict = 'unchanged'), 0) AS unchanged, COALESCE(SUM(verdict = 'faulty'), 0) AS faulty
         FROM import_rows WHERE import_id = ?
       ) r SET i.rows_total = r.total, i.rows_create = r.created, i.rows_update = r.updated, i.rows_unchanged = r.unchanged, i.rows_faulty = r.faulty
       WHERE i.id = ?`,
      [id, id],
    );
  }

  /** Effects of rows before a position, newest first, of at most `limit` rows. */
  async effectsBefore(db: Db, id: number, before: number, limit: number): Promise<{ position: number; effects: RowEffect[] }[]> {
    const rows: { position: number; effects: unknown }[] = await db.query(
      `SELECT position, effects FROM import_rows WHERE import_id = ? AND position < ? AND effects IS NOT NULL ORDER BY position DESC LIMIT ${Number(limit)}`,
      [id, before],
    );
    return rows.map((row) => ({ position: row.position, effects: json<RowEffect>(row.effects).reverse() }));
  }

  async hasEffects(db: Db, id: number): Promise<boolean> {
    return (await this.effectsBefore(db, id, 0xffff_ffff, 1)).length > 0;
  }
}
