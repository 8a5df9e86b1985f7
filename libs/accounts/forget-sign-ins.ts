import { Injectable } from '@nestjs/common';
import { now } from '#platform/clock';
import { Transactions } from '#platform/database';
import { Sweeper } from '#platform/jobs';
import { invitationsKeptSince } from './devices.policy.js';
import { InvitationRepository } from './invitation.repository.js';
import { SignInFailureRepository } from './sign-in-failure.repository.js';
import { failuresKeptSince } from './sign-in-lock.policy.js';
import { TokenRepository } from './token.repository.js';
import { endedKeptSince } from './tokens.policy.js';

/** Forgets failures to sign in after a day, invitations a month after their end, tokens four: anybody can make the first without number. */
@Injectable()
export class ForgetSignIns extends Sweeper {
  constructor(transactions: Transactions, failures: SignInFailureRepository, tokens: TokenRepository, invitations: InvitationRepository) {
    super(transactions, [
      (db, limit) => failures.forgetBefore(db, failuresKeptSince(now()), limit),
      (db, limit) => tokens.forgetExpired(db, endedKeptSince(now()), limit),
      (db, limit) => tokens.forgetRevoked(db, endedKeptSince(now()), limit),
      (db, limit) => invitations.forgetExpired(db, invitationsKeptSince(now()), limit),
    ]);
  }
}
