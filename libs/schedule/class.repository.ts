import { Injectable } from '@nestjs/common';
import { type ClassState, type CourseKind, type DeliveryMode, initialsPattern, type RosterKind } from '#contract';
import { type Scope, scopeCondition } from '#access';
import { type Db, insertRows, listOf, containing } from '#platform/database';
import { type ImportJob, type RowOutcome } from '#platform/imports';

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
  /** Part of the name or of the code, or initials of the readings of a part of the name. */
  q?: string;
  /** Ended before this day, and nobody has closed it. */
  unclosedBefore?: string;
}

/** How a list of classes goes: by id, or by the day on which they begin, latest first. */
export const classOrders = ['id', 'newest'] as const;
export type ClassOrder = (typeof classOrders)[number];
export interface ClassPlace {
  id: number;
  startsOn: string;
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

/** The units that take part in these classes: whose they are. */
export async function unitsOfClasses(db: Db, classIds: readonly number[]): Promise<number[]> {
  const ids = listOf(classIds);
  const rows: { id: number }[] = await db.query(
    `SELECT host_unit_id AS id FROM classes WHERE id IN ${ids}
     UNION SELECT delivering_unit_id FROM classes WHERE id IN ${ids} AND delivering_unit_id IS NOT NULL
     UNION SELECT village_id FROM classes WHERE id IN ${ids} AND village_id IS NOT NULL
     UNION SELECT unit_id FROM class_units WHERE class_id IN ${ids} AND role IN ('host', 'supporting')`,
    [...classIds, ...classIds, ...classIds, ...classIds],
  );
  return rows.map((row) => row.id);
}

/** Notes whose classes an import writes. */
export async function noteUnits(db: Db, job: ImportJob, classIds: readonly number[]): Promise<void> {
  if (classIds.length > 0) for (const unit of await unitsOfClasses(db, [...new Set(classIds)])) job.units.add(unit);
}

/** The same of sessions that rows wrote, or wrote into. */
export async function noteUnitsOfSessions(db: Db, job: ImportJob, outcomes: readonly RowOutcome[]): Promise<void> {
  const written = outcomes.flatMap(({ effects = [] }) => effects.map(({ noun, id, within }) => within ?? { noun, id }));
  const sessions = [...new Set(written.filter(({ noun }) => noun === 'session').map(({ id }) => Number(id)))];
  const rows: { id: number }[] =
    sessions.length === 0
      ? []
      : await db.query(`SELECT DISTINCT class_id AS id FROM session_classes WHERE session_id IN ${listOf(sessions)}`, sessions);
  await noteUnits(
    db,
    job,
    rows.map(({ id }) => id),
  );
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

  async list(
    db: Db,
    scope: Scope,
    filter: ClassFilter,
    { order, after, limit }: { order: ClassOrder; after: ClassPlace | null; limit: number },
  ): Promise<ClassRow[]> {
    const visible = classInScope(scope);
    const where = [visible.sql];
    const parameters: unknown[] = [...visible.parameters];
    const add = (sql: string, ...values: unknown[]): void => {
      where.push(sql);
      parameters.push(...values);
    };
    if (after && order === 'id') add('c.id > ?', after.id);
    if (after && order === 'newest') add('(c.starts_on < ? OR (c.starts_on = ? AND c.id < ?))', after.startsOn, after.startsOn, after.id);
    if (filter.kind) add('c.kind = ?', filter.kind);
    if (filter.state) add('c.state = ?', filter.state);
    if (filter.code) add('c.code = ?', filter.code);
    if (filter.q) {
      const [part, initials] = [containing(filter.q), initialsPattern(filter.q.trim())];
      if (initials) add('(c.name LIKE ? OR c.code LIKE ? OR c.name REGEXP ?)', part, part, initials);
      else add('(c.name LIKE ? OR c.code LIKE ?)', part, part);
    }
    if (filter.from) add('c.ends_on >= ?', filter.from);
    if (filter.to) add('c.starts_on <= ?', filter.to);
    if (filter.unclosedBefore) add("c.ends_on < ? AND c.state IN ('published', 'running')", filter.unclosedBefore);
    if (filter.unitId) {
      add(
        `EXISTS (SELECT 1 FROM units u JOIN units f ON f.id = ? WHERE u.id IN (c.host_unit_id, c.delivering_unit_id, c.village_id) AND u.path LIKE CONCAT(f.path, '%'))`,
        filter.unitId,
      );
    }
    const rows: ClassRow[] = await db.query(
      `SELECT ${columns} FROM classes c LEFT JOIN series s ON s.id = c.series_id WHERE ${where.join(' AND ')} ORDER BY ${
        order === 'id' ? 'c.id' : 'c.starts_on DESC, c.id DESC'
      } LIMIT ${Number(limit)}`,
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
