import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Outbox } from '#platform/jobs';
import { type FileToImport, ImportIntake } from './import-intake.js';
import { checkImport } from './imports.jobs.js';

/** Takes a workbook in and has it checked. Refusals: importKindUnknown, forbidden, fileMissing, bodyTooLarge. */
@Injectable()
export class StartImport {
  constructor(
    private readonly transactions: Transactions,
    private readonly intake: ImportIntake,
    private readonly outbox: Outbox,
  ) {}

  run(ctx: Context, file: FileToImport): Promise<{ id: number }> {
    return this.transactions.run(ctx, async (db) => {
      const id = await this.intake.take(db, ctx, file);
      await this.outbox.add(db, checkImport, [id]);
      return { id };
    });
  }
}
