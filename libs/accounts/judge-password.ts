import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { Refusal } from '#platform/refusal';
import { CountGuesses } from './count-guesses.js';
import { passwordMatches } from './passwords.js';
import { type Guesser } from './sign-in-failure.repository.js';

/**
 * Whether the password is the account's, asked from the caller's address: the one door for every guess at one.
 * Refusals: signInFailed, signInLocked with `retryAfter` in seconds.
 */
@Injectable()
export class JudgePassword {
  constructor(private readonly guesses: CountGuesses) {}

  /** `hashOf` answers `null` for an account that is not there or has no password, which is judged as long as any other. */
  async run(ctx: Context, account: string, password: string, hashOf: () => Promise<string | null>): Promise<Guesser> {
    const { guesser, right } = await this.guesses.run(ctx, account, async () => passwordMatches(await hashOf(), password));
    if (!right) throw new Refusal('signInFailed');
    return guesser;
  }
}
