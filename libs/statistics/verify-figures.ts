import { Injectable } from '@nestjs/common';
import { type Db, Transactions } from '#platform/database';
import { verifications } from './verification/verifications.js';

export interface Drift {
  comparison: string;
  rows: number;
}

/** Compares what was compiled with a second count of the same facts that shares no code with the compiler. */
@Injectable()
export class VerifyFigures {
  constructor(private readonly transactions: Transactions) {}

  /** Every comparison with the number of rows that differ, all at one moment. No drift: every number is 0. */
  run(): Promise<Drift[]> {
    return this.transactions.snapshot(async (db: Db) => {
      // Sets of people are compared whole, however many.
      await db.query('SET SESSION group_concat_max_len = 4294967295');
      const drifts: Drift[] = [];
      for (const [comparison, sql] of Object.entries(verifications)) {
        const [row] = await db.query(sql);
        drifts.push({ comparison, rows: Number(row.drift) });
      }
      return drifts;
    });
  }
}
