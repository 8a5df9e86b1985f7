import { Injectable } from '@nestjs/common';
import { containing, type Db, uuidBytes } from '#platform/database';
import { type AccountsScope, within } from './accounts-scope.js';
import { type Heard, skewSeconds } from './devices.policy.js';

/** What waited on a phone when its browser cleared it. */
export interface PhoneLoss {
  /** The account's name that the phone spoke for. */
  of: string;
  count: number;
}

export interface DeviceRow {
  id: number;
  userId: number;
  uuid: Buffer;
  account: string;
  name: string;
  instructorId: number | null;
  label: string | null;
  firstSeenAt: Date;
  lastSeenAt: Date;
  app: string | null;
  waiting: number | null;
  skewSeconds: number | null;
  lost: number | null;
  lostOf: string | null;
  lostAt: Date | null;
  enrolled: boolean;
  revokedAt: Date | null;
  wipe: boolean;
}

const columns = `d.id, d.user_id AS userId, d.device_uuid AS uuid, u.account, u.name, u.instructor_id AS instructorId, d.label,
  d.first_seen_at AS firstSeenAt, d.last_seen_at AS lastSeenAt, d.app, d.waiting, d.skew_seconds AS skewSeconds, d.lost,
  d.lost_of AS lostOf, d.lost_at AS lostAt, d.enrolled, d.revoked_at AS revokedAt, d.wipe`;
const ofAccount = (seen: { sql: string }): string =>
  `devices d JOIN users u ON u.id = d.user_id
   WHERE EXISTS (SELECT 1 FROM user_grants g JOIN units n ON n.id = g.unit_id WHERE g.user_id = d.user_id AND ${seen.sql})`;
const shown = (row: DeviceRow): DeviceRow => ({ ...row, enrolled: Boolean(row.enrolled), wipe: Boolean(row.wipe) });

@Injectable()
export class DeviceRepository {
  /** The phone by the id it made for itself, and when it was last noted. */
  async known(db: Db, userId: number, uuid: string): Promise<{ id: number; lastSeenAt: Date } | null> {
    const [row] = await db.query('SELECT id, last_seen_at AS lastSeenAt FROM devices WHERE user_id = ? AND device_uuid = ?', [
      userId,
      uuidBytes(uuid),
    ]);
    return row ?? null;
  }

  /** Adds the phone, or notes that it was seen again. */
  async see(db: Db, device: { userId: number; uuid: string; tokenId: number | null }, heard: Heard): Promise<void> {
    const { app, waiting, skew } = told(heard);
    await db.query(
      `INSERT INTO devices (user_id, device_uuid, token_id, first_seen_at, last_seen_at, app, waiting, skew_seconds) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE token_id = VALUES(token_id), last_seen_at = VALUES(last_seen_at), app = COALESCE(VALUES(app), app),
         waiting = COALESCE(VALUES(waiting), waiting), skew_seconds = COALESCE(VALUES(skew_seconds), skew_seconds)`,
      [device.userId, uuidBytes(device.uuid), device.tokenId, heard.at, heard.at, app, waiting, skew],
    );
  }

  /** Notes what came with the phone's own token, and lets the token live on from now, at most once a day; a revoked one does not. */
  async hear(db: Db, device: { id: number; tokenId: number | null }, heard: Heard, tokenEnd: Date): Promise<void> {
    const { app, waiting, skew } = told(heard);
    await db.query(
      `UPDATE devices d JOIN tokens t ON t.id = ? AND t.device_id = d.id
       SET d.token_id = t.id, d.last_seen_at = ?, d.app = COALESCE(?, d.app), d.waiting = COALESCE(?, d.waiting),
         d.skew_seconds = COALESCE(?, d.skew_seconds),
         t.expires_at = IF(d.revoked_at IS NULL AND t.expires_at < ? - INTERVAL 1 DAY, ?, t.expires_at)
       WHERE d.id = ?`,
      [device.tokenId, heard.at, app, waiting, skew, tokenEnd, tokenEnd, device.id],
    );
  }

  /**
   * Makes the phone a trusted one of the account, also one that was revoked. What it lost stands until it tells of another loss; whoever used it
   * before, nothing waits on it any more. Answers its id.
   */
  async enroll(db: Db, device: { userId: number; uuid: string; label: string | null; lost?: PhoneLoss; at: Date }): Promise<number> {
    const { at, lost } = device;
    if (lost) await db.query('UPDATE devices SET waiting = 0 WHERE device_uuid = ?', [uuidBytes(device.uuid)]);
    await db.query(
      `INSERT INTO devices (user_id, device_uuid, label, enrolled, first_seen_at, last_seen_at, lost, lost_of, lost_at) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE label = VALUES(label), enrolled = 1, revoked_at = NULL, wipe = 0, last_seen_at = VALUES(last_seen_at),
         lost = COALESCE(VALUES(lost), lost), lost_of = COALESCE(VALUES(lost_of), lost_of), lost_at = COALESCE(VALUES(lost_at), lost_at)`,
      [device.userId, uuidBytes(device.uuid), device.label, at, at, lost?.count ?? null, lost?.of ?? null, lost ? at : null],
    );
    return (await this.known(db, device.userId, device.uuid))!.id;
  }

  /** Phones of accounts that hold something in the scope, those noted last first, before an id; with `q`, of accounts whose account or name holds it. */
  async list(db: Db, scope: AccountsScope, { beforeId, q }: { beforeId: number | null; q?: string }, limit: number): Promise<DeviceRow[]> {
    const seen = within(scope, 'n.access_path');
    const like = q === undefined ? [] : Array<string>(2).fill(containing(q));
    const rows: DeviceRow[] = await db.query(
      `SELECT ${columns} FROM ${ofAccount(seen)}
         ${beforeId === null ? '' : 'AND d.id < ?'} ${q === undefined ? '' : 'AND (u.account LIKE ? OR u.name LIKE ?)'}
       ORDER BY d.id DESC LIMIT ${Number(limit)}`,
      [...seen.parameters, ...(beforeId === null ? [] : [beforeId]), ...like],
    );
    return rows.map(shown);
  }

  /** A phone of such an account. */
  async find(db: Db, scope: AccountsScope, id: number): Promise<DeviceRow | null> {
    const seen = within(scope, 'n.access_path');
    const [row] = await db.query(`SELECT ${columns} FROM ${ofAccount(seen)} AND d.id = ?`, [...seen.parameters, id]);
    return row ? shown(row) : null;
  }

  /** Ends the trust in one phone of an account, or in all; what was said before stays said. */
  async revoke(db: Db, { userId, id }: { userId: number; id?: number }, at: Date, wipe: boolean): Promise<void> {
    await db.query(
      `UPDATE devices SET revoked_at = COALESCE(revoked_at, ?), wipe = GREATEST(wipe, ?) WHERE user_id = ? AND enrolled = 1${id === undefined ? '' : ' AND id = ?'}`,
      [at, wipe ? 1 : 0, userId, ...(id === undefined ? [] : [id])],
    );
  }
}

const told = ({ at, report }: Heard) => ({
  app: report?.app ?? null,
  waiting: report?.waiting ?? null,
  skew: report ? skewSeconds(at, report.sentAt) : null,
});
