import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Basis, bases } from '#contract';
import { type Db, insertion, isPassing, joined, type Question } from '#platform/database';
import { type KeysOfUnits } from '../compiling/cells.js';
import { CellsRepository } from '../compiling/cells.repository.js';
import { type CountedRows, countedTableNames, type ParticipationRow } from '../compiling/counted-rows.js';
import { packPersons } from '../compiling/person-set.js';
import { addMissingKeys, dropKeys } from './secondary-keys.js';

/** What the tables in which everything is counted anew are called beside those that are served. */
export const asideSuffix = '_aside';
const goneSuffix = '_gone';
const tables = [...countedTableNames, 'compiled_classes', 'figure_cells', 'people_cells', 'person_sets'];
/** Who was counted where, as the chunks of a recount found them: for as long as it goes on. */
export const tallyTable = 'recount_tally';
const leaseMinutes = 5;
/** So long may readers hold the tables up that are to be put in place, and other readers behind them. */
const patienceSeconds = 2;
const lostClaim = 'the recount was given to somebody else';

export interface TallyKey {
  basis: Basis;
  month: number;
  unit_id: number;
  kind: string;
  audience: string;
}

/** A class, and what it gives. */
export interface Counted {
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

  /** Makes the tables, or finds those of a recount whose counting was broken off. Answers from which class on is to be counted. */
  async prepare(db: Db, version: string): Promise<number> {
    await this.drop(db, goneSuffix);
    const [state] = await db.query('SELECT next_class_id AS next, version FROM recounts WHERE id = 1');
    const there: { name: string }[] = await db.query(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name IN (${tables.map((table) => `'${table}${asideSuffix}'`).join()})`,
    );
    const goesOnWith = await this.versionOf(db, version);
    if (state.next !== null && state.version === goesOnWith && there.length === tables.length) return state.next;
    // Whoever breaks off from here on leaves nothing that is taken for a whole.
    await this.cannotGoOn(db);
    await this.drop(db, asideSuffix);
    for (const table of tables) {
      await db.query(`CREATE TABLE ${table}${asideSuffix} LIKE ${table}`);
      await dropKeys(db, table + asideSuffix);
    }
    await db.query(`DELETE FROM ${tallyTable}`);
    await db.query('UPDATE recounts SET next_class_id = 0, version = ? WHERE id = 1', [goesOnWith]);
    return 0;
  }

  /**
   * When all is counted: only this recount writes beside, and but for people it only put rows in. Whatever looks for rows there, as a compile
   * does that catches up, needs the keys. Broken off, it is gone on with: what is missing is added.
   */
  async addKeys(db: Db): Promise<void> {
    await Promise.all(tables.map((table) => addMissingKeys(db, table + asideSuffix, table)));
  }

  /** Tells the server how much there is: until it looks by itself, after some ten seconds, it would read the figures as if they were empty. */
  async analyze(db: Db): Promise<void> {
    await db.query(`ANALYZE TABLE ${tables.map((table) => table + asideSuffix).join(', ')}`);
  }

  /** From the first class that is caught up with on, a recount that breaks off begins anew: the tally does not know of what was compiled. */
  async cannotGoOn(db: Db): Promise<void> {
    await db.query('UPDATE recounts SET version = NULL WHERE id = 1');
  }

  /** Tables of another program are not gone on with, be it the rules or a migration that differs. */
  private async versionOf(db: Db, rules: string): Promise<string> {
    const [{ migrations }] = await db.query('SELECT COUNT(*) AS migrations FROM applied_migrations');
    return `${rules}/${migrations}`;
  }

  /** Says again that somebody is at it. */
  async renew(db: Db, owner: string): Promise<void> {
    await db.query(`UPDATE recounts SET lease_until = CURRENT_TIMESTAMP(3) + INTERVAL ${leaseMinutes} MINUTE WHERE id = 1 AND owner = ?`, [
      owner,
    ]);
  }

  /** @throws when the claim was lost meanwhile: the transaction is given up */
  async advance(db: Db, owner: string, next: number): Promise<void> {
    const done = await db.query(
      `UPDATE recounts SET next_class_id = ?, lease_until = CURRENT_TIMESTAMP(3) + INTERVAL ${leaseMinutes} MINUTE WHERE id = 1 AND owner = ?`,
      [next, owner],
    );
    if (done.affectedRows !== 1) throw new Error(lostClaim);
  }

  /** Where all units stand. */
  async everyUnit(db: Db): Promise<KeysOfUnits> {
    const rows: { id: number }[] = await db.query('SELECT id FROM units');
    return this.cells.keysOf(db, new Set(rows.map((row) => row.id)));
  }

  insert(counted: readonly Counted[]): Question<unknown> {
    const tables = countedTableNames.map((table) =>
      insertion(
        table + asideSuffix,
        counted.flatMap(({ id, rows }) => rows[table].map((row) => ({ class_id: id, ...row }))),
      ),
    );
    return joined(tables, () => undefined);
  }

  /** As they come, under every basis: they are put in order, and nobody is in one twice, when all are there. */
  appendToTally(participations: readonly ParticipationRow[]): Question<void> {
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
    return insertion(tallyTable, rows, 'persons = CONCAT(persons, VALUES(persons))');
  }

  noteCounted(counted: readonly Counted[], at: Date, version: string): Question<void> {
    const rows = counted.map(({ id, rows }) => ({ class_id: id, compiled_at: at, rule_version: version, facts: rows.attendances.length }));
    return insertion(`compiled_classes${asideSuffix}`, rows);
  }

  async touched(db: Db): Promise<number[]> {
    const rows: { id: number }[] = await db.query('SELECT class_id AS id FROM recount_touched ORDER BY class_id LIMIT 500');
    return rows.map((row) => row.id);
  }

  async forgetTouched(db: Db, classId: number): Promise<void> {
    await db.query('DELETE FROM recount_touched WHERE class_id = ?', [classId]);
  }

  /**
   * Every compile holds the row of the recounts shared until it commits. Here it is held alone: `catchUp` sees all that was compiled, and
   * nothing more is until the tables are in place. Renaming ends a transaction, so the row is held by a connection of its own. `false` when
   * somebody reads the figures for so long that others would have to wait: nothing has changed then. @throws when the claim was lost
   */
  async swap(owner: string, catchUp: () => Promise<void>): Promise<boolean> {
    const [holder, renaming] = [this.source.createQueryRunner(), this.source.createQueryRunner()];
    try {
      await renaming.query(`SET SESSION lock_wait_timeout = ${patienceSeconds}`);
      await holder.startTransaction('READ COMMITTED');
      const [state] = await holder.query('SELECT owner FROM recounts WHERE id = 1 FOR UPDATE');
      if (state.owner !== owner) throw new Error(lostClaim);
      await catchUp();
      // Still holding it? A connection that is gone holds nothing.
      await holder.query('SELECT 1');
      const moves = tables.flatMap((table) => [`${table} TO ${table}${goneSuffix}`, `${table}${asideSuffix} TO ${table}`]);
      const done = await renaming.query(`RENAME TABLE ${moves.join(', ')}`).then(
        () => true,
        (error: unknown) => {
          if (isPassing(error)) return false;
          throw error;
        },
      );
      if (done) await holder.query('UPDATE recounts SET next_class_id = NULL, version = NULL WHERE id = 1');
      await holder.commitTransaction();
      return done;
    } catch (error) {
      if (holder.isTransactionActive) await holder.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await renaming.query('SET SESSION lock_wait_timeout = DEFAULT').catch(() => undefined);
      await Promise.all([holder.release(), renaming.release()]);
    }
  }

  /** What is of no more use once the tables are in place. */
  async tidy(db: Db): Promise<void> {
    await this.drop(db, goneSuffix);
    await db.query(`TRUNCATE TABLE ${tallyTable}`);
  }

  private async drop(db: Db, suffix: string): Promise<void> {
    for (const table of tables) await db.query(`DROP TABLE IF EXISTS ${table}${suffix}`);
  }
}
