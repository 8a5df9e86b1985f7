import { Injectable } from '@nestjs/common';
import { now } from '#platform/clock';
import { Transactions } from '#platform/database';
import { Sweeper } from '#platform/jobs';
import { SignInFailureRepository } from './sign-in-failure.repository.js';
import { failuresKeptSince } from './sign-in-lock.policy.js';
import { TokenRepository } from './token.repository.js';
import { endedKeptSince } from './tokens.policy.js';

/** Forgets failures to sign in after a day and tokens a month after their end: anybody can make the first without number. */
@Injectable()
export class ForgetSignIns extends Sweeper {
  constructor(transactions: Transactions, failures: SignInFailureRepository, tokens: TokenRepository) {
    super(transactions, [
      (db, limit) => failures.forgetBefore(db, failuresKeptSince(now()), limit),
      (db, limit) => tokens.forgetExpired(db, endedKeptSince(now()), limit),
      (db, limit) => tokens.forgetRevoked(db, endedKeptSince(now()), limit),
    ]);
  }
}
