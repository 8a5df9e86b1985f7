import { Injectable } from '@nestjs/common';
import { type ClassState, type CourseKind, type DeliveryMode, type RosterKind } from '#contract';
import { type Scope, scopeCondition } from '#access';
import { type Db, insertRows, listOf } from '#platform/database';

export interface ClassRow {
  id: number;
  code: string | null;
  name: string;
  kind: CourseKind;
  deliveryMode: DeliveryMode;
  roster: RosterKind;
  state: ClassState;
  coreProgramme: boolean;
  seriesId: number | null;
  seriesName: string | null;
  runNumber: number | null;
  courseId: number | null;
  startsOn: string;
  endsOn: string;
  hostUnitId: number;
  deliveringUnitId: number | null;
  villageId: number | null;
  headUserId: number | null;
  contact: string | null;
  closedAt: Date | null;
  version: number;
  hosts: number[];
  supportingUnits: number[];
}

export interface ClassFilter {
  kind?: CourseKind;
  state?: ClassState;
  unitId?: number;
  from?: string;
  to?: string;
  code?: string;
  q?: string;
}

const columns = `c.id, c.code, c.name, c.kind, c.delivery_mode AS deliveryMode, c.roster, c.state, c.core_programme AS coreProgramme,
  c.series_id AS seriesId, s.name AS seriesName, c.run_number AS runNumber, c.course_id AS courseId, c.starts_on AS startsOn, c.ends_on AS endsOn,
  c.host_unit_id AS hostUnitId, c.delivering_unit_id AS deliveringUnitId, c.village_id AS villageId, c.head_user_id AS headUserId,
  c.contact, c.closed_at AS closedAt, c.version`;

/** Which classes the units of the scope take part in: those named in `columns` of the class, and those listed in one of the `roles`. */
function takingPart(scope: Scope, columns: string, roles: string): { sql: string; parameters: unknown[] } {
  const { sql, parameters } = scopeCondition(scope, 'u.access_path');
  return {
    sql: `(EXISTS (SELECT 1 FROM units u WHERE u.id IN (${columns}) AND ${sql})
      OR EXISTS (SELECT 1 FROM class_units cu JOIN units u ON u.id = cu.unit_id WHERE cu.class_id = c.id AND cu.role IN (${roles}) AND ${sql}))`,
    parameters: [...parameters, ...parameters],
  };
}

/** A class is seen by its hosts, its delivering and supporting units, its village, and everybody above them. */
export const classInScope = (scope: Scope) =>
  takingPart(scope, 'c.host_unit_id, c.delivering_unit_id, c.village_id', "'host', 'supporting'");

/** A class is changed by its hosts and its delivering unit, and by everybody above them; who supports it or sits in looks on. */
export const classManagedIn = (scope: Scope) => takingPart(scope, 'c.host_unit_id, c.delivering_unit_id', "'host'");

/**
 * Its attendance is settled, and its sheets are brought, by those who manage it, by its head, and by its village and those above: a town
 * checks what its villages report. Who only supports it looks on.
 */
export function classMarkedBy(scope: Scope, userId: number | null): { sql: string; parameters: unknown[] } {
  const { sql, parameters } = takingPart(scope, 'c.host_unit_id, c.delivering_unit_id, c.village_id', "'host'");
  return { sql: `(${sql} OR c.head_user_id = ?)`, parameters: [...parameters, userId] };
}

@Injectable()
export class ClassRepository {
  async insert(db: Db, row: Record<string, string | number | boolean | null>): Promise<number> {
    const names = Object.keys(row);
    const done = await db.query(
      `INSERT INTO classes (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      Object.values(row),
    );
    return done.insertId;
  }

  async setUnits(db: Db, classId: number, role: 'host' | 'supporting', unitIds: readonly number[]): Promise<void> {
    await db.query('DELETE FROM class_units WHERE class_id = ? AND role = ?', [classId, role]);
    await insertRows(
      db,
      'class_units',
      [...new Set(unitIds)].map((unit_id, position) => ({ class_id: classId, role, position, unit_id })),
    );
  }

  /** The series of this name, made when there is none. */
  async series(db: Db, unitId: number, name: string): Promise<number> {
    await db.query('INSERT INTO series (unit_id, name) VALUES (?, ?) ON DUPLICATE KEY UPDATE id = id', [unitId, name]);
    const [row] = await db.query('SELECT id FROM series WHERE unit_id = ? AND name = ?', [unitId, name]);
    return row.id;
  }

  /** `null` outside the scope, exactly as when it does not exist. */
  async find(db: Db, scope: Scope, id: number, lock = false): Promise<ClassRow | null> {
    const visible = classInScope(scope);
    const rows: ClassRow[] = await db.query(
      `SELECT ${columns} FROM classes c LEFT JOIN series s ON s.id = c.series_id WHERE c.id = ? AND ${visible.sql}${lock ? ' FOR UPDATE' : ''}`,
      [id, ...visible.parameters],
    );
    return (await this.withUnits(db, rows))[0] ?? null;
  }

  async list(db: Db, scope: Scope, filter: ClassFilter, afterId: number, limit: number): Promise<ClassRow[]> {
    const visible = classInScope(scope);
    const where = [visible.sql, 'c.id > ?'];
    const parameters: unknown[] = [...visible.parameters, afterId];
    const add = (sql: string, ...values: unknown[]): void => {
      where.push(sql);
      parameters.push(...values);
    };
    if (filter.kind) add('c.kind = ?', filter.kind);
    if (filter.state) add('c.state = ?', filter.state);
    if (filter.code) add('c.code = ?', filter.code);
    if (filter.q) add("c.name LIKE CONCAT('%', ?, '%')", filter.q.replace(/[\\%_]/g, '\\$&'));
    if (filter.from) add('c.ends_on >= ?', filter.from);
    if (filter.to) add('c.starts_on <= ?', filter.to);
    if (filter.unitId) {
      add(
        `EXISTS (SELECT 1 FROM units u JOIN units f ON f.id = ? WHERE u.id IN (c.host_unit_id, c.delivering_unit_id, c.village_id) AND u.path LIKE CONCAT(f.path, '%'))`,
        filter.unitId,
      );
    }
    const rows: ClassRow[] = await db.query(
      `SELECT ${columns} FROM classes c LEFT JOIN series s ON s.id = c.series_id WHERE ${where.join(' AND ')} ORDER BY c.id LIMIT ${Number(limit)}`,
      parameters,
    );
    return this.withUnits(db, rows);
  }

  /** Writes the change if nobody else has changed the class meanwhile. */
  async update(db: Db, id: number, version: number, changes: Record<string, string | number | boolean | Date | null>): Promise<boolean> {
    const names = Object.keys(changes);
    const done = await db.query(
      `UPDATE classes SET ${names.map((name) => `${name} = ?, `).join('')}version = version + 1 WHERE id = ? AND version = ?`,
      [...Object.values(changes), id, version],
    );
    return done.affectedRows === 1;
  }

  async idsByCode(db: Db, codes: readonly string[]): Promise<Map<string, number>> {
    const rows: { id: number; code: string }[] = await db.query(`SELECT id, code FROM classes WHERE code IN ${listOf(codes)}`, [...codes]);
    return new Map(rows.map((row) => [row.code, row.id]));
  }

  private async withUnits(db: Db, rows: ClassRow[]): Promise<ClassRow[]> {
    const units: { class_id: number; role: string; unit_id: number }[] = await db.query(
      `SELECT class_id, role, unit_id FROM class_units WHERE class_id IN ${listOf(rows)} ORDER BY class_id, role, position`,
      rows.map((row) => row.id),
    );
    for (const row of rows) {
      const of = (role: string): number[] =>
        units.filter((unit) => unit.class_id === row.id && unit.role === role).map((unit) => unit.unit_id);
      row.coreProgramme = Boolean(row.coreProgramme);
      row.hosts = of('host');
      row.supportingUnits = of('supporting');
    }
    return rows;
  }
}
