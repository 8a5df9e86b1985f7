import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { TokenRepository } from './token.repository.js';

/** Ends one of the caller's own tokens. Refusals: notFound, for other people's too. */
@Injectable()
export class RevokeToken {
  constructor(
    private readonly transactions: Transactions,
    private readonly tokens: TokenRepository,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: { tokenId: number }): Promise<void> {
    return this.transactions.run(ctx, async (db) => {
      if (!ctx.user || !(await this.tokens.revoke(db, ctx.user.id, input.tokenId, now()))) throw new Refusal('notFound');
      await this.audit.record(db, ctx, 'token.revoked', { noun: 'user', id: ctx.user.id }, { tokenId: input.tokenId });
    });
  }
}
