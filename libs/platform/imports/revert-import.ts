import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { EntrustImport } from './entrust-import.js';
import { ImportIntake } from './import-intake.js';
import { ImportRepository } from './import.repository.js';
import { revertImport } from './imports.jobs.js';

/**
 * Has an import undone: an applied one, or a large one that failed or was called off half-way. Refusals: notFound, forbidden,
 * importNotApplied, importEffectsUnknown (the database was taken back to a program that kept no effects, and they were lost).
 */
@Injectable()
export class RevertImport {
  constructor(
    private readonly transactions: Transactions,
    private readonly intake: ImportIntake,
    private readonly imports: ImportRepository,
    private readonly audit: AuditTrail,
    private readonly entrusting: EntrustImport,
  ) {}

  run(ctx: Context, { id }: { id: number }): Promise<{ id: number }> {
    return this.transactions.run(ctx, async (db) => {
      const { state, rows } = await this.intake.own(db, ctx, id);
      const halfDone = (state === 'failed' || state === 'cancelled') && rows.done > 0;
      if (state !== 'applied' && !halfDone) throw new Refusal('importNotApplied', { state });
      if (!(await this.imports.hasPages(db, id, rows.done))) throw new Refusal('importEffectsUnknown');
      if (!(await this.imports.change(db, id, state, 'reverting'))) throw new Refusal('importNotApplied', { state });
      await this.imports.tellUndone(db, id, 0);
      const units = await this.audit.unitsOf(db, { noun: 'import', id }, 'import.applied');
      await this.entrusting.within(db, ctx, { id, job: revertImport, deed: 'import.reverted', units });
      return { id };
    });
  }
}
