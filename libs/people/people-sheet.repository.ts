import { Injectable } from '@nestjs/common';
import { type Db, insertRows, listOf } from '#platform/database';
import { registerKey } from '#units';
import { type RegisteredPerson } from './person-line.policy.js';
import { type PersonColumns } from './person.repository.js';
import { PositionRepository, type PositionRow } from './position.repository.js';

/** The columns that a sheet of people may set, in the order of the statement. */
export const sheetColumns = [
  'gender',
  'born',
  'minority',
  'education',
  'party_from',
  'id_number_sealed',
  'id_number_index',
  'id_number_last4',
  'phone_sealed',
  'phone_index',
  'phone_last4',
] as const;

export interface KnownPerson extends RegisteredPerson {
  id: number;
  code: string;
  name: string;
  /** Of the unit. */
  accessPath: string;
  mergedInto: number | null;
  version: number;
  /** The row as the table has it. */
  columns: PersonColumns;
  positions: PositionRow[];
}

/** Many people at once, for files: the number of statements does not depend on their number. */
@Injectable()
export class PeopleSheetRepository {
  constructor(private readonly positions: PositionRepository) {}

  /** By `registerKey` of the code, whoever may see them. */
  async byCodes(db: Db, codes: readonly string[], lock: boolean): Promise<Map<string, KnownPerson>> {
    if (lock) await db.query(`SELECT id FROM people WHERE code IN ${listOf(codes)} ORDER BY id FOR UPDATE`, [...codes]);
    const known = await this.select(db, 'p.code', codes);
    return new Map([...known.values()].map((person) => [registerKey(person.code), person]));
  }

  async byIds(db: Db, ids: readonly number[]): Promise<Map<number, KnownPerson>> {
    await db.query(`SELECT id FROM people WHERE id IN ${listOf(ids)} ORDER BY id FOR UPDATE`, [...ids]);
    return this.select(db, 'p.id', ids);
  }

  /** Who has these ID numbers, by the index in hexadecimal → the person. */
  async holders(db: Db, indexes: readonly Buffer[]): Promise<Map<string, number>> {
    const rows: { id: number; number: Buffer }[] = await db.query(
      `SELECT id, id_number_index AS number FROM people WHERE id_number_index IN ${listOf(indexes)}`,
      [...indexes],
    );
    return new Map(rows.map((row) => [row.number.toString('hex'), row.id]));
  }

  async insert(db: Db, people: readonly { code: string; name: string; unitId: number; columns: PersonColumns }[]): Promise<void> {
    await insertRows(
      db,
      'people',
      people.map(({ code, name, unitId, columns }) => ({ code, name, unit_id: unitId, ...whole(columns) })),
    );
  }

  async idsOf(db: Db, codes: readonly string[]): Promise<Map<string, number>> {
    const rows: { id: number; code: string }[] = await db.query(`SELECT id, code FROM people WHERE code IN ${listOf(codes)}`, [...codes]);
    return new Map(rows.map((row) => [row.code, row.id]));
  }

  /** Overwrites what a sheet may set, and the version. */
  async replace(
    db: Db,
    people: readonly { id: number; name: string; unitId: number; version: number; columns: PersonColumns }[],
  ): Promise<void> {
    await insertRows(
      db,
      'people',
      people.map(({ id, name, unitId, version, columns }) => ({ id, name, unit_id: unitId, version, ...whole(columns) })),
      [...sheetColumns, 'version'].map((column) => `${column} = VALUES(${column})`).join(', '),
    );
  }

  async putUnits(db: Db, entries: readonly { personId: number; from: string; unitId: number }[]): Promise<void> {
    await insertRows(
      db,
      'person_units',
      entries.map(({ personId, from, unitId }) => ({ person_id: personId, valid_from: from, unit_id: unitId })),
      'unit_id = VALUES(unit_id)',
    );
    await this.positions.settle(
      db,
      entries.map(({ personId }) => personId),
    );
  }

  async dropUnits(db: Db, entries: readonly { personId: number; from: string }[]): Promise<void> {
    if (entries.length === 0) return;
    await db.query(
      `DELETE FROM person_units WHERE (person_id, valid_from) IN (${entries.map(() => '(?, ?)').join(', ')})`,
      entries.flatMap(({ personId, from }) => [personId, from]),
    );
    await this.positions.settle(
      db,
      entries.map(({ personId }) => personId),
    );
  }

  async putTerms(db: Db, terms: readonly { personId: number; kind: string; from: string; to: string | null }[]): Promise<void> {
    await insertRows(
      db,
      'positions',
      terms.map(({ personId, kind, from, to }) => ({ person_id: personId, kind, valid_from: from, valid_to: to })),
      'valid_to = VALUES(valid_to), version = version + 1',
    );
  }

  async dropTerms(db: Db, terms: readonly { personId: number; kind: string; from: string }[]): Promise<void> {
    if (terms.length === 0) return;
    await db.query(
      `DELETE FROM positions WHERE (person_id, kind, valid_from) IN (${terms.map(() => '(?, ?, ?)').join(', ')})`,
      terms.flatMap(({ personId, kind, from }) => [personId, kind, from]),
    );
  }

  /** @throws a database error (`isReferenced`) when something stands on one of them. */
  async remove(db: Db, ids: readonly number[]): Promise<void> {
    await db.query(`DELETE FROM people WHERE id IN ${listOf(ids)}`, [...ids]);
  }

  private async select(db: Db, column: string, values: readonly (string | number)[]): Promise<Map<number, KnownPerson>> {
    const rows: (Omit<KnownPerson, 'columns' | 'units' | 'positions'> & PersonColumns)[] = await db.query(
      `SELECT p.id, p.code, p.name, p.unit_id AS unitId, p.party_until AS partyUntil, p.version, a.canonical_id AS mergedInto,
         u.access_path AS accessPath, ${sheetColumns.map((name) => `p.${name}`).join(', ')}
       FROM people p JOIN units u ON u.id = p.unit_id LEFT JOIN person_aliases a ON a.person_id = p.id
       WHERE ${column} IN ${listOf(values)}`,
      [...values],
    );
    const ids = rows.map((row) => row.id);
    const units = byPerson(await this.positions.unitsOf(db, ids));
    const positions = byPerson(await this.positions.ofPeople(db, ids));
    return new Map(
      rows.map((row): [number, KnownPerson] => {
        const columns = Object.fromEntries(sheetColumns.map((name) => [name, row[name] ?? null]));
        columns.minority = row.minority === null ? null : Boolean(row.minority);
        return [
          row.id,
          {
            ...row,
            minority: columns.minority,
            partyFrom: row.party_from as string | null,
            hasIdNumber: row.id_number_index !== null,
            columns,
            units: units.get(row.id) ?? [],
            positions: positions.get(row.id) ?? [],
          },
        ];
      }),
    );
  }
}

const whole = (columns: PersonColumns): PersonColumns => Object.fromEntries(sheetColumns.map((name) => [name, columns[name] ?? null]));

function byPerson<T extends { personId: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) groups.set(row.personId, [...(groups.get(row.personId) ?? []), row]);
  return groups;
}
