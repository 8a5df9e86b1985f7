import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { AccountChanges } from './account-changes.js';
import { type AccountsScope } from './accounts-scope.js';
import { demandFitPassword, hashPassword } from './passwords.js';
import { TokenRepository } from './token.repository.js';
import { UserRepository } from './user.repository.js';

export interface ResetPasswordInput {
  scope: AccountsScope;
  userId: number;
  password: string;
}

/** Gives somebody a new password and ends all their sign-ins; their phones have tokens of their own. Refusals: notFound, forbidden, invalidFields. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly users: UserRepository,
    private readonly changes: AccountChanges,
    private readonly tokens: TokenRepository,
    private readonly audit: AuditTrail,
  ) {}

  async run(ctx: Context, input: ResetPasswordInput): Promise<void> {
    const passwordHash = await hashPassword(input.password);
    await this.transactions.run(ctx, async (db) => {
      const user = await this.changes.manageable(db, input.scope, input.userId);
      demandFitPassword('password', input.password, user.account);
      await this.users.setPassword(db, user.id, passwordHash);
      await this.tokens.revokeAll(db, user.id, now(), null);
      await this.audit.record(db, ctx, 'user.passwordReset', { noun: 'user', id: user.id, units: await this.users.unitsOf(db, user.id) });
    });
  }
}
