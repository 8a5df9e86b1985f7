import { Injectable } from '@nestjs/common';
import { answered, type Db, insertion, joined, listOf, numbersOf, type Question, question } from '#platform/database';
import { type CountedRows, countedTableNames, countedTables, type CountedTable, noRows } from './counted-rows.js';
import { type Participated } from './people-cells.js';

type Row = Record<string, string | number | null>;

/** What a class gave to the figures and gives no longer, and what it gives now. */
export interface ClassChange {
  classId: number;
  /** Attendances counted now. */
  facts: number;
  gone: CountedRows;
  fresh: CountedRows;
}

/** Reads and writes what was counted of a class. Everything here happens in the transaction of one compile. */
@Injectable()
export class CompileRepository {
  /** @param suffix of the tables' names: where a recount builds aside, beside those that are served */
  constructor(private readonly suffix = '') {}

  /**
   * What was counted of these classes before. One compile of a class at a time, whoever holds which lease: its row is locked until the
   * transaction ends, in ascending order of ids, and read only then. The row of the recounts is held shared: nobody puts other tables in
   * place meanwhile. Answers also whether everything is recounted now: what is compiled has to be counted there once more then.
   */
  lockAndRead(classIds: readonly number[]): Question<{ before: Map<number, CountedRows>; isRecounting: boolean }> {
    const these = numbersOf(classIds);
    const first = classIds.map((class_id) => ({ class_id, compiled_at: new Date(0), rule_version: '', facts: 0 }));
    const recount = question<{ next: number | null }>('SELECT next_class_id AS next FROM recounts WHERE id = 1 LOCK IN SHARE MODE');
    const table = `compiled_classes${this.suffix}`;
    const lock = joined(
      [
        insertion(table, first, 'facts = facts'),
        question(`SELECT 1 FROM ${table} WHERE class_id IN ${these} ORDER BY class_id FOR UPDATE`),
      ],
      () => undefined,
    );
    const read = {
      texts: countedTableNames.map((name) => this.selectFrom(name, these)),
      read: (rows: Row[][]) => rowsByClass(classIds, rows),
    };
    return joined([this.suffix === '' ? recount : answered([{ next: null }]), lock, read], ([state], _, before) => ({
      before,
      isRecounting: state?.next !== null,
    }));
  }

  private selectFrom(table: CountedTable, these: string): string {
    const { key, columns } = countedTables[table];
    return `SELECT class_id, ${[...key, ...columns].join(', ')} FROM ${table}${this.suffix} WHERE class_id IN ${these}`;
  }

  noteTouched(classIds: readonly number[]): Question<void> {
    return insertion(
      'recount_touched',
      classIds.map((class_id) => ({ class_id })),
      'class_id = VALUES(class_id)',
    );
  }

  noteCompiled(changes: readonly ClassChange[], at: Date, version: string): Question<void> {
    const rows = changes.map(({ classId, facts }) => ({ class_id: classId, compiled_at: at, rule_version: version, facts }));
    return insertion(`compiled_classes${this.suffix}`, rows, overwritten(['compiled_at', 'rule_version', 'facts']));
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

  /**
   * Every person-time of these people in these years, as counted so far, in whatever class: others are in no cell with them. One compile at a
   * time says of a person where they are counted: they are locked until the transaction ends. Ascending ids: nobody waits in a ring.
   */
  lockPeopleAndRead(
    personIds: readonly number[],
    years: readonly number[],
  ): Question<(Participated & { class_id: number; counting_session_id: number })[]> {
    if (personIds.length === 0) return answered([]);
    const people = personIds.map((person_id) => ({ person_id }));
    const counted = question<Participated & { class_id: number; counting_session_id: number }>(
      `SELECT class_id, counting_session_id, person_id, kind, month, audience, trainee_unit_id, host_unit_id, venue_unit_id
       FROM participations${this.suffix} WHERE person_id IN ${numbersOf(personIds)}
         AND (${years.map((year) => `month BETWEEN ${year * 100} AND ${year * 100 + 99}`).join(' OR ')})`,
    );
    return joined([insertion('counted_people', people, 'person_id = VALUES(person_id)'), counted], (_, rows) => rows);
  }

  /** Takes the rows away that are gone, and puts the fresh ones in or in the place of those with their key. */
  replace(changes: readonly ClassChange[]): Question<unknown> {
    const parts: Question<unknown>[] = [];
    for (const table of countedTableNames) {
      const { key, columns } = countedTables[table];
      const nameOf = (row: Row): string => key.map((column) => row[column]).join(' ');
      for (const { classId, gone, fresh } of changes) {
        const stay = new Set((fresh[table] as unknown as Row[]).map(nameOf));
        const leave = (gone[table] as unknown as Row[]).filter((row) => !stay.has(nameOf(row)));
        parts.push(...this.removal(table, classId, leave));
      }
      const rows = changes.flatMap(({ classId, fresh }) =>
        (fresh[table] as unknown as Row[]).map((row) => ({ class_id: classId, ...row })),
      );
      parts.push(insertion(table + this.suffix, rows, overwritten(columns)));
    }
    return joined(parts, () => undefined);
  }

  private removal(table: CountedTable, classId: number, rows: readonly Row[]): Question<unknown>[] {
    const { key } = countedTables[table];
    const removals: Question<unknown>[] = [];
    for (let i = 0; i < rows.length; i += 500) {
      const some = rows.slice(i, i + 500);
      const sql = `DELETE FROM ${table}${this.suffix} WHERE class_id = ? AND (${key.join(', ')}) IN (${some.map(() => listOf(key)).join(', ')})`;
      removals.push(question(sql, [classId, ...some.flatMap((row) => key.map((column) => row[column]!))]));
    }
    return removals;
  }
}

function rowsByClass(classIds: readonly number[], found: readonly Row[][]): Map<number, CountedRows> {
  const byClass = new Map(classIds.map((id) => [id, noRows()]));
  for (const [i, table] of countedTableNames.entries())
    for (const { class_id, ...row } of found[i]!) (byClass.get(Number(class_id))![table] as unknown[]).push(row);
  return byClass;
}

const overwritten = (columns: readonly string[]): string => columns.map((column) => `${column} = VALUES(${column})`).join(', ');
