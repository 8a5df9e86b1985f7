import { Injectable } from '@nestjs/common';
import { type Db, uuidBytes } from '#platform/database';

export interface DeviceRow {
  id: number;
  enrolled: boolean;
  lastSeenAt: Date;
}

@Injectable()
export class DeviceRepository {
  async find(db: Db, userId: number, uuid: string): Promise<DeviceRow | null> {
    const [row] = await db.query('SELECT id, enrolled, last_seen_at AS lastSeenAt FROM devices WHERE user_id = ? AND device_uuid = ?', [
      userId,
      uuidBytes(uuid),
    ]);
    return row ? { ...row, enrolled: Boolean(row.enrolled) } : null;
  }

  /** Adds the device, or notes that it was seen again. */
  async see(db: Db, device: { userId: number; uuid: string; tokenId: number | null; at: Date }): Promise<void> {
    await db.query(
      `INSERT INTO devices (user_id, device_uuid, token_id, first_seen_at, last_seen_at) VALUES (?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE token_id = VALUES(token_id), last_seen_at = VALUES(last_seen_at)`,
      [device.userId, uuidBytes(device.uuid), device.tokenId, device.at, device.at],
    );
  }
}
