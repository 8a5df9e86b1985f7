import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { EntrustImport } from './entrust-import.js';
import { ImportIntake } from './import-intake.js';
import { ImportRepository } from './import.repository.js';
import { applyImport } from './imports.jobs.js';

/** Has a checked file applied. Refusals: notFound, forbidden, importNotChecked, transitionNotAllowed (applied or failed already). */
@Injectable()
export class ApplyImport {
  constructor(
    private readonly transactions: Transactions,
    private readonly intake: ImportIntake,
    private readonly imports: ImportRepository,
    private readonly entrusting: EntrustImport,
  ) {}

  run(ctx: Context, { id }: { id: number }): Promise<{ id: number }> {
    return this.transactions.run(ctx, async (db) => {
      const { state, fault } = await this.intake.own(db, ctx, id);
      if (state === 'checking') throw new Refusal('importNotChecked', { state });
      if (state !== 'checked' || !(await this.imports.change(db, id, 'checked', 'applying')))
        throw new Refusal('transitionNotAllowed', { state, ...(fault ? { fault } : {}) });
      await this.imports.beginAnew(db, id);
      await this.entrusting.within(db, ctx, { id, job: applyImport, deed: 'import.applied' });
      return { id };
    });
  }
}
