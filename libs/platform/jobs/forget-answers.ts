import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform/database';
import { Sweeper } from './sweeper.js';

/** A phone or a page that asks again does so within a day or two; an answer may hold personal data and is kept no longer. */
const keptHours = 48;

/** Forgets the answers kept for repeats once nobody repeats any more. */
@Injectable()
export class ForgetAnswers extends Sweeper {
  constructor(transactions: Transactions) {
    super(transactions, [
      async (db, limit) => {
        const done = await db.query(
          `DELETE FROM idempotency_keys WHERE created_at < CURRENT_TIMESTAMP(3) - INTERVAL ${keptHours} HOUR ORDER BY created_at LIMIT ${limit}`,
        );
        return done.affectedRows;
      },
    ]);
  }
}
