import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Outbox } from '#platform/jobs';
import { Refusal } from '#platform/refusal';
import { ImportIntake } from './import-intake.js';
import { ImportRepository } from './import.repository.js';
import { revertImport } from './imports.jobs.js';

/** Has an import undone: an applied one, or a large one that failed half-way. Refusals: notFound, forbidden, importNotApplied. */
@Injectable()
export class RevertImport {
  constructor(
    private readonly transactions: Transactions,
    private readonly intake: ImportIntake,
    private readonly imports: ImportRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, { id }: { id: number }): Promise<{ id: number }> {
    return this.transactions.run(ctx, async (db) => {
      const { state } = await this.intake.own(db, ctx, id);
      const halfDone = state === 'failed' && (await this.imports.hasEffects(db, id));
      if ((state !== 'applied' && !halfDone) || !(await this.imports.change(db, id, state, 'reverting')))
        throw new Refusal('importNotApplied', { state });
      await this.imports.entrust(db, id, ctx.user?.id ?? null);
      await this.audit.record(db, ctx, 'import.reverted', { noun: 'import', id });
      await this.outbox.add(db, revertImport, [id]);
      return { id };
    });
  }
}
