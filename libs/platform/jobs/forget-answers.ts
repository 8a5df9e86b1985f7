import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { systemContext } from '#platform/context';
import { Transactions } from '#platform/database';

/** A phone or a page that asks again does so within a day or two; an answer may hold personal data and is kept no longer. */
const keptHours = 48;
/** Few enough that nobody waits for the locks of a batch. */
const batch = 500;
const sweepMs = 10 * 60_000;

/** Forgets the answers kept for repeats once nobody repeats any more. Every process sweeps; a row can be deleted only once. */
@Injectable()
export class ForgetAnswers implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: NodeJS.Timeout;
  private running: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(private readonly transactions: Transactions) {}

  onApplicationBootstrap(): void {
    const sweep = (): void => {
      // A database that is away is asked again at the next sweep.
      this.running = this.running.then(() => this.run()).catch(() => undefined);
    };
    this.timer = setInterval(sweep, sweepMs);
    this.timer.unref();
    sweep();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Answers how many were forgotten. */
  async run(): Promise<number> {
    let forgotten = 0;
    for (let last = batch; last === batch && !this.stopped; forgotten += last) {
      const done = await this.transactions.run(systemContext('worker'), (db) =>
        db.query(
          `DELETE FROM idempotency_keys WHERE created_at < CURRENT_TIMESTAMP(3) - INTERVAL ${keptHours} HOUR ORDER BY created_at LIMIT ${batch}`,
        ),
      );
      last = done.affectedRows;
    }
    return forgotten;
  }
}
