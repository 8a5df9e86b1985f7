import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Basis, bases } from '#contract';
import { type Db, insertRows } from '#platform/database';
import { type KeysOfUnits } from '../compiling/cells.js';
import { CellsRepository } from '../compiling/cells.repository.js';
import { type CountedRows, countedTableNames, type ParticipationRow } from '../compiling/counted-rows.js';
import { packPersons } from '../compiling/person-set.js';

/** What the tables in which everything is counted anew are called beside those that are served. */
export const asideSuffix = '_aside';
const goneSuffix = '_gone';
const tables = [...countedTableNames, 'compiled_classes', 'figure_cells', 'people_cells', 'person_sets'];
/** Who was counted where, as the chunks of a recount found them: for as long as it goes on. */
export const tallyTable = 'recount_tally';
const leaseMinutes = 5;

export interface TallyKey {
  basis: Basis;
  month: number;
  unit_id: number;
  kind: string;
  audience: string;
}

interface Counted {
  id: number;
  rows: CountedRows;
}

/** The tables of a recount, and who is at it. */
@Injectable()
export class AsideRepository {
  readonly cells = new CellsRepository(asideSuffix);

  constructor(private readonly source: DataSource) {}

  /** `false` when somebody else is at it. A recount that says nothing for minutes is given up. */
  async claim(db: Db, owner: string): Promise<boolean> {
    const taken = await db.query(
      `UPDATE recounts SET owner = ?, lease_until = CURRENT_TIMESTAMP(3) + INTERVAL ${leaseMinutes} MINUTE
       WHERE id = 1 AND (owner IS NULL OR lease_until < CURRENT_TIMESTAMP(3))`,
      [owner],
    );
    return taken.affectedRows === 1;
  }

  async release(db: Db, owner: string): Promise<void> {
    await db.query('UPDATE recounts SET owner = NULL, lease_until = NULL WHERE id = 1 AND owner = ?', [owner]);
  }

  /** Makes the tables, or finds those of a recount that was broken off. Answers from which class on is to be counted. */
  async prepare(db: Db, version: string): Promise<number> {
    await this.drop(db, goneSuffix);
    const [state] = await db.query('SELECT next_class_id AS next, rule_version AS version FROM recounts WHERE id = 1');
    const there: { name: string }[] = await db.query(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name IN (${tables.map((table) => `'${table}${asideSuffix}'`).join()})`,
    );
    if (state.next !== null && state.version === version && there.length === tables.length) return state.next;
    await this.drop(db, asideSuffix);
    for (const table of tables) await db.query(`CREATE TABLE ${table}${asideSuffix} LIKE ${table}`);
    await db.query(`DELETE FROM ${tallyTable}`);
    await db.query('DELETE FROM recount_touched');
    await db.query('UPDATE recounts SET next_class_id = 0, rule_version = ? WHERE id = 1', [version]);
    return 0;
  }

  /** @throws when the claim was lost meanwhile: the transaction is given up */
  async advance(db: Db, owner: string, next: number): Promise<void> {
    const done = await db.query(
      `UPDATE recounts SET next_class_id = ?, lease_until = CURRENT_TIMESTAMP(3) + INTERVAL ${leaseMinutes} MINUTE WHERE id = 1 AND owner = ?`,
      [next, owner],
    );
    if (done.affectedRows !== 1) throw new Error('the recount was given to somebody else');
  }

  /** Where all units stand. */
  async everyUnit(db: Db): Promise<KeysOfUnits> {
    const rows: { id: number }[] = await db.query('SELECT id FROM units');
    return this.cells.keysOf(
      db,
      rows.map((row) => row.id),
    );
  }

  async insert(db: Db, counted: readonly Counted[]): Promise<void> {
    for (const table of countedTableNames) {
      const rows = counted.flatMap(({ id, rows }) => rows[table].map((row) => ({ class_id: id, ...row })));
      await insertRows(db, table + asideSuffix, rows);
    }
  }

  /** As they come, under every basis: they are put in order, and nobody is in one twice, when all are there. */
  async appendToTally(db: Db, participations: readonly ParticipationRow[]): Promise<void> {
    const sets = new Map<string, TallyKey & { people: number[] }>();
    for (const row of participations) {
      for (const basis of bases) {
        const { month, kind, audience } = row;
        const unit_id = row[`${basis}_unit_id`];
        const name = `${basis} ${month} ${unit_id} ${kind} ${audience}`;
        const set = sets.get(name);
        if (set) set.people.push(row.person_id);
        else sets.set(name, { basis, month, unit_id, kind, audience, people: [row.person_id] });
      }
    }
    const rows = [...sets.values()].map(({ people, ...key }) => ({ ...key, persons: packPersons(people) }));
    await insertRows(db, tallyTable, rows, 'persons = CONCAT(persons, VALUES(persons))');
  }

  async noteCounted(db: Db, counted: readonly Counted[], at: Date, version: string): Promise<void> {
    const rows = counted.map(({ id, rows }) => ({ class_id: id, compiled_at: at, rule_version: version, facts: rows.attendances.length }));
    await insertRows(db, `compiled_classes${asideSuffix}`, rows);
  }

  /** Nothing yet: the tables were made with their indexes. */
  async index(_db: Db): Promise<void> {}

  async touched(db: Db): Promise<number[]> {
    const rows: { id: number }[] = await db.query('SELECT class_id AS id FROM recount_touched ORDER BY class_id LIMIT 500');
    return rows.map((row) => row.id);
  }

  async forgetTouched(db: Db, classId: number): Promise<void> {
    await db.query('DELETE FROM recount_touched WHERE class_id = ?', [classId]);
  }

  /**
   * Every compile holds the row of the recounts shared until it commits. Here it is held alone: `work` sees all that was compiled, and
   * nothing more is until `swap` has put the tables in place. Renaming ends a transaction, so the row is held by a connection of its own.
   */
  async whileNobodyCompiles(work: (swap: () => Promise<void>) => Promise<void>): Promise<void> {
    const holder = this.source.createQueryRunner();
    try {
      await holder.startTransaction('READ COMMITTED');
      await holder.query('SELECT id FROM recounts WHERE id = 1 FOR UPDATE');
      await work(() => this.swap());
      await holder.query('UPDATE recounts SET next_class_id = NULL, rule_version = NULL WHERE id = 1');
      await holder.commitTransaction();
    } catch (error) {
      if (holder.isTransactionActive) await holder.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await holder.release();
    }
    await this.drop(this.source.manager, goneSuffix);
    await this.source.query(`TRUNCATE TABLE ${tallyTable}`);
  }

  private async swap(): Promise<void> {
    const moves = tables.flatMap((table) => [`${table} TO ${table}${goneSuffix}`, `${table}${asideSuffix} TO ${table}`]);
    await this.source.query(`RENAME TABLE ${moves.join(', ')}`);
  }

  private async drop(db: Db, suffix: string): Promise<void> {
    for (const table of tables) await db.query(`DROP TABLE IF EXISTS ${table}${suffix}`);
  }
}
