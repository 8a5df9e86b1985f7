import { Injectable } from '@nestjs/common';
import { type ImportKind } from '#contract';
import { ask, type Db, insertion } from '#platform/database';
import { CalledOff, LeaseGone } from './import-fault.js';
import { effectsIn, type Page, pageOf, pagesOf, rowsIn, type RowToKeep, type RowView } from './import-pages.js';
import { type ImportState, mayBecome } from './import-state.policy.js';
import { type RowEffect, type Verdict } from './importer.js';

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
  rows: { total: number; done: number; undone: number } & VerdictCounts;
  fault: string | null;
  version: number;
  createdAt: Date;
  finishedAt: Date | null;
}

const columns = `i.id, i.kind, i.state, i.file_id, f.name AS file_name, i.user_id, i.unit_id, i.scope_path, i.rows_total, i.rows_done, i.rows_undone,
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
  rows_undone: number;
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
    undone: raw.rows_undone,
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

/** The column that counts a verdict. */
const countOf = {
  create: 'rows_create',
  update: 'rows_update',
  unchanged: 'rows_unchanged',
  faulty: 'rows_faulty',
} as const satisfies Record<Verdict, string>;

const pagesAtOnce = 4;

/** Paths as they are kept: digits and slashes, blanks between them. */
export const scopeText = (paths: readonly string[]): string => paths.join(' ');
/** What the column holds. */
export const mostScope = 191;

/** Rows of imports whose whole scope lies within the paths: of an import for two towns, one town sees nothing. */
export const withinPaths = (paths: readonly string[]): { sql: string; parameters: string[] } =>
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
    const visible = withinPaths(paths);
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
    const visible = withinPaths(paths);
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

  /** Rows after a position, in the order of the file. */
  async rows(db: Db, id: number, filter: { verdict?: Verdict; after: number }, limit: number): Promise<RowView[]> {
    const { verdict, after } = filter;
    const rows: RowView[] = [];
    for (let from = pageOf(after + 1); rows.length < limit;) {
      const pages: Pick<Page, 'page' | 'outcomes'>[] = await db.query(
        `SELECT page, outcomes FROM import_pages WHERE import_id = ? AND page >= ? ${verdict ? `AND ${countOf[verdict]} > 0` : ''}
         ORDER BY page LIMIT ${pagesAtOnce}`,
        [id, from],
      );
      const found = pages.flatMap(rowsIn).filter((row) => row.position > after && (!verdict || row.verdict === verdict));
      rows.push(...found.slice(0, limit - rows.length));
      if (pages.length < pagesAtOnce) break;
      from = pages.at(-1)!.page + 1;
    }
    return rows;
  }

  /** `false` when the import is not (or no longer) in that state. @throws for a change the table of states does not know. */
  async change(db: Db, id: number, from: ImportState, to: ImportState, fault: string | null = null): Promise<boolean> {
    if (!mayBecome(from, to)) throw new Error(`an import cannot go from ${from} to ${to}`);
    const ended = to !== 'checking' && to !== 'applying' && to !== 'reverting';
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

  /**
   * Moves the progress of the work an import was found in, from where it was seen. Work that was called off and then asked for anew is other
   * work, maybe by other columns. @throws CalledOff, LeaseGone (another is at the same work)
   */
  async advance(
    db: Db,
    { id, version }: Pick<ImportView, 'id' | 'version'>,
    { seen, done }: { seen: number; done: number },
  ): Promise<void> {
    const moved = await db.query(
      'UPDATE imports SET rows_done = ?, rows_total = GREATEST(rows_total, ?) WHERE id = ? AND version = ? AND rows_done = ?',
      [done, done, id, version, seen],
    );
    if (moved.affectedRows === 1) return;
    const [found] = await db.query('SELECT version FROM imports WHERE id = ?', [id]);
    throw found?.version === version ? new LeaseGone() : new CalledOff();
  }

  /** Says that nothing is done. */
  async beginAnew(db: Db, id: number): Promise<void> {
    await db.query('UPDATE imports SET rows_done = 0 WHERE id = ?', [id]);
  }

  /** Tells how much is undone by work whose own transaction has not ended. */
  async tellUndone(db: Db, id: number, undone: number): Promise<void> {
    await db.query('UPDATE imports SET rows_undone = ? WHERE id = ?', [undone, id]);
  }

  /** The same as the work goes on, while it is still the work that it was found in. @throws CalledOff */
  async advanceUndone(db: Db, { id, version }: Pick<ImportView, 'id' | 'version'>, undone: number): Promise<void> {
    const moved = await db.query('UPDATE imports SET rows_undone = ? WHERE id = ? AND version = ?', [undone, id, version]);
    if (moved.affectedRows === 1) return;
    const [found] = await db.query('SELECT version FROM imports WHERE id = ?', [id]);
    if (found?.version !== version) throw new CalledOff();
  }

  /** As if none was ever read. */
  async forgetRows(db: Db, id: number): Promise<void> {
    const counts = ['rows_total', 'rows_done', ...Object.values(countOf)].map((column) => `${column} = 0`).join(', ');
    await db.query(`UPDATE imports SET ${counts} WHERE id = ?`, [id]);
    await db.query('DELETE FROM import_pages WHERE import_id = ?', [id]);
  }

  /** Rows that follow each other, from the first of a page on; those of a page that is there take its place. */
  async keepRows(db: Db, id: number, rows: readonly RowToKeep[]): Promise<void> {
    const kept = pagesOf(rows).map(({ page, counts, outcomes, effects }) => ({
      ...{ import_id: id, page, rows_create: counts.create, rows_update: counts.update, rows_unchanged: counts.unchanged },
      ...{ rows_faulty: counts.faulty, outcomes, effects },
    }));
    const columns = [...Object.values(countOf), 'outcomes', 'effects'];
    const change = columns.map((column) => `${column} = VALUES(${column})`).join(', ');
    await ask(db, ...kept.map((page) => insertion('import_pages', [page], change)));
  }

  /** Counts the verdicts anew. */
  async count(db: Db, id: number): Promise<void> {
    const counts = Object.values(countOf);
    await db.query(
      `UPDATE imports i JOIN (
         SELECT ${counts.map((column) => `COALESCE(SUM(${column}), 0) AS ${column}`).join(', ')} FROM import_pages WHERE import_id = ?
       ) r SET i.rows_total = ${counts.map((column) => `r.${column}`).join(' + ')}, ${counts.map((column) => `i.${column} = r.${column}`).join(', ')}
       WHERE i.id = ?`,
      [id, id],
    );
  }

  /** Effects of the last page before one that has some, newest first. */
  async effectsBefore(db: Db, id: number, page: number): Promise<{ page: number; effects: RowEffect[] } | null> {
    const [found]: Pick<Page, 'page' | 'effects'>[] = await db.query(
      'SELECT page, effects FROM import_pages WHERE import_id = ? AND page < ? AND effects IS NOT NULL ORDER BY page DESC LIMIT 1',
      [id, page],
    );
    return found ? { page: found.page, effects: effectsIn(found.effects!) } : null;
  }

  /** Whether the pages up to this position are there: without one, nothing of what its rows did can be undone. */
  async hasPages(db: Db, id: number, done: number): Promise<boolean> {
    const pages = pageOf(done) + 1;
    const [{ known }] = await db.query('SELECT COUNT(*) AS known FROM import_pages WHERE import_id = ? AND page < ?', [id, pages]);
    return Number(known) === pages;
  }
}
