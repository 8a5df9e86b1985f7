import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { type Db, Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { PlantUnits } from './plant-units.js';
import { type UnitLine } from './unit-line.js';
import { mayStandUnder } from './unit-place.policy.js';
import { UnitRepository } from './unit.repository.js';

/**
 * Adds the units of a published list that are not there yet; those that are stay as they are, whatever they are called by now.
 * For the product itself (start-up, command line): no scope is asked. Refusals: referenceUnknown, unitLevelInvalid.
 */
@Injectable()
export class LoadUnits {
  constructor(
    private readonly transactions: Transactions,
    private readonly units: UnitRepository,
    private readonly planter: PlantUnits,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: { lines: readonly UnitLine[] }): Promise<{ created: number; unchanged: number }> {
    return this.transactions.run(ctx, (db) => this.within(db, ctx, input));
  }

  /** The same as a part of something larger. */
  async within(db: Db, ctx: Context, input: { lines: readonly UnitLine[] }): Promise<{ created: number; unchanged: number }> {
    const lines = [...new Map(input.lines.map((line) => [line.code, line])).values()];
    const levels = new Map(lines.map((line) => [line.code, line.level]));
    const known = await this.units.byCodes(db, [...new Set(lines.flatMap((line) => [line.code, line.parentCode ?? line.code]))]);
    for (const line of lines) {
      const above = line.parentCode === null ? null : (known.get(line.parentCode)?.level ?? levels.get(line.parentCode));
      if (above === undefined) throw new Refusal('referenceUnknown', { code: line.code, parentCode: line.parentCode });
      if (!mayStandUnder(line.level, above))
        throw new Refusal('unitLevelInvalid', { code: line.code, level: line.level, parentLevel: above });
    }
    const { created } = await this.planter.plant(db, known, lines);
    if (created.length > 0) await this.audit.record(db, ctx, 'unit.loaded', { noun: 'unit', id: 'many' }, { created: created.length });
    return { created: created.length, unchanged: lines.length - created.length };
  }
}
