import { Injectable } from '@nestjs/common';
import { type Db, listOf } from '#platform/database';

/** The tables whose rows classes and sessions name by id. */
export type NamedTable = 'units' | 'courses' | 'users' | 'instructors' | 'teaching_sites' | 'learning_routes' | 'classes';

/**
 * What the rows are called that a class or session points to. Whoever sees a class sees whose it is, where it is taught and by whom,
 * wherever those rows belong.
 */
@Injectable()
export class NamesRepository {
  async of(db: Db, table: NamedTable, ids: readonly (number | null)[]): Promise<(id: number | null) => string | null> {
    const wanted = [...new Set(ids)].filter((id) => id !== null);
    const rows: { id: number; name: string }[] =
      wanted.length === 0 ? [] : await db.query(`SELECT id, name FROM ${table} WHERE id IN ${listOf(wanted)}`, wanted);
    const names = new Map(rows.map((row) => [row.id, row.name]));
    return (id) => (id === null ? null : (names.get(id) ?? null));
  }
}
