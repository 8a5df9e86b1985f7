import { Injectable } from '@nestjs/common';
import { type Scope, scopeCondition } from '#access';
import { type ClassState, type CourseKind } from '#contract';
import { kindFacts } from '#courses';
import { AuditTrail } from '#platform/audit';
import { type Db, insertRows, listOf } from '#platform/database';
import { type ImportJob } from '#platform/imports';
import { displayName, registerKey, subtreeCondition, UnitRepository } from '#units';

export interface Village {
  id: number;
  code: string;
  name: string;
  /** The last day on which it existed; `null` while it lives. */
  validTo: string | null;
}

export interface VillageClass {
  id: number;
  code: string;
  kind: CourseKind;
  state: ClassState;
  startsOn: string;
  endsOn: string;
  version: number;
}

/** The code of a village's demonstration class of a year. */
export const villageClassCode = (year: string, villageCode: string): string => `SF-${year}-${villageCode}`;

/** The villages' own demonstration classes, many at a time. */
@Injectable()
export class VillageClassRepository {
  constructor(
    private readonly units: UnitRepository,
    private readonly audit: AuditTrail,
  ) {}

  async villages(db: Db, scope: Scope, codes: readonly string[]): Promise<Map<string, Village>> {
    const { sql, parameters } = scopeCondition(scope, 'access_path');
    const rows: Village[] = await db.query(
      `SELECT id, code, name, valid_to AS validTo FROM units WHERE level = 'village' AND code IN ${listOf(codes)} AND ${sql}`,
      [...codes, ...parameters],
    );
    return new Map(rows.map((row) => [row.code, row]));
  }

  async byCodes(db: Db, codes: readonly string[], lock = false): Promise<Map<string, VillageClass>> {
    const rows: VillageClass[] = await db.query(
      `SELECT id, code, kind, state, starts_on AS startsOn, ends_on AS endsOn, version FROM classes
       WHERE code IN ${listOf(codes)}${lock ? ' FOR UPDATE' : ''}`,
      [...codes],
    );
    return new Map(rows.map((row) => [row.code, row]));
  }

  /** In which village classes of the scope lessons of these numbers stand: codes of classes by `registerKey` of the number. */
  async placesOf(db: Db, scope: Scope, numbers: readonly string[]): Promise<Map<string, string[]>> {
    const { sql, parameters } = scopeCondition(scope, 'u.access_path');
    const rows: { code: string; classCode: string }[] = await db.query(
      `SELECT s.code, c.code AS classCode FROM classes c JOIN units u ON u.id = c.village_id JOIN sessions s ON s.lead_class_id = c.id
       WHERE c.code LIKE 'SF-____-%' AND c.kind = 'demonstration' AND s.state = 'scheduled' AND s.code IN ${listOf(numbers)} AND ${sql}`,
      [...numbers, ...parameters],
    );
    const places = new Map<string, string[]>();
    for (const row of rows) places.set(registerKey(row.code), [...(places.get(registerKey(row.code)) ?? []), row.classCode]);
    return places;
  }

  /** Classes that were only published begin. */
  async begin(db: Db, job: ImportJob, classIds: readonly number[]): Promise<void> {
    if (classIds.length === 0) return;
    await db.query(`UPDATE classes SET state = 'running', version = version + 1 WHERE state = 'published' AND id IN ${listOf(classIds)}`, [
      ...classIds,
    ]);
    for (const id of classIds) await this.audit.record(db, job.ctx, 'class.running', { noun: 'class', id }, { import: job.id });
  }

  /** Makes the classes of villages that have none in the year. Returns their ids by code. */
  async open(db: Db, job: ImportJob, missing: readonly { village: Village; year: string }[]): Promise<Map<string, number>> {
    if (missing.length === 0) return new Map();
    const { defaultRoster, defaultDelivery, kind } = kindFacts('demonstration');
    const codeOf = (one: (typeof missing)[number]): string => villageClassCode(one.year, one.village.code);
    await insertRows(
      db,
      'classes',
      missing.map(({ village, year }) => ({
        code: villageClassCode(year, village.code),
        name: `${displayName(village.name)}${year}年示范课`,
        kind,
        delivery_mode: defaultDelivery,
        roster: defaultRoster,
        state: 'running',
        starts_on: `${year}-01-01`,
        ends_on: `${year}-12-31`,
        host_unit_id: village.id,
        village_id: village.id,
      })),
      'id = id',
    );
    const made = await this.byCodes(db, missing.map(codeOf));
    const ids = new Map([...made].map(([code, { id }]) => [code, id]));
    await insertRows(
      db,
      'class_units',
      missing.map((one) => ({ class_id: ids.get(codeOf(one))!, role: 'host', position: 0, unit_id: one.village.id })),
      'position = position',
    );
    await this.audit.record(db, job.ctx, 'class.imported', { noun: 'import', id: job.id }, { classes: ids.size });
    return ids;
  }

  /** Teachers of the county by `registerKey` of the code, and by `village/name` for those who are only named. */
  async teachers(
    db: Db,
    scope: Scope,
    lessons: readonly { instructorCode: string | null; instructorName: string | null }[],
  ): Promise<Map<string, number>> {
    const codes = [...new Set(lessons.flatMap((lesson) => lesson.instructorCode ?? []))];
    const names = [...new Set(lessons.flatMap((lesson) => lesson.instructorName ?? []))];
    const shared = subtreeCondition(await this.units.countyWide(db, scope), 'u.access_path');
    const rows: { id: number; code: string | null; name: string; unitId: number }[] = await db.query(
      `SELECT i.id, i.code, i.name, i.unit_id AS unitId FROM instructors i JOIN units u ON u.id = i.unit_id
       WHERE (i.code IN ${listOf(codes)} OR i.name IN ${listOf(names)}) AND ${shared.sql} ORDER BY i.id DESC`,
      [...codes, ...names, ...shared.parameters],
    );
    const found = new Map<string, number>();
    for (const row of rows) {
      if (row.code) found.set(registerKey(row.code), row.id);
      found.set(`${row.unitId}/${row.name}`, row.id);
    }
    return found;
  }
}
