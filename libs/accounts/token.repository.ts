import { Injectable } from '@nestjs/common';
import { type BundleName } from '#contract';
import { type Db, listOf } from '#platform/database';
import { type TokenKind } from './token.entity.js';

export interface TokenRow {
  id: number;
  kind: TokenKind;
  label: string;
  createdAt: Date;
  expiresAt: Date | null;
}

/** One line per grant of a token's holder; the grant is null for a holder of nothing. */
export interface HolderRow {
  hash: Buffer;
  kind: TokenKind;
  tokenId: number;
  userId: number;
  account: string;
  instructorId: number | null;
  bundle: BundleName | null;
  unitId: number | null;
  path: string | null;
  /** Whose own token it is. */
  deviceId: number | null;
  revoked: number;
  wipe: number | null;
}

const living = 't.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > ?)';
/** Tokens that a person has by signing in. Those of phones are looked after with the phones. */
const signedIn = "t.kind <> 'device'";

@Injectable()
export class TokenRepository {
  /**
   * Who holds these tokens, with everything they may do, in one query: it runs on every request. The phone of a disabled account is a
   * revoked one: it still hands over what waits.
   */
  async holders(db: Db, hashes: readonly Buffer[], at: Date): Promise<HolderRow[]> {
    return db.query(
      `SELECT t.hash, t.kind, t.id AS tokenId, u.id AS userId, u.account, u.instructor_id AS instructorId, g.bundle, g.unit_id AS unitId, n.access_path AS path,
         d.id AS deviceId, (d.revoked_at IS NOT NULL OR u.disabled_at IS NOT NULL) AS revoked, d.wipe
       FROM tokens t JOIN users u ON u.id = t.user_id
       LEFT JOIN devices d ON d.id = t.device_id
       LEFT JOIN user_grants g ON g.user_id = u.id LEFT JOIN units n ON n.id = g.unit_id
       WHERE t.hash IN ${listOf(hashes)} AND ${living} AND (u.disabled_at IS NULL OR NOT ${signedIn})`,
      [...hashes, at],
    );
  }

  async insert(
    db: Db,
    token: { userId: number; kind: TokenKind; label: string; hash: Buffer; expiresAt: Date; at: Date; deviceId?: number },
  ): Promise<number> {
    const done = await db.query(
      'INSERT INTO tokens (user_id, kind, label, hash, created_at, expires_at, device_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [token.userId, token.kind, token.label, token.hash, token.at, token.expiresAt, token.deviceId ?? null],
    );
    return done.insertId;
  }

  /** The user's living sign-ins, newest first. */
  async listOf(db: Db, userId: number, at: Date): Promise<TokenRow[]> {
    return db.query(
      `SELECT t.id, t.kind, t.label, t.created_at AS createdAt, t.expires_at AS expiresAt FROM tokens t
       WHERE t.user_id = ? AND ${signedIn} AND ${living} ORDER BY t.id DESC LIMIT 1000`,
      [userId, at],
    );
  }

  /** `false` when the user has no such living sign-in. */
  async revoke(db: Db, userId: number, id: number, at: Date): Promise<boolean> {
    const done = await db.query(`UPDATE tokens t SET t.revoked_at = ? WHERE t.id = ? AND t.user_id = ? AND ${signedIn} AND ${living}`, [
      at,
      id,
      userId,
      at,
    ]);
    return done.affectedRows > 0;
  }

  /** Ends all of a user's sign-ins but one. */
  async revokeAll(db: Db, userId: number, at: Date, but: number | null): Promise<void> {
    const sql = `UPDATE tokens t SET t.revoked_at = ? WHERE t.user_id = ? AND ${signedIn} AND t.revoked_at IS NULL AND t.id <> ?`;
    await db.query(sql, [at, userId, but ?? 0]);
  }

  /** Ends what one phone had so far, before it is given another. */
  async revokeDevice(db: Db, deviceId: number, at: Date): Promise<void> {
    await db.query('UPDATE tokens SET revoked_at = ? WHERE device_id = ? AND revoked_at IS NULL', [at, deviceId]);
  }

  /**
   * The living tokens of one phone of an account, or of all its phones, end then, also where that is later than they would have. Those of a
   * phone that is revoked already end when they were to.
   */
  async endDevices(
    db: Db,
    { userId, deviceId }: { userId: number; deviceId?: number },
    { at, end }: { at: Date; end: Date },
  ): Promise<void> {
    await db.query(
      `UPDATE tokens t JOIN devices d ON d.id = t.device_id SET t.expires_at = ?
       WHERE t.user_id = ? AND d.revoked_at IS NULL AND ${living}${deviceId === undefined ? '' : ' AND d.id = ?'}`,
      [end, userId, at, ...(deviceId === undefined ? [] : [deviceId])],
    );
  }

  async forgetExpired(db: Db, before: Date, limit: number): Promise<number> {
    return (await db.query(`DELETE FROM tokens WHERE expires_at < ? ORDER BY expires_at LIMIT ${Number(limit)}`, [before])).affectedRows;
  }

  async forgetRevoked(db: Db, before: Date, limit: number): Promise<number> {
    return (await db.query(`DELETE FROM tokens WHERE revoked_at < ? ORDER BY revoked_at LIMIT ${Number(limit)}`, [before])).affectedRows;
  }
}
