import { Injectable } from '@nestjs/common';
import { type CourseKind } from '#contract';
import { answered, type Db, listOf, numbersOf, type Question, question } from '#platform/database';
import { cellLevels, type CellMeasure, cellMeasures } from './compiling/cells.js';
import { type AskedUnit, type FigureQuery, type Grouping, unitGroupings, unitLevelOf } from './figure-query.js';

export type CellSums = Record<CellMeasure, number>;
export interface GroupKey {
  kind?: CourseKind;
  month?: number;
  audience?: string;
  unitId?: number;
}
export type GroupRow = CellSums & GroupKey;

export type FoundUnit = AskedUnit & { accessPath: string };
type UnitLevel = (typeof unitGroupings)[number];
export type KeysAndNames = Record<UnitLevel, number> & Record<`${UnitLevel}Name`, string>;

/** Of which units the cells of which level answer. */
export interface CellsAt {
  level: AskedUnit['level'];
  unitIds: readonly number[];
}

/** Reads cells and sets of people; never the facts behind them. */
@Injectable()
export class FiguresRepository {
  unit(id: number): Question<FoundUnit[]> {
    return question('SELECT id, path, level, name, access_path AS accessPath FROM units WHERE id = ?', [id]);
  }

  /** The units whose subtrees are these, for somebody who did not say which. */
  unitsAt(accessPaths: readonly string[]): Question<FoundUnit[]> {
    const select = 'SELECT id, path, level, name, access_path AS accessPath FROM units WHERE';
    return accessPaths.includes('/')
      ? question(`${select} parent_id IS NULL AND valid_to IS NULL ORDER BY id`)
      : question(`${select} access_path IN ${listOf(accessPaths)} ORDER BY path, id`, accessPaths);
  }

  /** The cells of a unit, grouped. Unit groups are the keys of the finest level asked for, or the unit itself where that is finer. */
  groups({ level, unitIds }: CellsAt, query: FigureQuery, by: readonly Grouping[]): Question<GroupRow[]> {
    const groups = ['kind', 'month', 'audience'].filter((part) => by.includes(part as Grouping)).map((part) => `f.${part}`);
    const selected = [...groups.map((column) => `${column} AS ${column.slice(2)}`), ...(unitLevelOf(by) ? ['f.unit_id AS unitId'] : [])];
    const grouped = [...groups, ...(unitLevelOf(by) ? ['f.unit_id'] : [])];
    const where = ['f.basis = ?', 'f.level = ?', 'f.month BETWEEN ? AND ?', `f.unit_id IN ${listOf(unitIds)}`];
    const parameters: (string | number)[] = [query.basis, level, query.from, query.to, ...unitIds];
    if (query.kind) {
      where.push('f.kind = ?');
      parameters.push(query.kind);
    }
    if (query.audience || !by.includes('audience')) {
      where.push('f.audience = ?');
      parameters.push(query.audience ?? '*');
    } else where.push("f.audience <> '*'");
    // Where each group is a single cell, as in the finest table there is, nothing need be added up.
    const single = (by.includes('month') || query.from === query.to) && (by.includes('kind') || query.kind) && grouped.length > 0;
    const values = cellMeasures.map((measure) => (single ? `f.${measure}` : `SUM(f.${measure})`));
    const sums = cellMeasures.map((measure, i) => `${single ? values[i] : `COALESCE(${values[i]}, 0)`} AS ${measure}`);
    // A cell that facts have left is no row.
    const some = `${values.join(' + ')} > 0`;
    const tail = single ? ` AND ${some}` : grouped.length > 0 ? ` GROUP BY ${grouped.join(', ')} HAVING ${some}` : '';
    const order = grouped.length > 0 ? ` ORDER BY ${grouped.join(', ')}` : '';
    return question(
      `SELECT ${[...selected, ...sums].join(', ')} FROM figure_cells f WHERE ${where.join(' AND ')}${tail}${order}`,
      parameters,
    );
  }

  compiledAt(): Question<Date | null> {
    return question<{ at: Date | null }, Date | null>('SELECT MAX(compiled_at) AS at FROM compiled_classes', [], ([row]) => row!.at);
  }

  /** For each unit, the units of each level above it or itself, with their names. */
  keysOf(unitIds: readonly number[]): Question<Map<number, KeysAndNames>> {
    const parts = unitGroupings.map((level) => `u.key_${level} AS ${level}, ${level}.name AS ${level}Name`);
    const joins = unitGroupings.map((level) => `JOIN units ${level} ON ${level}.id = u.key_${level}`);
    return question<KeysAndNames & { id: number }, Map<number, KeysAndNames>>(
      `SELECT u.id, ${parts.join(', ')} FROM units u ${joins.join(' ')} WHERE u.id IN ${numbersOf(unitIds)}`,
      [],
      (rows) => new Map(rows.map((row) => [row.id, row])),
    );
  }

  /** How many people were validly at each session, as compiled. */
  async namedAt(db: Db, sessionIds: readonly number[]): Promise<Map<number, number>> {
    const rows: { session_id: number; people: number }[] = await db.query(
      `SELECT session_id, COUNT(*) AS people FROM attendances WHERE session_id IN ${listOf(sessionIds)} GROUP BY session_id`,
      [...sessionIds],
    );
    return new Map(rows.map((row) => [row.session_id, row.people]));
  }

  /** What one class counts, as compiled: what would leave the figures with it. */
  async ofClass(db: Db, classId: number): Promise<ClassFigures> {
    const [row] = await db.query(
      `SELECT
         (SELECT COUNT(*) FROM held WHERE class_id = ? AND measure = 'batches') AS batches,
         (SELECT COUNT(*) FROM held WHERE class_id = ? AND measure = 'sessionsHeld') AS sessionsHeld,
         (SELECT COUNT(*) FROM participations WHERE class_id = ?) AS registered,
         (SELECT COUNT(DISTINCT person_id) FROM participations WHERE class_id = ?) AS people,
         (SELECT COALESCE(SUM(declared), 0) FROM declarations WHERE class_id = ?) AS declared,
         (SELECT COALESCE(SUM(unverified), 0) FROM declarations WHERE class_id = ?) AS unverified,
         (SELECT COUNT(*) FROM attendances WHERE class_id = ?) AS attendances,
         (SELECT COUNT(*) FROM attendances WHERE class_id = ? AND disputed) AS disputed`,
      Array<number>(8).fill(classId),
    );
    return Object.fromEntries(
      Object.entries(row as Record<string, unknown>).map(([name, value]) => [name, Number(value)]),
    ) as unknown as ClassFigures;
  }
}

/** The measures of one class, and how many of its attendances are disputed. */
export interface ClassFigures {
  batches: number;
  sessionsHeld: number;
  registered: number;
  people: number;
  declared: number;
  unverified: number;
  attendances: number;
  disputed: number;
}

/** The level whose cells answer, and whether it is the unit's own cell alone. */
export function levelFor(unit: AskedUnit, by: readonly Grouping[]): { level: AskedUnit['level']; whole: boolean } {
  const asked = unitLevelOf(by);
  // cellLevels runs from the finest to the widest; an organ has cells of its own and nothing finer.
  const finer = asked !== null && unit.level !== 'organ' && cellLevels.indexOf(asked) < cellLevels.indexOf(unit.level);
  return finer ? { level: asked, whole: false } : { level: unit.level, whole: true };
}

/**
 * The cells that answer: their level, and one by one the units that have any, for a cell's key begins with its unit; a condition on the tree
 * would read the cells of all units and years.
 */
export function cellsAt(unit: AskedUnit, by: readonly Grouping[]): Question<CellsAt> {
  const { level, whole } = levelFor(unit, by);
  if (whole || level === 'organ') return answered({ level, unitIds: [unit.id] });
  return question<{ id: number }, CellsAt>(
    `SELECT DISTINCT key_${level} AS id FROM units WHERE path LIKE CONCAT(?, '%')`,
    [unit.path],
    (rows) => ({ level, unitIds: rows.map((row) => row.id) }),
  );
}
