import { Injectable } from '@nestjs/common';
import { type UnitLevel, type VillageKind } from '#contract';
import { type Db, insertRows, listOf, containing } from '#platform/database';
import { subtreeCondition, type Subtrees } from './subtrees.js';
import { type Place } from './unit-place.policy.js';

export interface UnitRow {
  id: number;
  parentId: number | null;
  level: UnitLevel;
  villageKind: VillageKind | null;
  name: string;
  code: string | null;
  path: string;
  accessPath: string;
  keyVillage: number;
  keyTown: number;
  keyCounty: number;
  keyCity: number;
  keyProvince: number;
  validFrom: string;
  validTo: string | null;
  successorId: number | null;
  /** 1 where photos were switched on here; what stands above may have it, too. */
  photos: number;
  version: number;
}

export interface UnitFilter {
  level?: UnitLevel;
  parentId?: number;
  code?: string;
  /** Part of the name. */
  q?: string;
  /** Without retired ones. */
  living?: boolean;
  /** Those above which nothing is seen: where a tree begins. */
  top?: boolean;
}

/** Against whoever else would change the unit; `shared`, only against that it ends before this transaction does. */
type UnitLock = boolean | 'shared';
const locking = (lock: UnitLock): string => (lock === 'shared' ? ' LOCK IN SHARE MODE' : lock ? ' FOR UPDATE' : '');

/** A unit to be: its place follows from what stands above it. */
export interface UnitDraft {
  parentId: number | null;
  level: UnitLevel;
  villageKind: VillageKind | null;
  name: string;
  code: string | null;
  validFrom: string;
}

const columns = `u.id, u.parent_id AS parentId, u.level, u.village_kind AS villageKind, u.name, u.code, u.path, u.access_path AS accessPath,
  u.key_village AS keyVillage, u.key_town AS keyTown, u.key_county AS keyCounty, u.key_city AS keyCity, u.key_province AS keyProvince,
  u.valid_from AS validFrom, u.valid_to AS validTo, u.successor_id AS successorId, u.photos, u.version`;

@Injectable()
export class UnitRepository {
  /** `null` outside the scope, exactly as when there is none. */
  async find(db: Db, scope: Subtrees, id: number, lock: UnitLock = false): Promise<UnitRow | null> {
    const visible = subtreeCondition(scope, 'u.access_path');
    const [row] = await db.query(`SELECT ${columns} FROM units u WHERE u.id = ? AND ${visible.sql}${locking(lock)}`, [
      id,
      ...visible.parameters,
    ]);
    return row ?? null;
  }

  async list(db: Db, scope: Subtrees, filter: UnitFilter, afterId: number, limit: number): Promise<UnitRow[]> {
    const visible = subtreeCondition(scope, 'u.access_path');
    const where = [visible.sql, 'u.id > ?'];
    const parameters: unknown[] = [...visible.parameters, afterId];
    const add = (sql: string, ...values: unknown[]): void => {
      where.push(sql);
      parameters.push(...values);
    };
    if (filter.level) add('u.level = ?', filter.level);
    if (filter.parentId) add('u.parent_id = ?', filter.parentId);
    if (filter.code) add('u.code = ?', filter.code);
    if (filter.q) add('u.name LIKE ?', containing(filter.q));
    if (filter.living) add('u.valid_to IS NULL');
    if (filter.top) add(`(u.parent_id IS NULL OR u.access_path IN ${listOf(scope.paths)})`, ...scope.paths);
    return db.query(`SELECT ${columns} FROM units u WHERE ${where.join(' AND ')} ORDER BY u.id LIMIT ${Number(limit)}`, parameters);
  }

  /** Whoever asks: for naming what a record refers to. */
  async byIds(db: Db, ids: readonly number[]): Promise<Map<number, UnitRow>> {
    const rows: UnitRow[] = await db.query(`SELECT ${columns} FROM units u WHERE u.id IN ${listOf(ids)}`, [...ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Units that ended in favour of this one. Whoever asks. */
  async endedInto(db: Db, id: number): Promise<UnitRow[]> {
    return db.query(`SELECT ${columns} FROM units u WHERE u.successor_id = ? ORDER BY u.valid_to, u.id LIMIT 200`, [id]);
  }

  /** By code in its one form. The caller compares `accessPath` with its scope: imports must tell a foreign unit from none. */
  async byCodes(db: Db, codes: readonly string[], lock: UnitLock = false): Promise<Map<string, UnitRow>> {
    const rows: UnitRow[] = await db.query(`SELECT ${columns} FROM units u WHERE u.code IN ${listOf(codes)}${locking(lock)}`, [...codes]);
    return new Map(rows.map((row) => [row.code!, row]));
  }

  /** Writes units that have no place yet; follow with `settle`, ids looked up by code. */
  async insert(db: Db, drafts: readonly UnitDraft[]): Promise<void> {
    await insertRows(db, 'units', drafts.map(unplaced));
  }

  async insertOne(db: Db, draft: UnitDraft): Promise<number> {
    const row = unplaced(draft);
    const names = Object.keys(row);
    const done = await db.query(`INSERT INTO units (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`, Object.values(row));
    return done.insertId;
  }

  /** Gives units their paths and keys. They exist already: the other columns are only there to make a whole row. */
  async settle(db: Db, places: readonly (Place & { id: number })[]): Promise<void> {
    await insertRows(
      db,
      'units',
      places.map(({ id, path, accessPath, keys }) => ({
        id,
        level: 'organ',
        name: '',
        path,
        access_path: accessPath,
        key_village: keys.village,
        key_town: keys.town,
        key_county: keys.county,
        key_city: keys.city,
        key_province: keys.province,
      })),
      ['path', 'access_path', 'key_village', 'key_town', 'key_county', 'key_city', 'key_province']
        .map((column) => `${column} = VALUES(${column})`)
        .join(', '),
    );
  }

  /** The caller has locked the row and knows the version. */
  async change(db: Db, id: number, version: number, { name, photos }: { name: string; photos: boolean }): Promise<void> {
    await db.query('UPDATE units SET name = ?, photos = ?, version = version + 1 WHERE id = ? AND version = ?', [
      name,
      photos,
      id,
      version,
    ]);
  }

  /** Names with the versions they make, in one statement: for files. */
  async renameMany(db: Db, names: readonly Pick<UnitRow, 'id' | 'name' | 'version'>[]): Promise<void> {
    if (names.length === 0) return;
    const choices = names.map(() => 'WHEN ? THEN ?').join(' ');
    const ids = names.map(({ id }) => id);
    await db.query(
      `UPDATE units SET name = CASE id ${choices} ELSE name END, version = CASE id ${choices} ELSE version END WHERE id IN ${listOf(ids)}`,
      [...names.flatMap(({ id, name }) => [id, name]), ...names.flatMap(({ id, version }) => [id, version]), ...ids],
    );
  }

  async livingBelow(db: Db, unit: Pick<UnitRow, 'id' | 'path'>): Promise<number> {
    const [row] = await db.query('SELECT COUNT(*) AS living FROM units WHERE path LIKE ? AND id <> ? AND valid_to IS NULL', [
      `${unit.path}%`,
      unit.id,
    ]);
    return Number(row.living);
  }

  async retire(db: Db, id: number, version: number, validTo: string, successorId: number | null): Promise<boolean> {
    const done = await db.query(
      'UPDATE units SET valid_to = ?, successor_id = ?, version = version + 1 WHERE id = ? AND version = ? AND valid_to IS NULL',
      [validTo, successorId, id, version],
    );
    return done.affectedRows === 1;
  }

  /** Everything that today's users find under one place is found under another from now on. */
  async moveAccess(db: Db, from: string, to: string): Promise<void> {
    await db.query('UPDATE units SET access_path = CONCAT(?, SUBSTRING(access_path, ?)) WHERE access_path LIKE ?', [
      to,
      from.length + 1,
      `${from}%`,
    ]);
  }

  /**
   * The scope widened to the counties in which it lies (or what stands nearest above): registers of teachers, sites, routes and
   * courses are shared by a county.
   */
  async countyWide(db: Db, scope: Subtrees): Promise<{ paths: string[]; everything: boolean }> {
    if (scope.paths.includes('/')) return { paths: ['/'], everything: true };
    const rows: { path: string }[] = await db.query(
      `SELECT DISTINCT county.access_path AS path FROM units u JOIN units county ON county.id = u.key_county WHERE u.access_path IN ${listOf(scope.paths)}`,
      [...scope.paths],
    );
    return { paths: rows.map((row) => row.path), everything: false };
  }

  /** Those under others first: they came later. @throws a database error (`isReferenced`) when something stands on one of them. */
  async remove(db: Db, ids: readonly number[]): Promise<void> {
    await db.query(`DELETE FROM units WHERE id IN ${listOf(ids)} ORDER BY id DESC`, [...ids]);
  }
}

const unplaced = (draft: UnitDraft) => ({
  parent_id: draft.parentId,
  level: draft.level,
  village_kind: draft.villageKind,
  name: draft.name,
  code: draft.code,
  valid_from: draft.validFrom,
  path: '',
  access_path: '',
  key_village: 0,
  key_town: 0,
  key_county: 0,
  key_city: 0,
  key_province: 0,
});

/** The place of a unit that is in the tree already. */
export const placeOf = (unit: UnitRow): Place => ({
  path: unit.path,
  accessPath: unit.accessPath,
  keys: { village: unit.keyVillage, town: unit.keyTown, county: unit.keyCounty, city: unit.keyCity, province: unit.keyProvince },
});
