import { Injectable } from '@nestjs/common';
import { type Scope, scopeCondition } from '#access';
import { type Db } from '#platform/database';

/** What two records have in common that lets one think they are one person. */
export const twinSigns = ['name', 'born', 'unit', 'phone'] as const;
export type TwinSign = (typeof twinSigns)[number];

export interface Twin {
  id: number;
  signs: TwinSign[];
}

/**
 * `t` may be another record of `p`: the same name with the same birth date or unit, or the same phone. Two different ID numbers, or
 * two different birth dates without a shared phone, are two people.
 */
const mayBeOne = `(t.id_number_index IS NULL OR p.id_number_index IS NULL) AND (t.phone_index = p.phone_index
  OR (t.name = p.name AND (t.born = p.born OR (t.unit_id = p.unit_id AND (t.born IS NULL OR p.born IS NULL)))))`;
const countsForItself = 'NOT EXISTS (SELECT 1 FROM person_aliases ta WHERE ta.person_id = t.id)';

/** A condition on a person `p`: a twin within the scope. The two ways are asked apart: each has an index of its own. */
export function twinExists(scope: Scope): { sql: string; parameters: string[] } {
  const visible = scopeCondition(scope, 'tu.access_path');
  const twin = (same: string): string => `EXISTS (SELECT 1 FROM people t JOIN units tu ON tu.id = t.unit_id
    WHERE ${same} AND t.id <> p.id AND ${mayBeOne} AND ${countsForItself} AND ${visible.sql})`;
  return {
    sql: `(${twin('t.name = p.name')} OR ${twin('t.phone_index = p.phone_index')})`,
    parameters: [...visible.parameters, ...visible.parameters],
  };
}

const most = 20;

@Injectable()
export class PersonTwins {
  /** Other records that may be the same person and count for themselves, those with most in common first; twenty at most. */
  async of(db: Db, scope: Scope, personId: number): Promise<Twin[]> {
    const visible = scopeCondition(scope, 'u.access_path');
    const rows: Record<'id' | `same_${TwinSign}`, number>[] = await db.query(
      `SELECT t.id, t.name = p.name AS same_name, COALESCE(t.born = p.born, 0) AS same_born, t.unit_id = p.unit_id AS same_unit,
         COALESCE(t.phone_index = p.phone_index, 0) AS same_phone
       FROM people p JOIN people t ON t.id IN (
         SELECT n.id FROM people n JOIN people o ON o.name = n.name WHERE o.id = ?
         UNION SELECT f.id FROM people f JOIN people o ON o.phone_index = f.phone_index WHERE o.id = ?)
       JOIN units u ON u.id = t.unit_id
       WHERE p.id = ? AND t.id <> p.id AND ${mayBeOne} AND ${countsForItself} AND ${visible.sql}
       ORDER BY same_name + same_born + same_unit + same_phone DESC, t.id LIMIT ${most}`,
      [personId, personId, personId, ...visible.parameters],
    );
    return rows.map((row) => ({ id: row.id, signs: twinSigns.filter((sign) => Boolean(Number(row[`same_${sign}`]))) }));
  }
}
