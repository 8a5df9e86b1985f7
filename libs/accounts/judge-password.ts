import { Injectable } from '@nestjs/common';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { passwordMatches } from './passwords.js';
import { type Guesser, SignInFailureRepository } from './sign-in-failure.repository.js';
import { secondsLeft } from './sign-in-lock.policy.js';

/**
 * Whether the password is the account's, asked from the caller's address: the one door for every guess. A right password is never counted,
 * however many come at once. Refusals: signInFailed, signInLocked with `retryAfter` in seconds.
 */
@Injectable()
export class JudgePassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly failures: SignInFailureRepository,
  ) {}

  /** `hashOf` answers `null` for an account that is not there, which is judged as long as any other. */
  async run(ctx: Context, account: string, password: string, hashOf: () => Promise<string | null>): Promise<Guesser> {
    const guesser = { account, address: (ctx.address ?? '').slice(0, 45) };
    const at = now();
    const demandOpen = (lockedUntil: Date | null): void => {
      if (lockedUntil) throw new Refusal('signInLocked', { retryAfter: secondsLeft(lockedUntil, at) });
    };
    demandOpen(await this.failures.lockedUntil(this.transactions.read, guesser, at));
    const verdict = (await passwordMatches(await hashOf(), password)) ? 'right' : 'wrong';
    // The verdict stands whatever becomes of the request: its key for repeats has no part in it.
    const once: Context = { ...ctx, idempotency: undefined };
    demandOpen(await this.transactions.run(once, (db) => this.failures.settle(db, guesser, verdict, at)));
    if (verdict === 'wrong') throw new Refusal('signInFailed');
    return guesser;
  }
}
