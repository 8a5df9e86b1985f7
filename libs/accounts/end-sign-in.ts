import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { AccountChanges } from './account-changes.js';
import { type AccountsScope } from './accounts-scope.js';
import { TokenRepository } from './token.repository.js';
import { UserRepository } from './user.repository.js';

/** Ends one sign-in of an account, as of a computer that was left open; its phones are ended with the phones. Refusals: notFound, forbidden. */
@Injectable()
export class EndSignIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly users: UserRepository,
    private readonly changes: AccountChanges,
    private readonly tokens: TokenRepository,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: { scope: AccountsScope; userId: number; tokenId: number }): Promise<void> {
    return this.transactions.run(ctx, async (db) => {
      const { id } = await this.changes.manageable(db, input.scope, input.userId);
      if (!(await this.tokens.revoke(db, id, input.tokenId, now()))) throw new Refusal('notFound');
      const units = await this.users.unitsOf(db, id);
      await this.audit.record(db, ctx, 'token.revoked', { noun: 'user', id, units }, { tokenId: input.tokenId });
    });
  }
}
