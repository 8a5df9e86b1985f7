import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { ask, type Db, question, Transactions } from '#platform/database';
import { Outbox } from '#platform/jobs';
import { compileClassJob } from './statistics.jobs.js';
import { VerifyAnswers } from './verify-answers.js';
import { verifications } from './verification/verifications.js';

export interface Drift {
  comparison: string;
  rows: number;
}

/** Compares what was compiled, and what is answered out of it, with a second count of the same facts that shares no code with either. */
@Injectable()
export class VerifyFigures {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly answers: VerifyAnswers,
  ) {}

  /**
   * Every comparison with the number of rows that differ, all at one moment. No drift: every number is 0. Facts that are not
   * compiled yet differ rightly, so the comparison waits until nothing is `pending` — or answers `null` after `patience` ms.
   */
  async whenSettled(patience: number): Promise<Drift[] | null> {
    for (const begun = performance.now(); performance.now() - begun < patience; await pause(200)) {
      const drifts = await this.run();
      if (drifts) return drifts;
    }
    return null;
  }

  /** The comparison as of now; `null` while something is pending. */
  run(): Promise<Drift[] | null> {
    return this.transactions.snapshot(async (db: Db) => {
      // The figures first: no recount puts others in their place while they are compared.
      const [, pending] = await ask(db, question('SELECT 1 FROM compiled_classes LIMIT 1'), this.outbox.behind(compileClassJob));
      if (pending > 0) return null;
      // Sets of people are compared whole, however many.
      await db.query('SET SESSION group_concat_max_len = 4294967295');
      const drifts: Drift[] = [];
      for (const [comparison, sql] of Object.entries(verifications)) {
        const [row] = await db.query(sql);
        drifts.push({ comparison, rows: Number(row.drift) });
      }
      return [...drifts, ...(await this.answers.run(db))];
    });
  }
}
