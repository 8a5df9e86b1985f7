import { Injectable } from '@nestjs/common';
import { type Db, Transactions } from '#platform/database';
import { declaredJobs } from './job.js';
import { Queues, type QueueCounts } from './queues.js';

export interface JobStanding {
  job: string;
  /** Due and not begun; for a moment also what the queue has been given. */
  waiting: number;
  /** Being done. */
  active: number;
  /** Begun before without an end; tried again later. */
  failed: number;
  /** Not due yet, and never begun. */
  delayed: number;
  /** Committed facts not worked in. */
  facts: number;
  oldestAt: Date | null;
  /** The kind of an error that one of these ended with, of several the first by name; never its message. */
  lastError: string | null;
  /** What the queue itself holds; `null` when it does not answer. */
  queue: QueueCounts | null;
}

/** How all work for later stands. The outbox is the truth; the queue only hands over. */
@Injectable()
export class QueueBoard {
  constructor(
    private readonly transactions: Transactions,
    private readonly queues: Queues,
  ) {}

  async run(): Promise<JobStanding[]> {
    const [rows, counts] = await Promise.all([standings(this.transactions.read), this.queues.counts()]);
    return declaredJobs().map(({ name }) => ({ ...(rows.get(name) ?? nothing(name)), queue: counts?.get(name) ?? null }));
  }
}

type Standing = Omit<JobStanding, 'queue'>;

const nothing = (job: string): Standing => ({
  ...{ job, waiting: 0, active: 0, failed: 0, delayed: 0, facts: 0 },
  ...{ oldestAt: null, lastError: null },
});

async function standings(db: Db): Promise<Map<string, Standing>> {
  const leased = 'COALESCE(lease_until > CURRENT_TIMESTAMP(3), 0)';
  const rows: (Record<string, string | number> & { oldestAt: Date; lastError: string | null })[] = await db.query(
    `SELECT job, SUM(${leased}) AS active, SUM(${leased} = 0 AND attempts > 0) AS failed,
       SUM(${leased} = 0 AND attempts = 0 AND due_at > CURRENT_TIMESTAMP(3)) AS held,
       SUM(${leased} = 0 AND attempts = 0 AND due_at <= CURRENT_TIMESTAMP(3)) AS waiting,
       SUM(seq - done_seq) AS facts, MIN(created_at) AS oldestAt, MIN(IF(attempts > 0, last_error, NULL)) AS lastError
     FROM outbox GROUP BY job`,
  );
  return new Map(
    rows.map((row) => [
      String(row.job),
      {
        job: String(row.job),
        waiting: Number(row.waiting),
        active: Number(row.active),
        failed: Number(row.failed),
        delayed: Number(row.held),
        facts: Number(row.facts),
        oldestAt: row.oldestAt,
        lastError: row.lastError,
      },
    ]),
  );
}
