import { type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { systemContext } from '#platform/context';
import { type Db, type Transactions } from '#platform/database';

/** Few enough that nobody waits for the locks of a batch. */
const batch = 500;
const sweepMs = 10 * 60_000;

/** Deletes at most `limit` rows whose time is over, and answers how many there were. */
export type Forget = (db: Db, limit: number) => Promise<number>;

/** Forgets what is kept for a time only. Every process sweeps; a row can be deleted only once. */
export abstract class Sweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: NodeJS.Timeout;
  private running: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly transactions: Transactions,
    private readonly forgets: readonly Forget[],
  ) {}

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

  /** Answers how many rows were forgotten. */
  async run(): Promise<number> {
    let forgotten = 0;
    for (const forget of this.forgets)
      for (let last = batch; last === batch && !this.stopped; forgotten += last)
        last = await this.transactions.run(systemContext('worker'), (db) => forget(db, batch));
    return forgotten;
  }
}
