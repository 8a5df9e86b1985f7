import { Injectable } from '@nestjs/common';
import { type Db } from '#platform/database';

export interface PointFields {
  name: string;
  forUnitId: number;
  siteId: number | null;
}

/** The rooms that follow a lesson. */
@Injectable()
export class ViewingPointRepository {
  async add(db: Db, sessionId: number, { name, forUnitId, siteId }: PointFields): Promise<number> {
    const done = await db.query('INSERT INTO viewing_points (session_id, name, for_unit_id, site_id) VALUES (?, ?, ?, ?)', [
      sessionId,
      name,
      forUnitId,
      siteId,
    ]);
    return done.insertId;
  }

  async change(db: Db, id: number, { name, forUnitId, siteId }: PointFields): Promise<void> {
    await db.query('UPDATE viewing_points SET name = ?, for_unit_id = ?, site_id = ? WHERE id = ?', [name, forUnitId, siteId, id]);
  }

  async remove(db: Db, id: number): Promise<void> {
    await db.query('DELETE FROM viewing_points WHERE id = ?', [id]);
  }
}
