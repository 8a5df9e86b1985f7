import { Injectable } from '@nestjs/common';
import { type UnitLevel } from '#contract';
import { AuditTrail, whatChanged } from '#platform/audit';
import { type Context } from '#platform/context';
import { type Db, isDuplicate, Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { type Condition, type Register, registerCode, type RegisterFields, type RegisterFilter, type RegisterRow } from './register.js';
import { type Subtrees } from './subtrees.js';
import { UnitRepository } from './unit.repository.js';

/** How a noun is kept in its register. */
export interface Keeping<Row extends RegisterRow> {
  noun: string;
  register: Register<Row>;
  /** The levels of units that may have one; any unless told. */
  levels?: readonly UnitLevel[];
  /** Judges the fields and what they refer to. `shared` is the county of the register: what is seen there may be referred to. */
  judge?(db: Db, shared: Subtrees, fields: RegisterFields<Row>, before?: Row): Promise<void>;
  /** Fields whose values the audit trail does not keep. */
  personal?: readonly string[];
  /** A row is entered under another unit than before. */
  moved?(db: Db, ctx: Context, id: number): Promise<void>;
}

export interface ChangedRow {
  id: number;
  version: number;
}

/** Reads, adds and changes rows of the registers that a county shares: read county-wide, written in one's own subtree only. */
@Injectable()
export class RegisterKeeper {
  constructor(
    private readonly transactions: Transactions,
    private readonly units: UnitRepository,
    private readonly audit: AuditTrail,
  ) {}

  async list<Row extends RegisterRow>(
    register: Register<Row>,
    asked: { scope: Subtrees; filter: RegisterFilter; more?: readonly Condition[]; afterId: number; limit: number },
  ): Promise<Row[]> {
    const db = this.transactions.read;
    const { scope, filter, more = [], afterId, limit } = asked;
    return register.list(db, await this.units.countyWide(db, scope), filter, more, afterId, limit);
  }

  /** Refusals: notFound. */
  async one<Row extends RegisterRow>(register: Register<Row>, scope: Subtrees, id: number): Promise<Row> {
    const db = this.transactions.read;
    return required(await register.find(db, await this.units.countyWide(db, scope), id), 'notFound');
  }

  /** Refusals: referenceUnknown, unitRetired, unitLevelInvalid, alreadyExists (code). */
  add<Row extends RegisterRow>(
    ctx: Context,
    keeping: Keeping<Row>,
    input: { scope: Subtrees; fields: RegisterFields<Row> & { unitId: number } },
  ): Promise<ChangedRow> {
    const fields = { ...input.fields, code: input.fields.code ? registerCode(input.fields.code) : null };
    return this.transactions.run(ctx, async (db) => {
      await this.judgeUnit(db, keeping, input.scope, fields.unitId);
      await keeping.judge?.(db, await this.units.countyWide(db, input.scope), fields);
      const id = await keeping.register.insert(db, fields).catch((error: unknown) => {
        throw isDuplicate(error) ? new Refusal('alreadyExists', { fields: [{ field: 'code', fault: 'taken' }] }) : error;
      });
      const subject = { noun: keeping.noun, id, units: [fields.unitId] };
      await this.audit.record(db, ctx, `${keeping.noun}.created`, subject, { unitId: fields.unitId });
      return { id, version: 1 };
    });
  }

  /** Refusals: notFound, versionMismatch, referenceUnknown, unitRetired, unitLevelInvalid. */
  change<Row extends RegisterRow>(
    ctx: Context,
    keeping: Keeping<Row>,
    input: { scope: Subtrees; id: number; version: number; fields: RegisterFields<Row> },
  ): Promise<ChangedRow> {
    const { noun, register } = keeping;
    const { scope, id, version, fields } = input;
    return this.transactions.run(ctx, async (db) => {
      const now = required(await register.find(db, scope, id, true), 'notFound');
      if (now.version !== version) throw new Refusal('versionMismatch', { version: now.version });
      const moves = fields.unitId !== undefined && fields.unitId !== now.unitId;
      if (moves) await this.judgeUnit(db, keeping, scope, fields.unitId!);
      await keeping.judge?.(db, await this.units.countyWide(db, scope), fields, now);
      await register.update(db, id, version, fields);
      if (moves) await keeping.moved?.(db, ctx, id);
      const subject = { noun, id, units: [now.unitId, fields.unitId ?? null] };
      await this.audit.record(db, ctx, `${noun}.updated`, subject, whatChanged(now, fields, keeping.personal));
      return { id, version: version + 1 };
    });
  }

  private async judgeUnit<Row extends RegisterRow>(db: Db, { levels }: Keeping<Row>, scope: Subtrees, unitId: number): Promise<void> {
    const fields = [{ field: 'unitId', fault: 'unknown' }];
    const unit = required(await this.units.find(db, scope, unitId), 'referenceUnknown', { fields });
    if (unit.validTo) throw new Refusal('unitRetired', { unitId: String(unit.id), successorId: unit.successorId?.toString() ?? null });
    if (levels && !levels.includes(unit.level)) throw new Refusal('unitLevelInvalid', { level: unit.level, allowed: levels });
  }
}
