import { Injectable } from '@nestjs/common';
import { type CourseKind } from '#contract';
import { type Db, listOf } from '#platform/database';
import { cellLevels, type CellMeasure, cellMeasures } from './compiling/cells.js';
import { type AskedUnit, type FigureQuery, type Grouping, unitLevelOf } from './figure-query.js';

export type CellSums = Record<CellMeasure, number>;
export interface GroupRow extends CellSums {
  kind?: CourseKind;
  month?: number;
  audience?: string;
  unitId?: number;
}
const sums = cellMeasures.map((measure) => `COALESCE(SUM(f.${measure}), 0) AS ${measure}`).join(', ');

/** Reads cells and sets of people; never the facts behind them. */
@Injectable()
export class FiguresRepository {
  async unit(db: Db, id: number): Promise<(AskedUnit & { accessPath: string }) | null> {
    const [row] = await db.query('SELECT id, path, level, access_path AS accessPath FROM units WHERE id = ?', [id]);
    return row ?? null;
  }

  /** The units whose subtrees are these, for somebody who did not say which. */
  async unitsAt(db: Db, accessPaths: readonly string[]): Promise<number[]> {
    const rows: { id: number }[] = accessPaths.includes('/')
      ? await db.query('SELECT id FROM units WHERE parent_id IS NULL AND valid_to IS NULL ORDER BY id')
      : await db.query(`SELECT id FROM units WHERE access_path IN ${listOf(accessPaths)} ORDER BY path, id`, [...accessPaths]);
    return rows.map((row) => row.id);
  }

  /** The cells of a unit, grouped. Unit groups are the keys of the finest level asked for, or the unit itself where that is finer. */
  async groups(db: Db, unit: AskedUnit, query: FigureQuery, by: readonly Grouping[]): Promise<GroupRow[]> {
    const { level, unitIds } = await cellsAt(db, unit, by);
    const groups = ['kind', 'month', 'audience'].filter((part) => by.includes(part as Grouping)).map((part) => `f.${part}`);
    const selected = [...groups.map((column) => `${column} AS ${column.slice(2)}`), ...(unitLevelOf(by) ? ['f.unit_id AS unitId'] : [])];
    const grouped = [...groups, ...(unitLevelOf(by) ? ['f.unit_id'] : [])];
    const where = ['f.basis = ?', 'f.level = ?', 'f.month BETWEEN ? AND ?', `f.unit_id IN ${listOf(unitIds)}`];
    const parameters: unknown[] = [query.basis, level, query.from, query.to, ...unitIds];
    if (query.kind) {
      where.push('f.kind = ?');
      parameters.push(query.kind);
    }
    if (query.audience || !by.includes('audience')) {
      where.push('f.audience = ?');
      parameters.push(query.audience ?? '*');
    } else where.push("f.audience <> '*'");
    // A cell that facts have left is no row.
    const tail =
      grouped.length > 0
        ? ` GROUP BY ${grouped.join(', ')} HAVING ${cellMeasures.map((one) => `SUM(f.${one})`).join(' + ')} > 0 ORDER BY ${grouped.join(', ')}`
        : '';
    return db.query(`SELECT ${[...selected, sums].join(', ')} FROM figure_cells f WHERE ${where.join(' AND ')}${tail}`, parameters);
  }

  async compiledAt(db: Db): Promise<Date | null> {
    const [row] = await db.query('SELECT MAX(compiled_at) AS at FROM compiled_classes');
    return row.at;
  }

  /** For each unit, the units of each level above it or itself. */
  async keysOf(db: Db, unitIds: readonly number[]): Promise<Map<number, { village: number; town: number; county: number }>> {
    const rows: { id: number; village: number; town: number; county: number }[] = await db.query(
      `SELECT id, key_village AS village, key_town AS town, key_county AS county FROM units WHERE id IN ${listOf(unitIds)}`,
      [...unitIds],
    );
    return new Map(rows.map(({ id, ...keys }) => [id, keys]));
  }

  /** How many people were validly at each session, as compiled. */
  async namedAt(db: Db, sessionIds: readonly number[]): Promise<Map<number, number>> {
    const rows: { session_id: number; people: number }[] = await db.query(
      `SELECT session_id, COUNT(*) AS people FROM attendances WHERE session_id IN ${listOf(sessionIds)} GROUP BY session_id`,
      [...sessionIds],
    );
    return new Map(rows.map((row) => [row.session_id, row.people]));
  }

  async labels(db: Db, unitIds: readonly number[]): Promise<Map<number, string>> {
    const rows: { id: number; name: string }[] = await db.query(`SELECT id, name FROM units WHERE id IN ${listOf(unitIds)}`, [...unitIds]);
    return new Map(rows.map((row) => [row.id, row.name]));
  }
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
export async function cellsAt(db: Db, unit: AskedUnit, by: readonly Grouping[]): Promise<{ level: AskedUnit['level']; unitIds: number[] }> {
  const { level, whole } = levelFor(unit, by);
  if (whole || level === 'organ') return { level, unitIds: [unit.id] };
  const rows: { id: number }[] = await db.query(`SELECT DISTINCT key_${level} AS id FROM units WHERE path LIKE CONCAT(?, '%')`, [
    unit.path,
  ]);
  return { level, unitIds: rows.map((row) => row.id) };
}
