import { Injectable } from '@nestjs/common';
import { type Db } from '#platform/database';
import { type JobHandler, type Progress } from '#platform/jobs';
import { brokeOff, wordOf } from './import-fault.js';
import { heartbeat, ImportPasses } from './import-pass.js';
import { ImportRepository, type ImportView } from './import.repository.js';
import { revertImport } from './imports.jobs.js';

const rowsAtOnce = 500;

/** Undoes an import, newest effects first, whole or not at all: when something stands on it, it stays as it was and says why. */
@Injectable()
export class RevertOnImportRecalled implements JobHandler {
  readonly job = revertImport;

  constructor(
    private readonly imports: ImportRepository,
    private readonly passes: ImportPasses,
  ) {}

  async perform(db: Db, key: string, progress: Progress): Promise<void> {
    const found = await this.imports.byId(db, Number(key));
    if (found?.state !== 'reverting') return;
    try {
      await db.transaction((own) => this.undo(own, found, progress));
    } catch (error) {
      return this.fail(db, found, wordOf(error, found.id, progress.attempt));
    }
    await this.imports.change(db, found.id, 'reverting', 'reverted');
  }

  async giveUp(db: Db, key: string): Promise<void> {
    const found = await this.imports.byId(db, Number(key));
    if (found?.state === 'reverting') await this.fail(db, found, brokeOff);
  }

  private async fail(db: Db, found: ImportView, word: string): Promise<void> {
    await this.imports.change(db, found.id, 'reverting', found.rows.done < found.rows.total ? 'failed' : 'applied', word);
  }

  private async undo(db: Db, found: ImportView, progress: Progress): Promise<void> {
    const beat = heartbeat(progress);
    const { importer, job } = await this.passes.open(db, found, 'apply');
    for (let before = found.rows.total + 1; ;) {
      const rows = await this.imports.effectsBefore(db, found.id, before, rowsAtOnce);
      if (rows.length === 0) return;
      await beat();
      await importer.revert(
        db,
        job,
        rows.flatMap((row) => row.effects),
      );
      before = rows.at(-1)!.position;
    }
  }
}
