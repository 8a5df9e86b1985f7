import { Injectable } from '@nestjs/common';
import { type Db } from '#platform/database';
import { failuresAllowed, forgottenBefore, lockEnd } from './sign-in-lock.policy.js';

@Injectable()
export class SignInFailureRepository {
  /**
   * Counts an attempt before it is judged, so that a hundred at once are not a hundred free guesses. Answers when the lock
   * ends if there were too many, else `null`. Needs a transaction: the row stays locked between the two statements.
   * The assignments run from left to right: `locked_until` sees the new `failures`.
   */
  async countAttempt(db: Db, account: string, address: string, at: Date): Promise<Date | null> {
    await db.query(
      `INSERT INTO sign_in_failures (account, address, failures, locked_until, last_at) VALUES (?, ?, 1, NULL, ?)
       ON DUPLICATE KEY UPDATE
         failures = IF(IF(locked_until IS NULL, last_at < ?, locked_until <= ?), 1, LEAST(failures, 1000000) + 1),
         last_at = VALUES(last_at),
         locked_until = IF(failures < ${failuresAllowed}, NULL, IF(failures = ${failuresAllowed}, ?, locked_until))`,
      [account, address, at, forgottenBefore(at), at, lockEnd(at)],
    );
    const [row] = await db.query('SELECT failures, locked_until AS lockedUntil FROM sign_in_failures WHERE account = ? AND address = ?', [
      account,
      address,
    ]);
    return row.failures > failuresAllowed ? row.lockedUntil : null;
  }

  async forget(db: Db, account: string, address: string): Promise<void> {
    await db.query('DELETE FROM sign_in_failures WHERE account = ? AND address = ?', [account, address]);
  }
}
