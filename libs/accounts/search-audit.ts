import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { type AccountsScope } from './accounts-scope.js';
import { type AuditFilter, type AuditPlace, AuditRepository, type AuditRow } from './audit.repository.js';

export interface SearchAuditInput {
  /** For which units the caller may read the audit trail. */
  scope: AccountsScope;
  filter: AuditFilter;
  before: AuditPlace;
  limit: number;
}

/** Who did what to what. */
@Injectable()
export class SearchAudit {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditRepository,
  ) {}

  run(_ctx: Context, { scope, filter, before, limit }: SearchAuditInput): Promise<AuditRow[]> {
    return this.audit.list(this.transactions.read, scope, filter, { before, limit });
  }
}
