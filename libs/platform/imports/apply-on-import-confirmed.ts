import { Injectable } from '@nestjs/common';
import { type Db, Transactions } from '#platform/database';
import { type JobHandler, type Progress } from '#platform/jobs';
import { brokeOff, LeaseGone, wordOf } from './import-fault.js';
import { heartbeat, ImportPasses } from './import-pass.js';
import { ImportRepository, type ImportView, type RowToKeep } from './import.repository.js';
import { applyImport } from './imports.jobs.js';

/** Up to this many rows a file is applied whole or not at all; beyond, chunk by chunk, going on where it broke off. */
export const wholeUpTo = 20_000;
const isWhole = (found: ImportView): boolean => found.rows.total <= wholeUpTo;

/** Does what the rows say. Faulty rows are left out and reported. */
@Injectable()
export class ApplyOnImportConfirmed implements JobHandler {
  readonly job = applyImport;

  constructor(
    private readonly transactions: Transactions,
    private readonly imports: ImportRepository,
    private readonly passes: ImportPasses,
  ) {}

  async perform(db: Db, key: string, progress: Progress): Promise<void> {
    const found = await this.imports.byId(db, Number(key));
    if (found?.state !== 'applying') return;
    try {
      if (isWhole(found)) await this.applyWhole(db, found, progress);
      else await this.applyInChunks(db, found, progress);
    } catch (error) {
      return this.fail(db, found, wordOf(error, found.id, progress.attempt));
    }
    await this.imports.count(db, found.id);
    await this.imports.change(db, found.id, 'applying', 'applied');
  }

  async giveUp(db: Db, key: string): Promise<void> {
    const found = await this.imports.byId(db, Number(key));
    if (found?.state === 'applying') await this.fail(db, found, brokeOff);
  }

  private async fail(db: Db, found: ImportView, word: string): Promise<void> {
    if (isWhole(found)) await this.imports.tell(db, found.id, 0);
    await this.imports.change(db, found.id, 'applying', 'failed', word);
  }

  /**
   * In the job's own transaction, within a savepoint so that a failure leaves nothing but its report. What became of the rows
   * is written last: it takes a lock on the import, and until then the progress is told over another connection.
   */
  private async applyWhole(db: Db, found: ImportView, progress: Progress): Promise<void> {
    const beat = heartbeat(progress);
    const applied: RowToKeep[] = [];
    await db.transaction(async (own) => {
      const pass = await this.passes.open(own, found, 'apply');
      for await (const rows of pass.chunks()) {
        await beat();
        applied.push(...(await pass.work(own, rows)));
        await this.imports.tell(this.transactions.read, found.id, rows.at(-1)!.position);
      }
    });
    await this.imports.keepRows(db, found.id, applied);
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
        begun = true;
        if (!(await this.imports.advance(own, found.id, 'applying', done, last))) throw new LeaseGone();
        await this.imports.keepRows(own, found.id, await pass.work(own, left));
      });
      done = last;
    }
  }
}
