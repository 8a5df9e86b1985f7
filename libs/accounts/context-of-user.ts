import { Injectable } from '@nestjs/common';
import { type BundleName } from '#contract';
import { type Context } from '#platform/context';
import { type Db } from '#platform/database';

/** The user as they stand now, for work that goes on without them: with no grants when the account is gone or disabled. */
@Injectable()
export class ContextOfUser {
  async run(db: Db, userId: number): Promise<Context> {
    const rows: { account: string; instructorId: number | null; bundle: BundleName | null; unitId: number; path: string }[] =
      await db.query(
        `SELECT u.account, u.instructor_id AS instructorId, g.bundle, g.unit_id AS unitId, n.access_path AS path
       FROM users u LEFT JOIN user_grants g ON g.user_id = u.id LEFT JOIN units n ON n.id = g.unit_id WHERE u.id = ? AND u.disabled_at IS NULL`,
        [userId],
      );
    return {
      user: rows[0] ? { id: userId, account: rows[0].account, instructorId: rows[0].instructorId } : null,
      grants: rows.flatMap(({ bundle, unitId, path }) => (bundle === null ? [] : [{ bundle, unitId, path }])),
      requestId: 'worker',
      via: 'worker',
      tokenId: null,
      address: null,
    };
  }
}
