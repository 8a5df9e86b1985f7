import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Outbox } from '#platform/jobs';
import { Refusal } from '#platform/refusal';
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
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, { id }: { id: number }): Promise<{ id: number }> {
    return this.transactions.run(ctx, async (db) => {
      const { state, fault } = await this.intake.own(db, ctx, id);
      if (state === 'checking') throw new Refusal('importNotChecked', { state });
      if (state !== 'checked' || !(await this.imports.change(db, id, 'checked', 'applying')))
        throw new Refusal('transitionNotAllowed', { state, ...(fault ? { fault } : {}) });
      await this.imports.tell(db, id, 0);
      await this.imports.entrust(db, id, ctx.user?.id ?? null);
      await this.audit.record(db, ctx, 'import.applied', { noun: 'import', id });
      await this.outbox.add(db, applyImport, [id]);
      return { id };
    });
  }
}
