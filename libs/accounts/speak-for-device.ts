import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Context, type DeviceOfRequest, type Grant } from '#platform/context';
import { type Db, uuidBytes } from '#platform/database';
import { type HolderRow } from './token.repository.js';

/** A phone as one of those who used it, as if its own token had come. */
export interface DeviceHolder {
  name: string;
  label: string | null;
  ctx: Context & { user: NonNullable<Context['user']>; device: DeviceOfRequest };
}

/** A text and what is to prove where it came from, base64url. */
export interface SealedText {
  text: string;
  seal: string;
}

type Row = Omit<HolderRow, 'hash' | 'kind' | 'tokenId' | 'deviceId'> & {
  deviceId: number;
  name: string;
  label: string | null;
  wipe: number;
};

/** For what a phone wrote down and somebody else brings: whose it is, and whether the phone wrote it. */
@Injectable()
export class SpeakForDevice {
  /** All who ever enrolled the phone, by the id it made for itself (a lower-case UUID); the phone of a disabled account is a revoked one. */
  async holders(db: Db, { requestId, address }: Context, uuid: string): Promise<DeviceHolder[]> {
    const rows: Row[] = await db.query(
      `SELECT d.id AS deviceId, d.label, d.wipe, (d.revoked_at IS NOT NULL OR u.disabled_at IS NOT NULL) AS revoked, u.id AS userId, u.account,
         u.name, u.instructor_id AS instructorId, g.bundle, g.unit_id AS unitId, n.access_path AS path
       FROM devices d JOIN users u ON u.id = d.user_id LEFT JOIN user_grants g ON g.user_id = u.id LEFT JOIN units n ON n.id = g.unit_id
       WHERE d.device_uuid = ? AND d.enrolled = 1 ORDER BY d.id`,
      [uuidBytes(uuid)],
    );
    return [...new Set(rows.map(({ deviceId }) => deviceId))].map((id) => {
      const own = rows.filter(({ deviceId }) => deviceId === id);
      const { userId, account, instructorId, name, label, revoked, wipe } = own[0]!;
      const device = { id, revoked: Boolean(revoked), wipe: Boolean(wipe) };
      const user = { id: userId, account, instructorId };
      return {
        name,
        label,
        ctx: { user, grants: own.flatMap(grantOf), requestId, via: 'http', tokenId: null, device, address },
      };
    });
  }

  /**
   * Judges whether a text was sealed by a token that one of the holders had on this phone, also one that ended and is still remembered.
   * Another holder's token proves nothing: a phone chooses its own id, and whoever is let in may choose that of somebody else's.
   */
  async prover(db: Db, uuid: string): Promise<(holder: DeviceHolder, sealed: SealedText) => boolean> {
    const rows: { deviceId: number; hash: Buffer }[] = await db.query(
      'SELECT d.id AS deviceId, t.hash FROM devices d JOIN tokens t ON t.device_id = d.id WHERE d.device_uuid = ? ORDER BY t.id DESC',
      [uuidBytes(uuid)],
    );
    const keysOf = (id: number): Buffer[] => rows.filter(({ deviceId }) => deviceId === id).map(({ hash }) => hash);
    return ({ ctx }, { text, seal }) => {
      const given = Buffer.from(seal, 'base64url');
      return keysOf(ctx.device.id).some((hash) => {
        const made = createHmac('sha256', hash).update(text).digest();
        return made.length === given.length && timingSafeEqual(made, given);
      });
    };
  }
}

const grantOf = ({ bundle, unitId, path }: Row): Grant[] =>
  bundle === null || unitId === null || path === null ? [] : [{ bundle, unitId, path }];
