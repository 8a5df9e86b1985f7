import { Injectable } from '@nestjs/common';
import { type Db, Transactions } from '#platform/database';
import { type JobHandler, type Progress } from '#platform/jobs';
import { brokeOff, CalledOff, wordOf } from './import-fault.js';
import { heartbeat, ImportPasses } from './import-pass.js';
import { ImportReadingRepository } from './import-reading.repository.js';
import { type SkippedRow } from './placed-rows.js';
import { ImportRepository, type ImportView } from './import.repository.js';
import { checkImport } from './imports.jobs.js';

/** Gives every row a verdict and writes nothing else. Done again from the start when it breaks off; called off, it stops at the next rows. */
@Injectable()
export class CheckOnImportStarted implements JobHandler {
  readonly job = checkImport;

  constructor(
    private readonly transactions: Transactions,
    private readonly imports: ImportRepository,
    private readonly readings: ImportReadingRepository,
    private readonly passes: ImportPasses,
  ) {}

  async perform(db: Db, key: string, progress: Progress): Promise<void> {
    const found = await this.imports.byId(db, Number(key));
    if (found?.state !== 'checking') return;
    try {
      await this.judge(db, found, progress);
    } catch (error) {
      if (error instanceof CalledOff) return;
      return this.fail(db, found, wordOf(error, found.id, progress.attempt));
    }
    await this.imports.count(db, found.id);
    await this.imports.change(db, found.id, 'checking', 'checked');
  }

  async giveUp(db: Db, key: string): Promise<void> {
    const found = await this.imports.byId(db, Number(key));
    if (found?.state === 'checking') await this.fail(db, found, brokeOff);
  }

  private async fail(db: Db, found: ImportView, word: string): Promise<void> {
    await this.imports.forgetRows(db, found.id);
    await this.readings.forgetSkipped(db, found.id);
    await this.imports.change(db, found.id, 'checking', 'failed', word);
  }

  /** Verdicts are committed chunk by chunk, so that the progress shows; `db` only reads, for it must not hold the import's row. */
  private async judge(db: Db, found: ImportView, progress: Progress): Promise<void> {
    const beat = heartbeat(progress);
    const pass = await this.passes.open(db, found, 'judge');
    const expected = await pass.rowsExpected();
    const skipped: SkippedRow[] = [];
    let done = 0;
    await this.transactions.run(pass.job.ctx, async (own) => {
      await this.imports.advance(own, found, { seen: found.rows.done, done });
      await this.imports.forgetRows(own, found.id);
      await this.readings.begin(own, found.id, expected);
    });
    for await (const rows of pass.chunks((row) => skipped.push(row))) {
      await beat();
      const judged = await pass.work(db, rows);
      const last = rows.at(-1)!.position;
      await this.transactions.run(pass.job.ctx, async (own) => {
        await this.imports.advance(own, found, { seen: done, done: last });
        await this.imports.keepRows(own, found.id, judged);
      });
      done = last;
    }
    await this.transactions.run(pass.job.ctx, async (own) => {
      await this.imports.advance(own, found, { seen: done, done });
      await this.readings.keepSkipped(own, found.id, skipped);
    });
  }
}
