import { Injectable } from '@nestjs/common';
import { bases } from '#contract';
import { monthOf } from '#platform/clock';
import { type Db, insertRows, listOf } from '#platform/database';
import { type Cell, cellKey, cellMeasures, type UnitKeys } from './cells.js';
import { type ClassCount } from './counting/counted.js';
import { packPersons } from './person-set.js';

/** A cell of the finest grain: the people of one basis, unit, month, kind and audience. */
interface SetKey {
  basis: string;
  unitId: number;
  month: number;
  kind: string;
  audience: string;
}

const countedTables = ['participations', 'attendances', 'declarations', 'held', 'left_out'] as const;

/** Writes what was counted. Everything here happens in the transaction of one compile. */
@Injectable()
export class CompileRepository {
  /** One compile of a class at a time, whoever holds which lease: the row is locked until the transaction ends. */
  async lockClass(db: Db, classId: number): Promise<void> {
    await db.query(
      "INSERT INTO compiled_classes (class_id, compiled_at, rule_version, facts) VALUES (?, CURRENT_TIMESTAMP(3), '', 0) ON DUPLICATE KEY UPDATE facts = facts",
      [classId],
    );
    await db.query('SELECT class_id FROM compiled_classes WHERE class_id = ? FOR UPDATE', [classId]);
  }

  async noteCompiled(db: Db, classId: number, at: Date, version: string, facts: number): Promise<void> {
    await db.query('UPDATE compiled_classes SET compiled_at = ?, rule_version = ?, facts = ? WHERE class_id = ?', [
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

  async unitKeys(db: Db, unitIds: readonly number[]): Promise<Map<number, UnitKeys>> {
    const rows: (UnitKeys & { id: number; path: string })[] = await db.query(
      `SELECT id, path, key_village AS village, key_town AS town, key_county AS county, key_city AS city, key_province AS province FROM units WHERE id IN ${listOf(unitIds)}`,
      [...unitIds],
    );
    const lines = rows.map((row) => ({ ...row, above: row.path.split('/').filter(Boolean).map(Number) }));
    const above = [...new Set(lines.flatMap((line) => line.above))];
    const organs: { id: number }[] = await db.query(`SELECT id FROM units WHERE level = 'organ' AND id IN ${listOf(above)}`, above);
    const isOrgan = new Set(organs.map((row) => row.id));
    return new Map(lines.map((line) => [line.id, { ...line, organs: line.above.filter((id) => isOrgan.has(id)) }]));
  }

  /** Puts the counted facts of a class in place of the old ones. Returns the sets of people that may have changed. */
  async replaceFacts(db: Db, count: ClassCount): Promise<SetKey[]> {
    const before = await this.setKeys(db, count.classId);
    for (const table of countedTables) await db.query(`DELETE FROM ${table} WHERE class_id = ?`, [count.classId]);
    const where = (one: { where: { trainee: number; host: number; venue: number }; date: string }) => ({
      trainee_unit_id: one.where.trainee,
      host_unit_id: one.where.host,
      venue_unit_id: one.where.venue,
      kind: count.kind,
      month: monthOf(one.date),
    });
    const class_id = count.classId;
    await insertRows(
      db,
      'participations',
      count.personTimes.map((one) => ({
        class_id,
        counting_session_id: one.countingSessionId,
        person_id: one.personId,
        session_id: one.sessionId,
        date: one.date,
        audience: one.audience,
        female: one.female,
        minority: one.minority,
        young: one.young,
        college: one.college,
        ...where(one),
      })),
    );
    await insertRows(
      db,
      'attendances',
      count.attendances.map((one) => ({
        class_id,
        session_id: one.sessionId,
        person_id: one.personId,
        viewing_point_id: one.place,
        status: one.status,
        disputed: one.disputed,
        date: one.date,
        audience: one.audience,
        ...where(one),
      })),
    );
    await insertRows(
      db,
      'declarations',
      count.declarations.map((one) => ({
        class_id,
        session_id: one.sessionId,
        viewing_point_id: one.place,
        date: one.date,
        declared: one.declared,
        unverified: one.unverified,
        unidentified: one.unidentified,
        ...where(one),
      })),
    );
    await insertRows(
      db,
      'held',
      count.holdings.flatMap((one) =>
        one.touched.map((touch) => ({
          class_id,
          measure: one.measure,
          session_id: one.sessionId,
          basis: touch.basis,
          unit_id: touch.unitId,
          audience: touch.audience,
          kind: count.kind,
          date: one.date,
          month: monthOf(one.date),
        })),
      ),
    );
    await insertRows(
      db,
      'left_out',
      count.leftOut.map((one) => ({
        class_id,
        session_id: one.sessionId,
        reason: one.reason,
        audience: one.audience,
        facts: one.facts,
        ...where(one),
      })),
    );
    const after = await this.setKeys(db, count.classId);
    return [...new Map([...before, ...after].map((key) => [JSON.stringify(key), key])).values()];
  }

  /** Adds the difference between what the class gives now and what it gave before to the cells. Rows in key order: no deadlocks. */
  async applyCells(db: Db, classId: number, now: Map<string, Cell>): Promise<void> {
    const before = new Map(
      (
        await db.query(
          `SELECT basis, level, unit_id AS unitId, month, kind, audience, ${cellMeasures.join(', ')} FROM class_cells WHERE class_id = ?`,
          [classId],
        )
      ).map((cell: Cell) => [cellKey(cell), cell]),
    ) as Map<string, Cell>;
    const changes = [...new Set([...before.keys(), ...now.keys()])].sort().flatMap((key) => {
      const [old, fresh] = [before.get(key), now.get(key)];
      const differences = cellMeasures.map((measure) => (fresh?.[measure] ?? 0) - (old?.[measure] ?? 0));
      if (differences.every((difference) => difference === 0)) return [];
      const { basis, level, unitId: unit_id, month, kind, audience } = (fresh ?? old)!;
      return [
        {
          basis,
          level,
          unit_id,
          month,
          kind,
          audience,
          ...Object.fromEntries(cellMeasures.map((measure, i) => [measure, differences[i]!])),
        },
      ];
    });
    const sums = cellMeasures.map((measure) => `${measure} = ${measure} + VALUES(${measure})`).join(', ');
    await insertRows(db, 'figure_cells', changes, sums);
    await insertRows(
      db,
      'class_cells',
      changes.map((change) => ({ class_id: classId, ...change })),
      sums,
    );
    await db.query(`DELETE FROM class_cells WHERE class_id = ? AND ${cellMeasures.map((measure) => `${measure} = 0`).join(' AND ')}`, [
      classId,
    ]);
  }

  /**
   * Makes the sets of people anew from the participations. Each set's row is locked first, so that of two compiles that touch
   * the same set the second sees what the first has committed.
   */
  async rebuildSets(db: Db, keys: readonly SetKey[]): Promise<void> {
    const ordered = [...keys].sort((a, b) => (JSON.stringify(Object.values(a)) < JSON.stringify(Object.values(b)) ? -1 : 1));
    const row = (key: SetKey) => ({ basis: key.basis, unit_id: key.unitId, month: key.month, kind: key.kind, audience: key.audience });
    await insertRows(
      db,
      'person_sets',
      ordered.map((key) => ({ ...row(key), persons: Buffer.alloc(0) })),
      'month = month',
    );
    for (const basis of bases) {
      const mine = ordered.filter((key) => key.basis === basis);
      for (let i = 0; i < mine.length; i += 200) await this.fillSets(db, basis, mine.slice(i, i + 200), row);
    }
  }

  /** Makes all cells anew from what the classes give. Compiles that run meanwhile wait for these rows and add their difference afterwards. */
  async rebuildCells(db: Db): Promise<void> {
    await db.query('SELECT class_id FROM compiled_classes FOR UPDATE');
    await db.query('DELETE FROM figure_cells');
    await db.query(
      `INSERT INTO figure_cells (basis, level, unit_id, month, kind, audience, ${cellMeasures.join(', ')})
       SELECT basis, level, unit_id, month, kind, audience, ${cellMeasures.map((measure) => `SUM(${measure})`).join(', ')}
       FROM class_cells GROUP BY basis, level, unit_id, month, kind, audience
       ON DUPLICATE KEY UPDATE ${cellMeasures.map((measure) => `${measure} = VALUES(${measure})`).join(', ')}`,
    );
  }

  /** Sets that no participation stands behind. */
  async forgottenSets(db: Db): Promise<SetKey[]> {
    const sets = bases.map(
      (
        basis,
      ) => `SELECT s.basis, s.unit_id AS unitId, s.month, s.kind, s.audience FROM person_sets s WHERE s.basis = '${basis}' AND NOT EXISTS (
        SELECT 1 FROM participations p WHERE p.${basis}_unit_id = s.unit_id AND p.month = s.month AND p.kind = s.kind AND p.audience = s.audience)`,
    );
    return db.query(sets.join(' UNION ALL '));
  }

  private async fillSets(
    db: Db,
    basis: string,
    keys: readonly SetKey[],
    row: (key: SetKey) => Record<string, string | number>,
  ): Promise<void> {
    const people: (SetKey & { person_id: number })[] = await db.query(
      `SELECT DISTINCT ${basis}_unit_id AS unitId, month, kind, audience, person_id FROM participations
       WHERE (${basis}_unit_id, month, kind, audience) IN (${keys.map(() => '(?, ?, ?, ?)').join(', ')})`,
      keys.flatMap((key) => [key.unitId, key.month, key.kind, key.audience]),
    );
    const sets = new Map<string, number[]>();
    const name = (key: Omit<SetKey, 'basis'>): string => `${key.unitId} ${key.month} ${key.kind} ${key.audience}`;
    for (const one of people) {
      const set = sets.get(name(one));
      if (set) set.push(one.person_id);
      else sets.set(name(one), [one.person_id]);
    }
    await insertRows(
      db,
      'person_sets',
      keys.map((key) => ({ ...row(key), persons: packPersons(sets.get(name(key)) ?? []) })),
      'persons = VALUES(persons)',
    );
    const empty = keys.filter((key) => !sets.has(name(key)));
    if (empty.length === 0) return;
    await db.query(
      `DELETE FROM person_sets WHERE basis = ? AND (unit_id, month, kind, audience) IN (${empty.map(() => '(?, ?, ?, ?)').join(', ')})`,
      [basis, ...empty.flatMap((key) => [key.unitId, key.month, key.kind, key.audience])],
    );
  }

  /** One statement: several at once on one connection would go on after the first of them had ended its transaction. */
  private setKeys(db: Db, classId: number): Promise<SetKey[]> {
    const ofBasis = bases.map(
      (basis) =>
        `SELECT DISTINCT '${basis}' AS basis, ${basis}_unit_id AS unitId, month, kind, audience FROM participations WHERE class_id = ?`,
    );
    return db.query(
      ofBasis.join(' UNION ALL '),
      bases.map(() => classId),
    );
  }
}
