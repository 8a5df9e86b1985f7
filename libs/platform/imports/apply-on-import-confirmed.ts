import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { type Db, Transactions } from '#platform/database';
import { type JobHandler, type Progress } from '#platform/jobs';
import { brokeOff, CalledOff, wordOf } from './import-fault.js';
import { heartbeat, type ImportPass, ImportPasses } from './import-pass.js';
import { type RowToKeep } from './import-pages.js';
import { ImportWritesRepository } from './import-writes.repository.js';
import { ImportRepository, type ImportView } from './import.repository.js';
import { applyImport } from './imports.jobs.js';

/** Up to this many rows a file is applied whole or not at all; beyond, chunk by chunk, going on where it broke off. */
export const wholeUpTo = 20_000;
export const isWhole = (found: ImportView): boolean => found.rows.total <= wholeUpTo;

/** Does what the rows say. Faulty rows are left out and reported. Called off, it stops at the next rows: whoever called it off has said how it ends. */
@Injectable()
export class ApplyOnImportConfirmed implements JobHandler {
  readonly job = applyImport;

  constructor(
    private readonly transactions: Transactions,
    private readonly imports: ImportRepository,
    private readonly passes: ImportPasses,
    private readonly writes: ImportWritesRepository,
    private readonly audit: AuditTrail,
  ) {}

  async perform(db: Db, key: string, progress: Progress): Promise<void> {
    const found = await this.imports.byId(db, Number(key));
    if (found?.state !== 'applying') return;
    try {
      if (isWhole(found)) await this.applyWhole(db, found, progress);
      else await this.applyInChunks(db, found, progress);
    } catch (error) {
      if (error instanceof CalledOff) return;
      return this.fail(db, found, wordOf(error, found.id, progress.attempt));
    }
    await this.imports.count(db, found.id);
  }

  async giveUp(db: Db, key: string): Promise<void> {
    const found = await this.imports.byId(db, Number(key));
    if (found?.state === 'applying') await this.fail(db, found, brokeOff);
  }

  private async fail(db: Db, found: ImportView, word: string): Promise<void> {
    if (isWhole(found)) await this.imports.beginAnew(db, found.id);
    await this.imports.change(db, found.id, 'applying', 'failed', word);
  }

  /**
   * In the job's own transaction, within a savepoint so that a failure leaves nothing but its report. What became of the rows
   * is written last: it takes a lock on the import, and until then the progress is told over another connection.
   */
  private async applyWhole(db: Db, found: ImportView, progress: Progress): Promise<void> {
    const beat = heartbeat(progress);
    const applied: RowToKeep[] = [];
    let { done } = found.rows;
    const pass = await this.passes.open(db, found, 'apply');
    await db.transaction(async (own) => {
      for await (const rows of pass.chunks()) {
        await beat();
        applied.push(...(await pass.work(own, rows)));
        const last = rows.at(-1)!.position;
        await this.imports.advance(this.transactions.read, found, { seen: done, done: last });
        done = last;
      }
      await this.end(own, found);
    });
    await this.keep(db, found, pass, applied);
  }

  /** `rows_done` moves in the transaction that did the rows: so none is done twice, by whomever. */
  private async applyInChunks(db: Db, found: ImportView, progress: Progress): Promise<void> {
    const beat = heartbeat(progress);
    const pass = await this.passes.open(db, found, 'apply');
    let done = found.rows.done;
    for await (const rows of pass.chunks()) {
      const left = rows.filter((row) => row.position > done);
      if (left.length === 0) continue;
      await beat();
      const last = left.at(-1)!.position;
      let begun = false;
      await this.transactions.run(pass.job.ctx, async (own) => {
        // A transaction begun anew: what the first attempt remembered was never committed.
        if (begun) pass.job.state.clear();
        pass.job.units.clear();
        begun = true;
        await this.imports.advance(own, found, { seen: done, done: last });
        await this.keep(own, found, pass, await pass.work(own, left));
      });
      done = last;
    }
    await this.end(db, found);
  }

  /** What became of the rows, which rows of ours they wrote, and whom that concerns. */
  private async keep(db: Db, { id }: ImportView, pass: ImportPass, rows: readonly RowToKeep[]): Promise<void> {
    await this.imports.keepRows(db, id, rows);
    await this.writes.keep(db, id, rows);
    await this.audit.concern(db, { noun: 'import', id }, 'import.applied', [...pass.job.units]);
  }

  /** From here on nobody can call it off: the import is held until all is written. @throws CalledOff */
  private async end(db: Db, found: ImportView): Promise<void> {
    if (!(await this.imports.change(db, found.id, 'applying', 'applied'))) throw new CalledOff();
  }
}
