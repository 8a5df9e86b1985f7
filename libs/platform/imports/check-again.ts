import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { type Db, Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { EntrustImport } from './entrust-import.js';
import { ImportIntake } from './import-intake.js';
import { ImportRepository, type ImportView } from './import.repository.js';
import { checkImport } from './imports.jobs.js';

/** Nothing was written from it. What failed for another reason than its header may have been half written. */
const mayBeCheckedAgain = ({ state, fault, rows }: ImportView): boolean =>
  state === 'checked' ||
  (state === 'cancelled' && rows.done === 0) ||
  (state === 'failed' && fault === 'headerMissing' && rows.total === 0);

/**
 * Has a file checked once more as it was sent, after it was called off or when what it speaks of has changed since.
 * Refusals: notFound, forbidden, transitionNotAllowed (something was written from it, or somebody is at it).
 */
@Injectable()
export class CheckAgain {
  constructor(
    private readonly transactions: Transactions,
    private readonly intake: ImportIntake,
    private readonly imports: ImportRepository,
    private readonly entrusting: EntrustImport,
  ) {}

  run(ctx: Context, { id }: { id: number }): Promise<{ id: number }> {
    return this.transactions.run(ctx, async (db) => {
      await this.within(db, ctx, await this.intake.own(db, ctx, id), { deed: 'import.checkedAgain' });
      return { id };
    });
  }

  /** The same as a part of something larger, which the audit calls by its own name. */
  async within(db: Db, ctx: Context, found: ImportView, told: { deed: string; facts?: object }): Promise<void> {
    const { id, state, fault } = found;
    if (!mayBeCheckedAgain(found) || !(await this.imports.change(db, id, state, 'checking')))
      throw new Refusal('transitionNotAllowed', { state, ...(fault ? { fault } : {}) });
    await this.imports.beginAnew(db, id);
    await this.entrusting.within(db, ctx, { id, job: checkImport, ...told });
  }
}
