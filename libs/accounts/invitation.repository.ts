import { Injectable } from '@nestjs/common';
import { type Db, uuidBytes, uuidText } from '#platform/database';

export interface InvitationRow {
  /** Whom it is for. */
  user: { id: number; account: string; name: string; instructorId: number | null; disabled: boolean };
  expiresAt: Date;
  /** The phone that claimed it. */
  deviceId: string | null;
}

@Injectable()
export class InvitationRepository {
  async insert(db: Db, invitation: { userId: number; hash: Buffer; at: Date; expiresAt: Date }): Promise<void> {
    await db.query('INSERT INTO device_invitations (user_id, code_hash, created_at, expires_at) VALUES (?, ?, ?, ?)', [
      invitation.userId,
      invitation.hash,
      invitation.at,
      invitation.expiresAt,
    ]);
  }

  async isKnown(db: Db, hash: Buffer): Promise<boolean> {
    return (await db.query('SELECT 1 FROM device_invitations WHERE code_hash = ?', [hash])).length > 0;
  }

  /** The phone takes the invitation, if it still lives and none took it before; then how it and its account stand, locked. */
  async claim(db: Db, hash: Buffer, deviceId: string, at: Date): Promise<InvitationRow | null> {
    await db.query('UPDATE device_invitations SET device_uuid = ? WHERE code_hash = ? AND device_uuid IS NULL AND expires_at > ?', [
      uuidBytes(deviceId),
      hash,
      at,
    ]);
    const [row] = await db.query(
      `SELECT i.expires_at AS expiresAt, i.device_uuid AS uuid, u.id, u.account, u.name, u.instructor_id AS instructorId, u.disabled_at AS disabledAt
       FROM device_invitations i JOIN users u ON u.id = i.user_id WHERE i.code_hash = ? FOR UPDATE`,
      [hash],
    );
    if (!row) return null;
    const { expiresAt, uuid, disabledAt, ...user } = row;
    return { user: { ...user, disabled: disabledAt !== null }, expiresAt, deviceId: uuid && uuidText(uuid) };
  }

  /** Ends all invitations of an account, or those that one phone claimed: a code that let it in does not let it in again. */
  async end(db: Db, { userId, uuid }: { userId: number; uuid?: Buffer }, at: Date): Promise<void> {
    await db.query(
      `UPDATE device_invitations SET expires_at = LEAST(expires_at, ?) WHERE user_id = ?${uuid === undefined ? '' : ' AND device_uuid = ?'}`,
      [at, userId, ...(uuid === undefined ? [] : [uuid])],
    );
  }

  async forgetExpired(db: Db, before: Date, limit: number): Promise<number> {
    const sql = `DELETE FROM device_invitations WHERE expires_at < ? ORDER BY expires_at LIMIT ${Number(limit)}`;
    return (await db.query(sql, [before])).affectedRows;
  }
}
