import { type Db } from '#platform/database';

/** Something else that is done once so many questions were answered over the databases given it; `asked` counts them. */
export class Interruption {
  asked = 0;
  constructor(
    private readonly after: number,
    private readonly other: () => Promise<unknown>,
  ) {}

  of(db: Db): Db {
    const query = async (sql: string, parameters?: unknown[]): Promise<unknown> => {
      const rows: unknown = await db.query(sql, parameters);
      if (++this.asked === this.after) await this.other();
      return rows;
    };
    return { query } as Db;
  }
}
