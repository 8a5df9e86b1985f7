import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { type Db } from '#platform/database';
import { type Job, Outbox } from '#platform/jobs';
import { ImportRepository } from './import.repository.js';

export interface Entrusted {
  id: number;
  job: Job;
  /** What was asked for, as the audit calls it, with its facts and the units it concerns. */
  deed: string;
  facts?: object;
  units?: readonly number[];
}

/** Hands an import to the worker: the work is done with the rights of whoever asked last, and the audit says who that was. */
@Injectable()
export class EntrustImport {
  constructor(
    private readonly imports: ImportRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
  ) {}

  async within(db: Db, ctx: Context, { id, job, deed, facts, units }: Entrusted): Promise<void> {
    await this.imports.entrust(db, id, ctx.user?.id ?? null);
    await this.audit.record(db, ctx, deed, { noun: 'import', id, units }, facts);
    await this.outbox.add(db, job, [id]);
  }
}
