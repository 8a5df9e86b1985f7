import { Injectable } from '@nestjs/common';
import { type Db } from '#platform/database';
import { forgottenBefore, lockEnd } from './sign-in-lock.policy.js';

/** An account as it is called from one address. */
export interface Guesser {
  account: string;
  address: string;
}

const weights = (text: string): string => `WEIGHT_STRING(${text} COLLATE utf8mb4_unicode_ci)`;
/**
 * The digest of an account as the users' table compares it: whatever is one account there, in capitals or with blanks behind it, is one
 * guesser here, also where there is no such account.
 */
const digest = `UNHEX(SHA2(TRIM(TRAILING ${weights("' '")} FROM ${weights('?')}), 256))`;

@Injectable()
export class SignInFailureRepository {
  /** When the lock ends, if there is one: nobody's password is looked at meanwhile. */
  async lockedUntil(db: Db, { account, address }: Guesser, allowed: number, at: Date): Promise<Date | null> {
    const [row] = await db.query(
      `SELECT locked_until AS lockedUntil FROM sign_in_failures
       WHERE account_digest = ${digest} AND address = ? AND failures >= ? AND locked_until > ?`,
      [account, address, allowed, at],
    );
    return row?.lockedUntil ?? null;
  }

  /**
   * Takes the verdict on a password down before anybody learns it. Only failures count; answers when the lock ends if this
   * verdict may not be told any more, else `null`. Of a hundred guesses judged at once at most so many are told to be
   * wrong as are allowed, and the right one only if fewer came before it. Needs a transaction of its own, committed: the row stays locked
   * between the two statements, and both verdicts take the same way, so that the time of a refusal betrays none.
   * The assignments run from left to right: `locked_until` sees the new `failures`.
   */
  async settle(
    db: Db,
    { account, address }: Guesser,
    { right, allowed }: { right: boolean; allowed: number },
    at: Date,
  ): Promise<Date | null> {
    const failed = right ? 0 : 1;
    await db.query(
      `INSERT INTO sign_in_failures (account_digest, address, failures, locked_until, last_at) VALUES (${digest}, ?, ?, NULL, ?)
       ON DUPLICATE KEY UPDATE
         failures = IF(IF(locked_until IS NULL, last_at < ?, locked_until <= ?), 0, LEAST(failures, 1000000)) + ?,
         last_at = VALUES(last_at),
         locked_until = IF(failures < ?, NULL, IF(failures = ? AND ? = 1, ?, locked_until))`,
      [account, address, failed, at, forgottenBefore(at), at, failed, allowed, allowed, failed, lockEnd(at)],
    );
    const [row] = await db.query(
      `SELECT failures, locked_until AS lockedUntil FROM sign_in_failures WHERE account_digest = ${digest} AND address = ?`,
      [account, address],
    );
    // The last failure allowed shuts the door behind itself.
    return row.failures - failed >= allowed ? row.lockedUntil : null;
  }

  async forget(db: Db, { account, address }: Guesser): Promise<void> {
    await db.query(`DELETE FROM sign_in_failures WHERE account_digest = ${digest} AND address = ?`, [account, address]);
  }

  async forgetBefore(db: Db, before: Date, limit: number): Promise<number> {
    return (await db.query(`DELETE FROM sign_in_failures WHERE last_at < ? ORDER BY last_at LIMIT ${Number(limit)}`, [before]))
      .affectedRows;
  }
}
