import { Injectable } from '@nestjs/common';
import { type Db, insertRows, listOf } from '#platform/database';
import { type CountedRows, countedTableNames, countedTables, type CountedTable, noRows } from './counted-rows.js';
import { type Participated } from './people-cells.js';

type Row = Record<string, string | number | null>;

/** Reads and writes what was counted of a class. Everything here happens in the transaction of one compile. */
@Injectable()
export class CompileRepository {
  /** @param suffix of the tables' names: where a recount builds aside, beside those that are served */
  constructor(private readonly suffix = '') {}

  /** One compile of a class at a time, whoever holds which lease: the row is locked until the transaction ends. Answers whether it is the first. */
  async lockClass(db: Db, classId: number): Promise<boolean> {
    const table = `compiled_classes${this.suffix}`;
    if (this.suffix === '') await this.tellRecount(db, classId);
    await db.query(
      `INSERT INTO ${table} (class_id, compiled_at, rule_version, facts) VALUES (?, CURRENT_TIMESTAMP(3), '', 0) ON DUPLICATE KEY UPDATE facts = facts`,
      [classId],
    );
    const [row] = await db.query(`SELECT rule_version AS version FROM ${table} WHERE class_id = ? FOR UPDATE`, [classId]);
    return row.version === '';
  }

  /** While everything is recounted, what is compiled has to be counted there once more. The row is held shared: nobody puts the tables in place meanwhile. */
  private async tellRecount(db: Db, classId: number): Promise<void> {
    const [recount] = await db.query('SELECT next_class_id AS next FROM recounts WHERE id = 1 LOCK IN SHARE MODE');
    if (recount?.next !== null) await db.query('INSERT IGNORE INTO recount_touched (class_id) VALUES (?)', [classId]);
  }

  async noteCompiled(db: Db, classId: number, at: Date, version: string, facts: number): Promise<void> {
    await db.query(`UPDATE compiled_classes${this.suffix} SET compiled_at = ?, rule_version = ?, facts = ? WHERE class_id = ?`, [
      at,
      version,
      facts,
      classId,
    ]);
  }

  /** Classes whose figures were counted by another version of the rules than this one. */
  async countedByOtherRules(db: Db, version: string): Promise<number[]> {
    const rows: { id: number }[] = await db.query('SELECT class_id AS id FROM compiled_classes WHERE rule_version <> ?', [version]);
    return rows.map((row) => row.id);
  }

  /** Classes that a recount, which nobody is at any more, has noted as touched. */
  async leftTouched(db: Db): Promise<number[]> {
    const rows: { id: number }[] = await db.query(
      `SELECT t.class_id AS id FROM recount_touched t JOIN recounts r ON r.id = 1
       WHERE r.owner IS NULL OR r.lease_until < CURRENT_TIMESTAMP(3)`,
    );
    return rows.map((row) => row.id);
  }

  /** One compile at a time says of a person where they are counted. Ascending ids: nobody waits in a ring. */
  async lockPeople(db: Db, personIds: readonly number[]): Promise<void> {
    await insertRows(
      db,
      'counted_people',
      personIds.map((person_id) => ({ person_id })),
      'person_id = VALUES(person_id)',
    );
  }

  /** Every person-time of these people in these years, as counted so far, in whatever class: others are in no cell with them. */
  async participationsOf(
    db: Db,
    personIds: readonly number[],
    years: readonly number[],
  ): Promise<(Participated & { class_id: number; counting_session_id: number })[]> {
    if (personIds.length === 0) return [];
    return db.query(
      `SELECT class_id, counting_session_id, person_id, kind, month, audience, trainee_unit_id, host_unit_id, venue_unit_id
       FROM participations${this.suffix} WHERE person_id IN (${personIds.map(Number).join()})
         AND (${years.map((year) => `month BETWEEN ${year * 100} AND ${year * 100 + 99}`).join(' OR ')})`,
    );
  }

  /** What was counted of the class before. */
  async rows(db: Db, classId: number): Promise<CountedRows> {
    const found = noRows();
    for (const table of countedTableNames) {
      const { key, columns } = countedTables[table];
      found[table] = await db.query(`SELECT ${[...key, ...columns].join(', ')} FROM ${table}${this.suffix} WHERE class_id = ?`, [classId]);
    }
    return found;
  }

  /** Takes the rows that are gone away and puts the fresh ones in. */
  async replace(db: Db, classId: number, gone: CountedRows, fresh: CountedRows): Promise<void> {
    for (const table of countedTableNames) {
      await this.remove(db, table, classId, gone[table] as unknown as Row[]);
      await insertRows(
        db,
        table + this.suffix,
        (fresh[table] as unknown as Row[]).map((row) => ({ class_id: classId, ...row })),
      );
    }
  }

  private async remove(db: Db, table: CountedTable, classId: number, rows: readonly Row[]): Promise<void> {
    const { key } = countedTables[table];
    for (let i = 0; i < rows.length; i += 500) {
      const some = rows.slice(i, i + 500);
      await db.query(
        `DELETE FROM ${table}${this.suffix} WHERE class_id = ? AND (${key.join(', ')}) IN (${some.map(() => listOf(key)).join(', ')})`,
        [classId, ...some.flatMap((row) => key.map((column) => row[column]))],
      );
    }
  }
}
