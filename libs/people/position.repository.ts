import { Injectable } from '@nestjs/common';
import { type PositionKind } from '#contract';
import { type Db, insertRows, listOf } from '#platform/database';

export interface PositionRow {
  id: number;
  personId: number;
  kind: PositionKind;
  unitId: number | null;
  from: string;
  to: string | null;
  version: number;
}

export interface PersonUnitRow {
  personId: number;
  from: string;
  unitId: number;
}

const columns = 'id, person_id AS personId, kind, unit_id AS unitId, valid_from AS `from`, valid_to AS `to`, version';

/** What people were, and where, and when. Both ends of a term are included. */
@Injectable()
export class PositionRepository {
  ofPeople(db: Db, personIds: readonly number[]): Promise<PositionRow[]> {
    return db.query(`SELECT ${columns} FROM positions WHERE person_id IN ${listOf(personIds)} ORDER BY person_id, valid_from, id`, [
      ...personIds,
    ]);
  }

  async insert(db: Db, row: Omit<PositionRow, 'id' | 'version'>): Promise<number> {
    const done = await db.query('INSERT INTO positions (person_id, kind, unit_id, valid_from, valid_to) VALUES (?, ?, ?, ?, ?)', [
      row.personId,
      row.kind,
      row.unitId,
      row.from,
      row.to,
    ]);
    return done.insertId;
  }

  /** `false` when somebody else changed it meanwhile. */
  async setTerm(db: Db, id: number, version: number, to: string | null): Promise<boolean> {
    const done = await db.query('UPDATE positions SET valid_to = ?, version = version + 1 WHERE id = ? AND version = ?', [to, id, version]);
    return done.affectedRows === 1;
  }

  /** Ascending by date. */
  unitsOf(db: Db, personIds: readonly number[]): Promise<PersonUnitRow[]> {
    return db.query(
      `SELECT person_id AS personId, valid_from AS \`from\`, unit_id AS unitId FROM person_units WHERE person_id IN ${listOf(personIds)}
       ORDER BY person_id, valid_from`,
      [...personIds],
    );
  }

  /** From this day on the person belongs to the unit, until the next entry. */
  setUnit(db: Db, entry: PersonUnitRow): Promise<void> {
    return this.setUnits(db, [entry]);
  }

  async setUnits(db: Db, entries: readonly PersonUnitRow[]): Promise<void> {
    const rows = entries.map(({ personId, from, unitId }) => ({ person_id: personId, valid_from: from, unit_id: unitId }));
    await insertRows(db, 'person_units', rows, 'unit_id = VALUES(unit_id)');
  }

  /** Ascending; where `among` are named, those of them alone. */
  async peopleNowIn(db: Db, unitId: number, among?: readonly number[]): Promise<number[]> {
    const rows: { id: number }[] = await db.query(
      `SELECT id FROM people WHERE unit_id = ?${among ? ` AND id IN ${listOf(among)}` : ''} ORDER BY id`,
      [unitId, ...(among ?? [])],
    );
    return rows.map((row) => row.id);
  }

  /** The person is now where the last entry says. */
  async settle(db: Db, personIds: readonly number[]): Promise<void> {
    await db.query(
      `UPDATE people p SET p.unit_id = COALESCE(
         (SELECT pu.unit_id FROM person_units pu WHERE pu.person_id = p.id ORDER BY pu.valid_from DESC LIMIT 1), p.unit_id)
       WHERE p.id IN ${listOf(personIds)}`,
      [...personIds],
    );
  }
}
