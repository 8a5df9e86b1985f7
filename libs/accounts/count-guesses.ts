import { Injectable } from '@nestjs/common';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { type Guesser, SignInFailureRepository } from './sign-in-failure.repository.js';
import { failuresAllowed, secondsLeft } from './sign-in-lock.policy.js';

/**
 * Every guess at a secret is judged through here: wrong ones are counted by what is guessed at and from where, and so many as are allowed
 * shut the door for a while. A right one is never counted, however many come at once. Refusals: signInLocked with `retryAfter` in seconds.
 */
@Injectable()
export class CountGuesses {
  constructor(
    private readonly transactions: Transactions,
    private readonly failures: SignInFailureRepository,
  ) {}

  async run(
    ctx: Context,
    account: string,
    isRight: () => Promise<boolean>,
    allowed = failuresAllowed,
  ): Promise<{ guesser: Guesser; right: boolean }> {
    const guesser = { account, address: (ctx.address ?? '').slice(0, 45) };
    const at = now();
    const demandOpen = (lockedUntil: Date | null): void => {
      if (lockedUntil) throw new Refusal('signInLocked', { retryAfter: secondsLeft(lockedUntil, at) });
    };
    demandOpen(await this.failures.lockedUntil(this.transactions.read, guesser, allowed, at));
    const right = await isRight();
    // The verdict stands whatever becomes of the request: its key for repeats has no part in it.
    const once: Context = { ...ctx, idempotency: undefined };
    demandOpen(await this.transactions.run(once, (db) => this.failures.settle(db, guesser, { right, allowed }, at)));
    return { guesser, right };
  }
}
