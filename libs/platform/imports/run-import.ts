import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { required } from '#platform/refusal';
import { ApplyOnImportConfirmed } from './apply-on-import-confirmed.js';
import { CheckOnImportStarted } from './check-on-import-started.js';
import { type FileToImport, ImportIntake } from './import-intake.js';
import { unclaimed } from './import-pass.js';
import { ImportRepository, type VerdictCounts } from './import.repository.js';
import { type ImportState } from './import-state.policy.js';

export interface ImportDone {
  id: number;
  state: ImportState;
  counts: VerdictCounts & { total: number };
  fault: string | null;
}

/**
 * Checks and applies a file at once, in this process and without the queue: for start-up and the command line. Faulty rows are
 * left out and counted. Refusals as in StartImport; a file that cannot be read ends as `failed` with its fault.
 */
@Injectable()
export class RunImport {
  constructor(
    private readonly transactions: Transactions,
    private readonly intake: ImportIntake,
    private readonly imports: ImportRepository,
    private readonly checking: CheckOnImportStarted,
    private readonly applying: ApplyOnImportConfirmed,
    private readonly audit: AuditTrail,
  ) {}

  async run(ctx: Context, file: FileToImport): Promise<ImportDone> {
    const own: Context = { ...ctx, idempotency: undefined };
    const id = await this.transactions.run(own, (db) => this.intake.take(db, own, file));
    await this.transactions.run(own, (db) => this.checking.perform(db, String(id), unclaimed));
    const confirmed = await this.transactions.run(own, async (db) => {
      const changed = await this.imports.change(db, id, 'checked', 'applying');
      if (!changed) return false;
      await this.imports.beginAnew(db, id);
      await this.audit.record(db, own, 'import.applied', { noun: 'import', id });
      return true;
    });
    if (confirmed) await this.transactions.run(own, (db) => this.applying.perform(db, String(id), unclaimed));
    const { state, rows, fault } = required(await this.imports.byId(this.transactions.read, id), 'notFound');
    const { total, create, update, unchanged, faulty } = rows;
    return { id, state, counts: { total, create, update, unchanged, faulty }, fault };
  }
}
