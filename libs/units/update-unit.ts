import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { type Subtrees } from './subtrees.js';
import { UnitRepository } from './unit.repository.js';

/**
 * Renames a unit, or switches photos on or off for it and all under it. Its code and place never change: a moved unit is a new one, with
 * this one retired to it. Refusals: notFound, versionMismatch.
 */
@Injectable()
export class UpdateUnit {
  constructor(
    private readonly transactions: Transactions,
    private readonly units: UnitRepository,
    private readonly audit: AuditTrail,
  ) {}

  run(
    ctx: Context,
    input: { scope: Subtrees; id: number; version: number; name?: string; photos?: boolean },
  ): Promise<{ id: number; version: number }> {
    return this.transactions.run(ctx, async (db) => {
      const unit = required(await this.units.find(db, input.scope, input.id, true), 'notFound');
      if (unit.version !== input.version) throw new Refusal('versionMismatch', { version: unit.version });
      const change = { name: input.name ?? unit.name, photos: input.photos ?? unit.photos === 1 };
      await this.units.change(db, unit.id, input.version, change);
      const subject = { noun: 'unit', id: unit.id, units: [unit.id] };
      if (input.name !== undefined) await this.audit.record(db, ctx, 'unit.renamed', subject, { from: unit.name, to: input.name });
      if (change.photos !== (unit.photos === 1))
        await this.audit.record(db, ctx, change.photos ? 'unit.photosOn' : 'unit.photosOff', subject);
      return { id: unit.id, version: input.version + 1 };
    });
  }
}
