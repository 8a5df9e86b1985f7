import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { JudgePassword } from './judge-password.js';
import { SignInFailureRepository } from './sign-in-failure.repository.js';
import { type SignInKind } from './token.entity.js';
import { TokenRepository } from './token.repository.js';
import { makeToken, tokenEnd, tokenHash } from './tokens.policy.js';
import { UserRepository } from './user.repository.js';

export interface SignInInput {
  account: string;
  password: string;
  kind: SignInKind;
  label: string;
}

export interface SignedIn {
  tokenId: number;
  /** Shown once. */
  token: string;
  userId: number;
  expiresAt: Date;
}

/**
 * Gives a token for account and password. The answer for an unknown account, a disabled one and a wrong password is the
 * same, and takes the same time. Refusals: signInFailed, signInLocked with `retryAfter` in seconds.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly users: UserRepository,
    private readonly tokens: TokenRepository,
    private readonly judge: JudgePassword,
    private readonly failures: SignInFailureRepository,
    private readonly audit: AuditTrail,
  ) {}

  async run(ctx: Context, input: SignInInput): Promise<SignedIn> {
    // A kept answer would hold the token: signing in is never idempotent.
    const once: Context = { ...ctx, idempotency: undefined };
    const at = now();
    const user = await this.users.credentials(this.transactions.read, input.account);
    const guesser = await this.judge.run(ctx, input.account, input.password, async () => user?.passwordHash ?? null);
    if (!user) throw new Refusal('signInFailed');

    const token = makeToken();
    const expiresAt = tokenEnd(input.kind, at);
    const tokenId = await this.transactions.run(once, async (db) => {
      // A reset while the password was judged has ended all tokens, and ends this one before it is given.
      if (!(await this.users.stillHas(db, user.id, user.passwordHash))) throw new Refusal('signInFailed');
      await this.failures.forget(db, guesser);
      const id = await this.tokens.insert(db, {
        userId: user.id,
        kind: input.kind,
        label: input.label,
        hash: tokenHash(token),
        at,
        expiresAt,
      });
      // Who signs in is known by now, and did this.
      const asUser: Context = { ...ctx, user: { id: user.id, account: input.account, instructorId: null } };
      const subject = { noun: 'user', id: user.id, units: await this.users.unitsOf(db, user.id) };
      await this.audit.record(db, asUser, 'token.issued', subject, { tokenId: id, kind: input.kind });
      return id;
    });
    return { tokenId, token, userId: user.id, expiresAt };
  }
}
