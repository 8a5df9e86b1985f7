import { Injectable } from '@nestjs/common';
import { type Scope, scopeCondition } from '#access';
import { type Education, type Gender, initialsPattern } from '#contract';
import { type Db, listOf, beginningWith } from '#platform/database';
import { twinExists } from './person-twins.repository.js';

export interface PersonRow {
  id: number;
  code: string | null;
  name: string;
  gender: Gender | null;
  born: string | null;
  minority: boolean | null;
  education: Education | null;
  partyFrom: string | null;
  partyUntil: string | null;
  unitId: number;
  unitName: string;
  idNumberLast4: string | null;
  phoneLast4: string | null;
  /** The record that this one was merged into. */
  mergedInto: number | null;
  version: number;
}

export interface PersonFilter {
  /** People of this unit and of everything under it. */
  unitId?: number;
  /** Beginning of the name or code, initials of its readings, or the last four of a number. */
  q?: string;
  code?: string;
  /** With merged records too. */
  merged?: boolean;
  /** Records merged into this one, directly. */
  into?: number;
  /** Only those of whom there seems to be another record. */
  twins?: boolean;
}

export type PersonColumns = Record<string, string | number | boolean | Buffer | null>;

const columns = `p.id, p.code, p.name, p.gender, p.born, p.minority, p.education, p.party_from AS partyFrom, p.party_until AS partyUntil,
  p.unit_id AS unitId, u.name AS unitName, p.id_number_last4 AS idNumberLast4, p.phone_last4 AS phoneLast4, a.canonical_id AS mergedInto, p.version`;
const tables = 'people p JOIN units u ON u.id = p.unit_id LEFT JOIN person_aliases a ON a.person_id = p.id';

/** What somebody types to find a person. What is typed tells which of them can hold. */
function typedCondition(typed: string): { sql: string; parameters: string[] } {
  const conditions: [string, ...string[]][] = [['p.name LIKE ?', beginningWith(typed)]];
  if (/^[\w-]+$/.test(typed)) conditions.push(['p.code LIKE ?', beginningWith(typed)]);
  if (/^\d{3}[\dXx]$/.test(typed)) conditions.push(['p.phone_last4 = ?', typed], ['p.id_number_last4 = ?', typed.toUpperCase()]);
  const initials = initialsPattern(typed);
  if (initials) conditions.push(['p.name REGEXP ?', `^${initials}`]);
  return { sql: `(${conditions.map(([sql]) => sql).join(' OR ')})`, parameters: conditions.flatMap(([, ...values]) => values) };
}

const shaped = (row: PersonRow): PersonRow => ({ ...row, minority: row.minority === null ? null : Boolean(row.minority) });

/** People are seen by whoever answers for the unit where they are now. */
@Injectable()
export class PersonRepository {
  async insert(db: Db, row: PersonColumns): Promise<number> {
    const names = Object.keys(row);
    const done = await db.query(`INSERT INTO people (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`, Object.values(row));
    return done.insertId;
  }

  /** `null` outside the scope, exactly as when there is none. */
  async find(db: Db, scope: Scope, id: number): Promise<PersonRow | null> {
    const visible = scopeCondition(scope, 'u.access_path');
    const [row] = await db.query(`SELECT ${columns} FROM ${tables} WHERE p.id = ? AND ${visible.sql}`, [id, ...visible.parameters]);
    return row ? shaped(row) : null;
  }

  async list(db: Db, scope: Scope, filter: PersonFilter, afterId: number, limit: number): Promise<PersonRow[]> {
    const visible = scopeCondition(scope, 'u.access_path');
    const where = [visible.sql, 'p.id > ?'];
    const parameters: unknown[] = [...visible.parameters, afterId];
    const add = (sql: string, ...values: unknown[]): void => {
      where.push(sql);
      parameters.push(...values);
    };
    if (filter.unitId) add("u.access_path LIKE CONCAT((SELECT f.access_path FROM units f WHERE f.id = ?), '%')", filter.unitId);
    if (filter.q) {
      const { sql, parameters: typed } = typedCondition(filter.q.trim());
      add(sql, ...typed);
    }
    if (filter.code) add('p.code = ?', filter.code);
    if (filter.into) add('a.canonical_id = ?', filter.into);
    else if (!filter.merged) add('a.person_id IS NULL');
    if (filter.twins) {
      const { sql, parameters: within } = twinExists(scope);
      add(sql, ...within);
    }
    const rows: PersonRow[] = await db.query(
      `SELECT ${columns} FROM ${tables} WHERE ${where.join(' AND ')} ORDER BY p.id LIMIT ${Number(limit)}`,
      parameters,
    );
    return rows.map(shaped);
  }

  /** Whoever asks: for records whose place was judged already. In no order. */
  async byIds(db: Db, ids: readonly number[]): Promise<Map<number, PersonRow>> {
    const rows: PersonRow[] = await db.query(`SELECT ${columns} FROM ${tables} WHERE p.id IN ${listOf(ids)}`, [...ids]);
    return new Map(rows.map((row) => [row.id, shaped(row)]));
  }

  /** Of a record that may be another's to see, as the one that somebody counts as. */
  async unitOf(db: Db, id: number): Promise<number> {
    const [row] = await db.query('SELECT unit_id AS unitId FROM people WHERE id = ?', [id]);
    return row.unitId;
  }

  /** Whoever else changes these people waits. In one order, so that two never wait for each other. */
  async lock(db: Db, ids: readonly number[]): Promise<void> {
    await db.query(`SELECT id FROM people WHERE id IN ${listOf(ids)} ORDER BY id FOR UPDATE`, [...ids]);
  }

  /** `false` when somebody else changed the person meanwhile. */
  async update(db: Db, id: number, version: number, row: PersonColumns): Promise<boolean> {
    const set = Object.keys(row).map((name) => `${name} = ?`);
    const done = await db.query(`UPDATE people SET ${[...set, 'version = version + 1'].join(', ')} WHERE id = ? AND version = ?`, [
      ...Object.values(row),
      id,
      version,
    ]);
    return done.affectedRows === 1;
  }

  /** What belongs to these people has changed: whoever read them before must read them again. */
  async touch(db: Db, ids: readonly number[]): Promise<void> {
    await db.query(`UPDATE people SET version = version + 1 WHERE id IN ${listOf(ids)}`, [...ids]);
  }

  /** The columns by which equal numbers are found. */
  async numberIndexes(db: Db, id: number): Promise<PersonColumns> {
    const [row] = await db.query('SELECT id_number_index, phone_index FROM people WHERE id = ?', [id]);
    return row;
  }

  async sealedNumbers(db: Db, id: number): Promise<{ idNumber: Buffer | null; phone: Buffer | null }> {
    const [row] = await db.query('SELECT id_number_sealed AS idNumber, phone_sealed AS phone FROM people WHERE id = ?', [id]);
    return row;
  }

  async addAlias(db: Db, personId: number, canonicalId: number, by: number | null): Promise<void> {
    await db.query('INSERT INTO person_aliases (person_id, canonical_id, merged_by) VALUES (?, ?, ?)', [personId, canonicalId, by]);
  }

  /** `false` when the person was not merged. */
  async removeAlias(db: Db, personId: number): Promise<boolean> {
    return (await db.query('DELETE FROM person_aliases WHERE person_id = ?', [personId])).affectedRows === 1;
  }
}
