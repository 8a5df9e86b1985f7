import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { type Subtrees } from './subtrees.js';
import { UnitRepository } from './unit.repository.js';

/** Renames a unit. Its code and place never change: a moved unit is a new one, with this one retired to it. Refusals: notFound, versionMismatch. */
@Injectable()
export class UpdateUnit {
  constructor(
    private readonly transactions: Transactions,
    private readonly units: UnitRepository,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: { scope: Subtrees; id: number; version: number; name?: string }): Promise<{ id: number; version: number }> {
    return this.transactions.run(ctx, async (db) => {
      const unit = required(await this.units.find(db, input.scope, input.id, true), 'notFound');
      const name = input.name ?? unit.name;
      if (!(await this.units.rename(db, unit.id, input.version, name))) throw new Refusal('versionMismatch', { version: unit.version });
      await this.audit.record(db, ctx, 'unit.renamed', { noun: 'unit', id: unit.id, units: [unit.id] }, { from: unit.name, to: name });
      return { id: unit.id, version: input.version + 1 };
    });
  }
}
