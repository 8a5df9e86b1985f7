import { type MigrationInterface, type QueryRunner } from 'typeorm';

interface Kept {
  import_id: number;
  position: number;
  sheet: string;
  row_no: number;
  verdict: 'create' | 'update' | 'unchanged' | 'faulty';
  faults: unknown;
  effects: unknown;
}

/** MySQL answers JSON columns parsed, MariaDB as text. */
const list = (value: unknown): unknown[] => ((typeof value === 'string' ? JSON.parse(value) : value) as unknown[] | null) ?? [];

interface Effect {
  noun: string;
  id: number | string;
  did: string;
  before?: object;
  version?: number;
}
const kept = (effect: unknown): unknown[] => {
  const { noun, id, did, version = null, before } = effect as Effect;
  return before ? [noun, id, did, version, before] : [noun, id, did, version];
};

const effectOf = ([noun, id, did, version, before]: [string, number | string, string, (number | null)?, object?]): Effect => ({
  ...{ noun, id, did },
  ...(before && { before }),
  ...(typeof version === 'number' && { version }),
});

/** Imports of before can be read and undone as they could: their rows are put on pages. */
export class PageImportRows1640995224000 implements MigrationInterface {
  name = 'PageImportRows1640995224000';
  async up(db: QueryRunner): Promise<void> {
    const imports: { id: number; last: number }[] = await db.query(
      'SELECT import_id AS id, MAX(position) AS last FROM import_rows GROUP BY import_id',
    );
    for (const { id, last } of imports) {
      for (let page = 0; page * 500 < last; page++) {
        const rows: Kept[] = await db.query(
          `SELECT position, sheet, row_no, verdict, faults, effects FROM import_rows
           WHERE import_id = ? AND position BETWEEN ? AND ? ORDER BY position`,
          [id, page * 500 + 1, page * 500 + 500],
        );
        if (rows.length > 0) await this.keep(db, id, page, rows);
      }
    }
  }

  private async keep(db: QueryRunner, id: number, page: number, rows: readonly Kept[]): Promise<void> {
    const many = (verdict: string): number => rows.filter((row) => row.verdict === verdict).length;
    const parts: [string, unknown[]][] = [];
    for (const row of rows) {
      if (parts.at(-1)?.[0] !== row.sheet) parts.push([row.sheet, []]);
      const faults = list(row.faults);
      parts.at(-1)![1].push(faults.length === 0 ? [row.row_no, row.verdict] : [row.row_no, row.verdict, faults]);
    }
    const effects = rows.some((row) => row.effects !== null) ? JSON.stringify(rows.map((row) => list(row.effects).map(kept))) : null;
    await db.query(
      `INSERT INTO import_pages (import_id, page, rows_create, rows_update, rows_unchanged, rows_faulty, outcomes, effects)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE outcomes = VALUES(outcomes), effects = VALUES(effects)`,
      [id, page, many('create'), many('update'), many('unchanged'), many('faulty'), JSON.stringify(parts), effects],
    );
  }

  /** What an import changed is kept nowhere else: without it nothing of it could be undone. */
  async down(db: QueryRunner): Promise<void> {
    const pages: { id: number; page: number }[] = await db.query('SELECT import_id AS id, page FROM import_pages');
    for (const { id, page } of pages) {
      const [{ outcomes, effects }]: [{ outcomes: string; effects: string | null }] = await db.query(
        'SELECT outcomes, effects FROM import_pages WHERE import_id = ? AND page = ?',
        [id, page],
      );
      const did = (effects === null ? [] : JSON.parse(effects)) as Parameters<typeof effectOf>[0][][];
      const rows = (JSON.parse(outcomes) as [string, [number, string, unknown[]?][]][])
        .flatMap(([sheet, lines]) => lines.map((line) => [sheet, ...line] as const))
        .map(([sheet, rowNo, verdict, faults], i) => {
          const own = did[i]?.map(effectOf) ?? [];
          return [
            id,
            page * 500 + i + 1,
            sheet,
            rowNo,
            verdict,
            faults ? JSON.stringify(faults) : null,
            own.length > 0 ? JSON.stringify(own) : null,
          ];
        });
      await db.query(
        `INSERT INTO import_rows (import_id, position, sheet, row_no, verdict, faults, effects)
         VALUES ${rows.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ')}
         ON DUPLICATE KEY UPDATE verdict = VALUES(verdict), faults = VALUES(faults), effects = VALUES(effects)`,
        rows.flat(),
      );
    }
  }
}
