import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { isWhole } from './apply-on-import-confirmed.js';
import { ImportIntake } from './import-intake.js';
import { ImportReadingRepository } from './import-reading.repository.js';
import { ImportRepository, type ImportView } from './import.repository.js';
import { type ImportState } from './import-state.policy.js';

/** What it is once its work was called off; `null` where nobody is at it. */
function becomes({ state, rows }: ImportView): ImportState | null {
  if (state === 'checking' || state === 'applying') return 'cancelled';
  if (state !== 'reverting') return null;
  return rows.done < rows.total ? 'cancelled' : 'applied';
}

/**
 * Calls off a check, an application or an undoing under way. Its state is the wish itself: whoever does the work moves the progress in that state only,
 * so that it stops at the next rows, also one that is begun anew after a crash. Of a check nothing stays; of a file that is applied whole
 * nothing is written; of a larger one what was written stays, up to `rows.done`, and can be undone. Of an undoing nothing is undone.
 * Refusals: notFound, forbidden, transitionNotAllowed (nobody is at it).
 */
@Injectable()
export class CancelImport {
  constructor(
    private readonly transactions: Transactions,
    private readonly intake: ImportIntake,
    private readonly imports: ImportRepository,
    private readonly readings: ImportReadingRepository,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, { id }: { id: number }): Promise<{ id: number }> {
    return this.transactions.run(ctx, async (db) => {
      const found = await this.intake.own(db, ctx, id);
      const { state } = found;
      const to = becomes(found);
      if (to === null || !(await this.imports.change(db, id, state, to))) throw new Refusal('transitionNotAllowed', { state });
      if (state === 'reverting') await this.imports.tellUndone(db, id, 0);
      else if (state === 'checking') {
        await this.imports.forgetRows(db, id);
        await this.readings.forgetSkipped(db, id);
      } else if (isWhole(found)) await this.imports.beginAnew(db, id);
      await this.audit.record(db, ctx, 'import.cancelled', { noun: 'import', id });
      return { id };
    });
  }
}
