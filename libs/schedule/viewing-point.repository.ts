import { Injectable } from '@nestjs/common';
import { type Db, insertRows, listOf } from '#platform/database';

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

  /**
   * Takes rooms of a session away, remembers that they were there, and answers which. What is recorded in them is to be looked at afterwards:
   * a packet that names one either came before, or finds it gone.
   */
  async remove(db: Db, sessionId: number, which: { sql: string; parameters: readonly unknown[] }): Promise<number[]> {
    const rows: { id: number }[] = await db.query(`SELECT id FROM viewing_points WHERE session_id = ? AND ${which.sql} FOR UPDATE`, [
      sessionId,
      ...which.parameters,
    ]);
    await insertRows(
      db,
      'removed_viewing_points',
      rows.map(({ id }) => ({ id, session_id: sessionId })),
    );
    const ids = rows.map(({ id }) => id);
    await db.query(`DELETE FROM viewing_points WHERE id IN ${listOf(ids)}`, ids);
    return ids;
  }
}
