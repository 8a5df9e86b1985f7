import { Injectable } from '@nestjs/common';
import { type BundleName } from '#contract';
import { type Db, insertRows, listOf, containing } from '#platform/database';
import { type AccountsScope, within } from './accounts-scope.js';

export interface UserRow {
  id: number;
  account: string;
  name: string;
  instructorId: number | null;
  disabledAt: Date | null;
  version: number;
}

export interface GrantRow {
  bundle: BundleName;
  unitId: number;
  unitName: string;
}

/** A bundle to be held for a unit. */
export interface GrantDraft {
  bundle: BundleName;
  unitId: number;
}

/** What is asked of the instructors here: who it is, and which unit keeps them. */
export interface InstructorKept {
  id: number;
  name: string;
  unitId: number;
}

/** What an account is called that an invitation makes for an instructor: no account that somebody names looks like this. */
export const invitedAccount = (instructorId: number): string => `instructor#${instructorId}`;

const columns = 'u.id, u.account, u.name, u.instructor_id AS instructorId, u.disabled_at AS disabledAt, u.version';

@Injectable()
export class UserRepository {
  /** The hash of a living account's password, if it has one. */
  async credentials(db: Db, account: string): Promise<{ id: number; passwordHash: string } | null> {
    const [row] = await db.query(
      'SELECT id, password_hash AS passwordHash FROM users WHERE account = ? AND disabled_at IS NULL AND password_hash IS NOT NULL',
      [account],
    );
    return row ?? null;
  }

  /** Whether anybody has an account. */
  async some(db: Db): Promise<boolean> {
    return (await db.query('SELECT 1 FROM users LIMIT 1')).length > 0;
  }

  async passwordHash(db: Db, id: number): Promise<string | null> {
    const [row] = await db.query('SELECT password_hash AS passwordHash FROM users WHERE id = ?', [id]);
    return row?.passwordHash ?? null;
  }

  /** Locks the account for a transaction that stands on its password. `false` when that is another by now, or the account is disabled. */
  async stillHas(db: Db, id: number, passwordHash: string): Promise<boolean> {
    const rows = await db.query('SELECT 1 FROM users WHERE id = ? AND password_hash = ? AND disabled_at IS NULL FOR UPDATE', [
      id,
      passwordHash,
    ]);
    return rows.length > 0;
  }

  /** The user's own record, whatever their scope. */
  async self(db: Db, id: number): Promise<UserRow | null> {
    const [row] = await db.query(`SELECT ${columns} FROM users u WHERE u.id = ?`, [id]);
    return row ?? null;
  }

  /** A user who holds something in the scope; `null` otherwise. */
  async find(db: Db, scope: AccountsScope, id: number, lock = false): Promise<UserRow | null> {
    const seen = within(scope, 'n.access_path');
    const [row] = await db.query(
      `SELECT ${columns} FROM users u
       WHERE u.id = ? AND EXISTS (SELECT 1 FROM user_grants g JOIN units n ON n.id = g.unit_id WHERE g.user_id = u.id AND ${seen.sql})${lock ? ' FOR UPDATE' : ''}`,
      [id, ...seen.parameters],
    );
    return row ?? null;
  }

  /** Users who hold something in the scope, by account, after `after`; with `q`, those whose account or name holds it. */
  async list(db: Db, scope: AccountsScope, { after, q }: { after: string | null; q?: string }, limit: number): Promise<UserRow[]> {
    const seen = within(scope, 'n.access_path');
    const like = q === undefined ? [] : Array<string>(2).fill(containing(q));
    return db.query(
      `SELECT ${columns} FROM users u
       WHERE ${after === null ? '1 = 1' : 'u.account > ?'} ${q === undefined ? '' : 'AND (u.account LIKE ? OR u.name LIKE ?)'}
         AND EXISTS (SELECT 1 FROM user_grants g JOIN units n ON n.id = g.unit_id WHERE g.user_id = u.id AND ${seen.sql})
       ORDER BY u.account LIMIT ${Number(limit)}`,
      [...(after === null ? [] : [after]), ...like, ...seen.parameters],
    );
  }

  async grantsOf(db: Db, userIds: readonly number[]): Promise<Map<number, GrantRow[]>> {
    const rows: (GrantRow & { userId: number })[] = await db.query(
      `SELECT g.user_id AS userId, g.bundle, g.unit_id AS unitId, n.name AS unitName FROM user_grants g JOIN units n ON n.id = g.unit_id
       WHERE g.user_id IN ${listOf(userIds)} ORDER BY g.user_id, g.bundle, g.unit_id`,
      [...userIds],
    );
    const byUser = new Map<number, GrantRow[]>(userIds.map((id) => [id, []]));
    for (const { userId, ...grant } of rows) byUser.get(userId)!.push(grant);
    return byUser;
  }

  /** The units for which the user holds anything today. */
  async unitsOf(db: Db, id: number): Promise<number[]> {
    const rows: { unitId: number }[] = await db.query('SELECT DISTINCT unit_id AS unitId FROM user_grants WHERE user_id = ?', [id]);
    return rows.map((row) => row.unitId);
  }

  /** Whether the user holds anything outside the scope: then only somebody with more reach may change the account. */
  async holdsOutside(db: Db, scope: AccountsScope, id: number): Promise<boolean> {
    const seen = within(scope, 'n.access_path');
    const rows = await db.query(
      `SELECT 1 FROM user_grants g JOIN units n ON n.id = g.unit_id WHERE g.user_id = ? AND NOT ${seen.sql} LIMIT 1`,
      [id, ...seen.parameters],
    );
    return rows.length > 0;
  }

  /** Those of the units that lie in the scope. */
  async unitsWithin(db: Db, scope: AccountsScope, ids: readonly number[]): Promise<Set<number>> {
    const seen = within(scope, 'n.access_path');
    const rows: { id: number }[] = await db.query(`SELECT n.id FROM units n WHERE n.id IN ${listOf(ids)} AND ${seen.sql}`, [
      ...ids,
      ...seen.parameters,
    ]);
    return new Set(rows.map((row) => row.id));
  }

  /**
   * An account that speaks for an instructor is given the rosters of their sessions: it is made where the instructor belongs, and there the
   * instructor stays until the transaction ends.
   */
  async instructorWithin(db: Db, scope: AccountsScope, id: number): Promise<InstructorKept | null> {
    await db.query('SELECT id FROM instructors WHERE id = ? LOCK IN SHARE MODE', [id]);
    const seen = within(scope, 'n.access_path');
    const sql = `SELECT i.id, i.name, i.unit_id AS unitId FROM instructors i JOIN units n ON n.id = i.unit_id WHERE i.id = ? AND ${seen.sql}`;
    return (await db.query(sql, [id, ...seen.parameters]))[0] ?? null;
  }

  /** The accounts that speak for an instructor, the first made first, and whether each holds one of the bundles. */
  async speakingFor(
    db: Db,
    instructorId: number,
    markers: readonly BundleName[],
  ): Promise<{ id: number; disabled: boolean; marks: boolean }[]> {
    const rows: { id: number; disabled: number; marks: number }[] = await db.query(
      `SELECT u.id, u.disabled_at IS NOT NULL AS disabled,
         EXISTS (SELECT 1 FROM user_grants g WHERE g.user_id = u.id AND g.bundle IN ${listOf(markers)}) AS marks
       FROM users u WHERE u.instructor_id = ? ORDER BY u.id LIMIT 100`,
      [...markers, instructorId],
    );
    return rows.map(({ id, disabled, marks }) => ({ id, disabled: disabled === 1, marks: marks === 1 }));
  }

  /** Accounts as an invitation makes them, of those of these instructors whom another unit keeps by now; locked. */
  async invitedElsewhere(db: Db, instructorIds: readonly number[]): Promise<{ userId: number; heldFor: number; keptBy: number }[]> {
    if (instructorIds.length === 0) return [];
    return db.query(
      `SELECT u.id AS userId, g.unit_id AS heldFor, i.unit_id AS keptBy
       FROM instructors i JOIN users u ON u.instructor_id = i.id JOIN user_grants g ON g.user_id = u.id
       WHERE i.id IN ${listOf(instructorIds)} AND u.account IN ${listOf(instructorIds)} AND u.password_hash IS NULL
         AND g.bundle = 'instructor' AND g.unit_id <> i.unit_id
         AND NOT EXISTS (SELECT 1 FROM user_grants other WHERE other.user_id = u.id AND (other.bundle <> g.bundle OR other.unit_id <> g.unit_id))
       ORDER BY u.id FOR UPDATE`,
      [...instructorIds, ...instructorIds.map(invitedAccount)],
    );
  }

  async names(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
    const rows: { id: number; name: string }[] = await db.query(`SELECT id, name FROM users WHERE id IN ${listOf(ids)}`, [...ids]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async insert(db: Db, user: { account: string; name: string; passwordHash: string | null; instructorId: number | null }): Promise<number> {
    const done = await db.query('INSERT INTO users (account, name, password_hash, instructor_id) VALUES (?, ?, ?, ?)', [
      user.account,
      user.name,
      user.passwordHash,
      user.instructorId,
    ]);
    return done.insertId;
  }

  async replaceGrants(db: Db, userId: number, grants: readonly GrantDraft[]): Promise<void> {
    await db.query('DELETE FROM user_grants WHERE user_id = ?', [userId]);
    await insertRows(
      db,
      'user_grants',
      grants.map((grant) => ({ user_id: userId, bundle: grant.bundle, unit_id: grant.unitId })),
    );
  }

  /** `false` when the version is another by now. */
  async update(db: Db, id: number, version: number, to: { name: string; disabledAt: Date | null }): Promise<boolean> {
    const done = await db.query('UPDATE users SET name = ?, disabled_at = ?, version = version + 1 WHERE id = ? AND version = ?', [
      to.name,
      to.disabledAt,
      id,
      version,
    ]);
    return done.affectedRows > 0;
  }

  async setPassword(db: Db, id: number, passwordHash: string): Promise<void> {
    await db.query('UPDATE users SET password_hash = ? WHERE id = ?', [passwordHash, id]);
  }
}
