import { type Db, insertRows, listOf } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { type CellToWrite, workbookBuffer } from '#platform/workbook';
import * as cells from './cells.js';
import { type Importer, type ImportJob, type ParsedRow, type RowEffect, type RowOutcome } from './importer.js';

interface Pot {
  code: string;
  name: string;
  size: number | null;
  lid: string | null;
}

/** A noun of no lib, imported the way a lib does: pots, each with a lid that may be an earlier row of the same file. */
export class ImportPots implements Importer {
  readonly kind = 'sites';
  readonly permission = 'catalogue.manage';
  readonly sheets = [
    {
      name: 'pots',
      columns: [
        { key: 'code', title: '编号', required: true, parse: cells.code() },
        { key: 'name', title: '名称', required: true, parse: cells.text(20) },
        { key: 'size', title: '大小', parse: cells.wholeNumber(0, 100) },
        { key: 'lid', title: '盖子编号', parse: cells.code() },
      ],
    },
  ];
  /** What goes wrong when the row of this position is met. */
  trouble = new Map<number, Error>();
  calls: { mode: string; positions: number[]; userId: number | null; grants: string[]; record: boolean }[] = [];

  static readonly table = `CREATE TABLE pots (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, code varchar(20) NOT NULL UNIQUE,
    name varchar(20) NOT NULL, size int NULL, lid varchar(20) NULL, version int NOT NULL DEFAULT 1, in_use tinyint(1) NOT NULL DEFAULT 0)`;

  async judge(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    return (await this.verdicts(db, job, rows)).map(({ outcome }) => outcome);
  }

  async apply(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    const judged = await this.verdicts(db, job, rows);
    const fresh = judged.filter(({ outcome }) => outcome.verdict === 'create');
    await insertRows(
      db,
      'pots',
      fresh.map(({ pot: { code, name, size, lid } }) => ({ code, name, size, lid })),
    );
    const made: { id: number; code: string }[] = await db.query(
      `SELECT id, code FROM pots WHERE code IN ${listOf(fresh)}`,
      fresh.map(({ pot }) => pot.code),
    );
    const ids = new Map(made.map((pot) => [pot.code, pot.id]));
    for (const { pot, outcome } of fresh) outcome.effects = [{ noun: 'pot', id: ids.get(pot.code)!, did: 'created', version: 1 }];
    for (const { pot, outcome, known } of judged) {
      if (outcome.verdict !== 'update') continue;
      await db.query('UPDATE pots SET name = ?, size = ?, version = version + 1 WHERE code = ?', [pot.name, pot.size, pot.code]);
      const before = { name: known!.name, size: known!.size };
      outcome.effects = [{ noun: 'pot', id: known!.id, did: 'updated', before, version: known!.version + 1 }];
    }
    return judged.map(({ outcome }) => outcome);
  }

  async revert(db: Db, _job: ImportJob, effects: readonly RowEffect[]): Promise<void> {
    for (const effect of effects) {
      const [row] = await db.query('SELECT version, in_use FROM pots WHERE id = ?', [effect.id]);
      if (!row || row.version !== effect.version || row.in_use) throw new Refusal('importInUse', { pot: String(effect.id) });
      if (effect.did === 'created') await db.query('DELETE FROM pots WHERE id = ?', [effect.id]);
      else
        await db.query('UPDATE pots SET name = ?, size = ?, version = version - 1 WHERE id = ?', [
          effect.before!.name,
          effect.before!.size,
          effect.id,
        ]);
    }
  }

  private async verdicts(
    db: Db,
    job: ImportJob,
    rows: readonly ParsedRow[],
  ): Promise<{ pot: Pot; outcome: RowOutcome; known?: Pot & { id: number; version: number } }[]> {
    this.calls.push({
      mode: job.mode,
      positions: rows.map((row) => row.position),
      userId: job.ctx.user?.id ?? null,
      grants: job.ctx.grants.map((grant) => grant.path),
      record: job.recordDateAllowed,
    });
    const pots = rows.map((row) => row.values as unknown as Pot);
    const codes = pots.flatMap((pot) => [pot.code, pot.lid]).filter((code) => code !== null);
    const found: (Pot & { id: number; version: number })[] = await db.query(`SELECT * FROM pots WHERE code IN ${listOf(codes)}`, codes);
    const known = new Map(found.map((pot) => [pot.code, pot]));
    const earlier = (job.state.get('codes') as Set<string> | undefined) ?? new Set<string>();
    job.state.set('codes', earlier);
    return rows.map((row, i) => {
      const trouble = this.trouble.get(row.position);
      if (trouble) throw trouble;
      const pot = pots[i]!;
      const before = known.get(pot.code);
      earlier.add(pot.code);
      const outcome: RowOutcome = { position: row.position, verdict: 'create' };
      if (pot.lid !== null && !known.has(pot.lid) && !earlier.has(pot.lid)) {
        outcome.verdict = 'faulty';
        outcome.faults = [{ column: '盖子编号', code: 'referenceUnknown' }];
      } else if (before) outcome.verdict = before.name === pot.name && before.size === pot.size ? 'unchanged' : 'update';
      return { pot, outcome, known: before };
    });
  }
}

export const potsBook = (rows: Iterable<CellToWrite[]>): Promise<Buffer> =>
  workbookBuffer([{ name: 'Sheet1', rows: [['编号*', '名称*', '大小', '盖子编号'], ...rows] }]);
