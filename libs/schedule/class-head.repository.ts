import { Injectable } from '@nestjs/common';
import { type Scope, scopeCondition } from '#access';
import { type Db, containing } from '#platform/database';

export interface ClassHead {
  id: number;
  account: string;
  name: string;
}

@Injectable()
export class ClassHeadRepository {
  /** Accounts in use that hold something in the scope: the same that `demandUser` lets pass. */
  async list(db: Db, scope: Scope, { q, after, limit }: { q?: string; after: number; limit: number }): Promise<ClassHead[]> {
    const { sql, parameters } = scopeCondition(scope, 'n.access_path');
    const part = containing(q ?? '');
    return db.query(
      `SELECT u.id, u.account, u.name FROM users u WHERE u.id > ? AND u.disabled_at IS NULL AND (u.name LIKE ? OR u.account LIKE ?)
         AND EXISTS (SELECT 1 FROM user_grants g JOIN units n ON n.id = g.unit_id WHERE g.user_id = u.id AND ${sql})
       ORDER BY u.id LIMIT ${Number(limit)}`,
      [after, part, part, ...parameters],
    );
  }
}
