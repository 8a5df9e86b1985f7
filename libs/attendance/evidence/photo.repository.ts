import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Scope } from '#access';
import { photosOfSession } from '#contract';
import { type Db, insertRows, numbersOf, type Question, question, uuidBytes, uuidText } from '#platform/database';
import { servesClassInScope } from '#schedule';

export interface FreshPhoto {
  id: string;
  sessionId: number;
  position: number;
  fileId: number;
  hash: Buffer;
  deviceAt: Date;
  receivedAt: Date;
  userId: number | null;
  deviceId: number | null;
  fromRevoked: boolean;
}

export interface ShownPhoto {
  id: string;
  takenAt: Date;
  receivedAt: Date;
  /** Whose account handed it over. */
  by: string | null;
  fromRevoked: boolean;
}

@Injectable()
export class PhotoRepository {
  async known(db: Db, id: string): Promise<Buffer | null> {
    const [row] = await db.query('SELECT body_hash AS hash FROM photos WHERE id = ?', [uuidBytes(id)]);
    return row?.hash ?? null;
  }

  /** A free place of a session, any of them: those who come at once seldom take the same. `null` where it is full. */
  async freePosition(db: Db, sessionId: number): Promise<number | null> {
    const rows: { position: number }[] = await db.query('SELECT position FROM photos WHERE session_id = ? AND position IS NOT NULL', [
      sessionId,
    ]);
    const taken = new Set(rows.map(({ position }) => position));
    const free = Array.from({ length: photosOfSession }, (_, i) => i + 1).filter((position) => !taken.has(position));
    return free.length === 0 ? null : free[randomInt(free.length)]!;
  }

  /** @throws duplicate key, when the id or the place was taken meanwhile */
  async insert(db: Db, { id, hash, ...photo }: FreshPhoto): Promise<void> {
    await insertRows(db, 'photos', [
      {
        id: uuidBytes(id),
        session_id: photo.sessionId,
        position: photo.position,
        file_id: photo.fileId,
        body_hash: hash,
        device_at: photo.deviceAt,
        received_at: photo.receivedAt,
        user_id: photo.userId,
        device_id: photo.deviceId,
        from_revoked: photo.fromRevoked,
      },
    ]);
  }

  /** In the order in which they were taken, as the phones' clocks say. */
  async ofSession(db: Db, sessionId: number): Promise<ShownPhoto[]> {
    const rows: (Omit<ShownPhoto, 'id' | 'fromRevoked'> & { id: Buffer; revoked: number })[] = await db.query(
      `SELECT p.id, p.device_at AS takenAt, p.received_at AS receivedAt, p.from_revoked AS revoked, u.name AS \`by\`
       FROM photos p LEFT JOIN users u ON u.id = p.user_id
       WHERE p.session_id = ? AND p.position IS NOT NULL ORDER BY p.device_at, p.id LIMIT ${photosOfSession}`,
      [sessionId],
    );
    return rows.map(({ id, revoked, ...row }) => ({ ...row, id: uuidText(id), fromRevoked: revoked === 1 }));
  }

  /** `null` where it was removed, or outside the scope of every class that its session serves. */
  async find(db: Db, scope: Scope, id: string): Promise<{ sessionId: number; fileId: number } | null> {
    const visible = servesClassInScope(scope);
    const [row] = await db.query(
      `SELECT p.session_id AS sessionId, p.file_id AS fileId FROM photos p JOIN sessions s ON s.id = p.session_id
       WHERE p.id = ? AND p.file_id IS NOT NULL AND ${visible.sql}`,
      [uuidBytes(id), ...visible.parameters],
    );
    return row ?? null;
  }

  /** `false` when somebody else removed it meanwhile. */
  async remove(db: Db, id: string, removed: { at: Date; by: number | null }): Promise<boolean> {
    const done = await db.query(
      'UPDATE photos SET position = NULL, file_id = NULL, removed_at = ?, removed_by = ? WHERE id = ? AND file_id IS NOT NULL',
      [removed.at, removed.by, uuidBytes(id)],
    );
    return done.affectedRows === 1;
  }
}

/**
 * Which of these sessions may be photographed: those whose lead class is of a unit (its village, else its first host) that has photos
 * switched on, or stands under one that has.
 */
export const photosWanted = (sessionIds: readonly number[]): Question<ReadonlySet<number>> =>
  question<{ id: number }, ReadonlySet<number>>(
    `SELECT s.id FROM sessions s JOIN classes c ON c.id = s.lead_class_id JOIN units u ON u.id = COALESCE(c.village_id, c.host_unit_id)
     WHERE s.id IN ${numbersOf(sessionIds)}
       AND EXISTS (SELECT 1 FROM units above WHERE above.photos = 1 AND u.access_path LIKE CONCAT(above.access_path, '%'))`,
    [],
    (rows) => new Set(rows.map(({ id }) => id)),
  );
