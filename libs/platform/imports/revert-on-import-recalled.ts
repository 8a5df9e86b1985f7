import { Injectable } from '@nestjs/common';
import { type Db, Transactions } from '#platform/database';
import { type JobHandler, type Progress } from '#platform/jobs';
import { brokeOff, CalledOff, wordOf } from './import-fault.js';
import { heartbeat, ImportPasses } from './import-pass.js';
import { pageOf, rowsOfPage } from './import-pages.js';
import { ImportRepository, type ImportView } from './import.repository.js';
import { revertImport } from './imports.jobs.js';

/**
 * Undoes an import, newest effects first, whole or not at all: when something stands on it, it stays as it was and says why. Called off, it
 * stops at the next page, and nothing is undone.
 */
@Injectable()
export class RevertOnImportRecalled implements JobHandler {
  readonly job = revertImport;

  constructor(
    private readonly transactions: Transactions,
    private readonly imports: ImportRepository,
    private readonly passes: ImportPasses,
  ) {}

  async perform(db: Db, key: string, progress: Progress): Promise<void> {
    const found = await this.imports.byId(db, Number(key));
    if (found?.state !== 'reverting') return;
    try {
      await db.transaction((own) => this.undo(own, found, progress));
    } catch (error) {
      if (error instanceof CalledOff) return;
      return this.fail(db, found, wordOf(error, found.id, progress.attempt));
    }
  }

  async giveUp(db: Db, key: string): Promise<void> {
    const found = await this.imports.byId(db, Number(key));
    if (found?.state === 'reverting') await this.fail(db, found, brokeOff);
  }

  private async fail(db: Db, found: ImportView, word: string): Promise<void> {
    await this.imports.tellUndone(db, found.id, 0);
    await this.imports.change(db, found.id, 'reverting', found.rows.done < found.rows.total ? 'failed' : 'applied', word);
  }

  /** Its transaction holds no lock on the import: the progress is told over another connection. */
  private async undo(db: Db, found: ImportView, progress: Progress): Promise<void> {
    const beat = heartbeat(progress);
    const { importer, job } = await this.passes.open(db, found, 'apply');
    const { done } = found.rows;
    for (let before = pageOf(done) + 1; ;) {
      await this.imports.advanceUndone(this.transactions.read, found, Math.max(0, done - before * rowsOfPage));
      const last = await this.imports.effectsBefore(db, found.id, before);
      if (!last) break;
      await beat();
      await importer.revert(db, job, last.effects);
      before = last.page;
    }
    await this.imports.advanceUndone(this.transactions.read, found, done);
    // From here on nobody can call it off: the import is held until all is undone.
    if (!(await this.imports.change(db, found.id, 'reverting', 'reverted'))) throw new CalledOff();
  }
}
