import { scopeCondition, type Scope } from '#access';
import { type Db, listOf } from '#platform/database';
import { Refusal } from '#platform/refusal';

/** Units that a class or session may name: living ones within the scope. @throws Refusal referenceUnknown */
export async function demandUnits(db: Db, scope: Scope, field: string, ids: readonly number[]): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const { sql, parameters } = scopeCondition(scope, 'access_path');
  const rows = await db.query(`SELECT id FROM units WHERE id IN ${listOf(wanted)} AND ${sql}`, [...wanted, ...parameters]);
  if (rows.length < wanted.length) throw new Refusal('referenceUnknown', { fields: [{ field, fault: 'unknown' }] });
}

/** Rows of the county-wide registers (instructors, sites, routes, courses). @throws Refusal referenceUnknown */
export async function demandRows(
  db: Db,
  table: 'instructors' | 'teaching_sites' | 'learning_routes' | 'courses' | 'classes',
  field: string,
  ids: readonly number[],
): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const rows = await db.query(`SELECT id FROM ${table} WHERE id IN ${listOf(wanted)}`, wanted);
  if (rows.length < wanted.length) throw new Refusal('referenceUnknown', { fields: [{ field, fault: 'unknown' }] });
}
