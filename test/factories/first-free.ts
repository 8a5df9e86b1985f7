import { type Db } from '#platform/database';

/** The id after the greatest there is. */
export const firstFree = async (db: Db, table: string): Promise<number> =>
  Number((await db.query(`SELECT COALESCE(MAX(id), 0) + 1 AS next FROM ${table}`))[0].next);
