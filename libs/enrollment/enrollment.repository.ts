import { Injectable } from '@nestjs/common';
import { type Scope } from '#access';
import { type Db, insertRows, listOf } from '#platform/database';
import { classInScope } from '#schedule';

export interface RosterRow {
  id: number;
  classId: number;
  personId: number;
  name: string;
  unitId: number;
  unitName: string;
  last4: string | null;
  rosterNo: number | null;
  team: string | null;
  enrolledOn: string;
  removedOn: string | null;
  version: number;
}

const columns = `e.id, e.class_id AS classId, e.person_id AS personId, p.name, p.unit_id AS unitId, pu.name AS unitName,
  COALESCE(p.phone_last4, p.id_number_last4) AS last4, e.roster_no AS rosterNo, e.team, e.enrolled_on AS enrolledOn, e.removed_on AS removedOn, e.version`;
const joined = 'enrollments e JOIN people p ON p.id = e.person_id JOIN units pu ON pu.id = p.unit_id JOIN classes c ON c.id = e.class_id';

@Injectable()
export class EnrollmentRepository {
  /** Puts people on the roster; those removed earlier come back. Returns how many rows changed. */
  async enroll(
    db: Db,
    rows: readonly { class_id: number; person_id: number; roster_no: number | null; team: string | null; enrolled_on: string }[],
  ): Promise<void> {
    await insertRows(
      db,
      'enrollments',
      rows,
      `version = version + 1, removed_on = NULL, roster_no = COALESCE(VALUES(roster_no), roster_no), team = COALESCE(VALUES(team), team)`,
    );
  }

  /** `false` when somebody else changed the line meanwhile, or took it off. */
  async change(db: Db, id: number, version: number, { rosterNo, team }: Pick<RosterRow, 'rosterNo' | 'team'>): Promise<boolean> {
    const done = await db.query(
      'UPDATE enrollments SET roster_no = ?, team = ?, version = version + 1 WHERE id = ? AND version = ? AND removed_on IS NULL',
      [rosterNo, team, id, version],
    );
    return done.affectedRows === 1;
  }

  async remove(db: Db, id: number, version: number, on: string): Promise<boolean> {
    const done = await db.query(
      'UPDATE enrollments SET removed_on = ?, version = version + 1 WHERE id = ? AND version = ? AND removed_on IS NULL',
      [on, id, version],
    );
    return done.affectedRows === 1;
  }

  async find(db: Db, scope: Scope, id: number): Promise<RosterRow | null> {
    const visible = classInScope(scope);
    const rows = await db.query(`SELECT ${columns} FROM ${joined} WHERE e.id = ? AND ${visible.sql}`, [id, ...visible.parameters]);
    return rows[0] ?? null;
  }

  async list(db: Db, scope: Scope, filter: { classId?: number; personId?: number }, afterId: number, limit: number): Promise<RosterRow[]> {
    const visible = classInScope(scope);
    const where = [visible.sql, 'e.id > ?', 'e.removed_on IS NULL'];
    const parameters: unknown[] = [...visible.parameters, afterId];
    if (filter.classId) {
      where.push('e.class_id = ?');
      parameters.push(filter.classId);
    }
    if (filter.personId) {
      where.push('e.person_id = ?');
      parameters.push(filter.personId);
    }
    return db.query(`SELECT ${columns} FROM ${joined} WHERE ${where.join(' AND ')} ORDER BY e.id LIMIT ${Number(limit)}`, parameters);
  }

  /** The whole rosters of these classes, in roster order. The caller has judged the scope. */
  async rosters(db: Db, classIds: readonly number[]): Promise<RosterRow[]> {
    return db.query(
      `SELECT ${columns} FROM ${joined} WHERE e.class_id IN ${listOf(classIds)} AND e.removed_on IS NULL ORDER BY e.class_id, e.roster_no IS NULL, e.roster_no, e.id`,
      [...classIds],
    );
  }

  async sizeOf(db: Db, classId: number): Promise<number> {
    const [row] = await db.query('SELECT COUNT(*) AS n FROM enrollments WHERE class_id = ? AND removed_on IS NULL', [classId]);
    return Number(row.n);
  }

  /** How many people stand on each roster; an empty one is left out. */
  async sizesOf(db: Db, classIds: readonly number[]): Promise<Map<number, number>> {
    const rows: { id: number; size: number }[] = await db.query(
      `SELECT class_id AS id, COUNT(*) AS size FROM enrollments WHERE class_id IN ${listOf(classIds)} AND removed_on IS NULL GROUP BY class_id`,
      [...classIds],
    );
    return new Map(rows.map((row) => [row.id, Number(row.size)]));
  }

  async enrolledIn(db: Db, classId: number, personIds: readonly number[]): Promise<number[]> {
    const rows: { person_id: number }[] = await db.query(
      `SELECT person_id FROM enrollments WHERE class_id = ? AND removed_on IS NULL AND person_id IN ${listOf(personIds)}`,
      [classId, ...personIds],
    );
    return rows.map((row) => row.person_id);
  }
}
