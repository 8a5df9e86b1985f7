import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { JudgePassword } from './judge-password.js';
import { demandFitPassword, hashPassword } from './passwords.js';
import { SignInFailureRepository } from './sign-in-failure.repository.js';
import { TokenRepository } from './token.repository.js';
import { UserRepository } from './user.repository.js';

/**
 * Changes the caller's own password and ends all their other sign-ins. Guessing the old one counts like guessing at sign-in.
 * Refusals: signInFailed (the old password), signInLocked, invalidFields (the new one).
 */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly users: UserRepository,
    private readonly tokens: TokenRepository,
    private readonly judge: JudgePassword,
    private readonly failures: SignInFailureRepository,
    private readonly audit: AuditTrail,
  ) {}

  async run(ctx: Context, input: { current: string; next: string }): Promise<void> {
    const { user } = ctx;
    if (!user) throw new Refusal('notSignedIn');
    demandFitPassword('next', input.next, user.account);
    const at = now();
    const current = await this.users.passwordHash(this.transactions.read, user.id);
    // Asked after the hash was read: whoever reads a new one finds the answer that was kept with it, and a repeat is no guess.
    if (await this.transactions.answered(ctx)) return;
    const guesser = await this.judge.run(ctx, user.account, input.current, () => Promise.resolve(current));
    const passwordHash = await hashPassword(input.next);
    await this.transactions.run(ctx, async (db) => {
      if (current === null || !(await this.users.stillHas(db, user.id, current))) throw new Refusal('signInFailed');
      await this.failures.forget(db, guesser);
      await this.users.setPassword(db, user.id, passwordHash);
      await this.tokens.revokeAll(db, user.id, at, ctx.tokenId);
      await this.audit.record(db, ctx, 'user.passwordChanged', { noun: 'user', id: user.id });
    });
  }
}
