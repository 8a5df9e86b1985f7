import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Worker } from 'bullmq';
import { type Redis } from 'ioredis';
import { type Config, CONFIG } from '#platform/config';
import { systemContext } from '#platform/context';
import { Together, Transactions } from '#platform/database';
import { checkHandlers, type JobHandler } from './job.js';
import { Outbox, type OutboxRow } from './outbox.js';
import { consumerConnection, QUEUE_PREFIX } from './queues.js';

/** The Nest token of the list of handlers. */
export const JOB_HANDLERS = Symbol('job handlers');

class LeaseLost extends Error {}

/** Takes messages from the queues and does their outbox rows. Refuses to start when a job has no handler, or two. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('jobs');
  private readonly handlers: Map<string, JobHandler>;
  private readonly workers: Worker[] = [];
  private connection?: Redis;

  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(QUEUE_PREFIX) private readonly prefix: string,
    @Inject(JOB_HANDLERS) handlers: JobHandler[],
  ) {
    this.handlers = checkHandlers(handlers);
  }

  onApplicationBootstrap(): void {
    this.connection = consumerConnection(this.config);
    for (const handler of this.handlers.values()) {
      const { name, concurrency: lanes, together: most = 1 } = handler.job;
      const rounds = new Together<number, void>((ids) => this.work(handler, ids), { lanes, most });
      const worker = new Worker<{ row: number }>(name, (message) => rounds.run(message.data.row), {
        connection: this.connection,
        prefix: this.prefix,
        // Besides the rounds that go on, the next one gathers.
        concurrency: most === 1 ? lanes : (lanes + 1) * most,
      });
      worker.on('error', () => undefined);
      this.workers.push(worker);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
    this.connection?.disconnect();
  }

  /** Does these outbox rows. Harmless when they are gone, or when somebody else is at them. */
  async work(handler: JobHandler, ids: readonly number[]): Promise<void[]> {
    const owner = randomUUID();
    const rows = await this.outbox.claim(this.transactions.read, handler.job, ids, owner);
    // What failed before, or killed its process, takes nobody with it.
    const fresh = rows.filter((row) => row.attempts === 1);
    if (fresh.length > 0) await this.attempt(handler, fresh, owner);
    await this.oneByOne(
      handler,
      rows.filter((row) => row.attempts > 1),
      owner,
    );
    return ids.map(() => undefined);
  }

  private async attempt(handler: JobHandler, rows: OutboxRow[], owner: string): Promise<void> {
    try {
      await this.perform(handler, rows, owner);
    } catch (error) {
      if (rows.length > 1) return this.oneByOne(handler, rows, owner);
      if (error instanceof LeaseLost) return;
      const [row] = rows as [OutboxRow];
      this.log.error(`${row.job} ${row.job_key} failed: ${error instanceof Error ? error.stack : 'unknown error'}`);
      await this.outbox.fail(this.transactions.read, row, owner, error);
    }
  }

  /** While one is done the leases of the others may end: somebody else may have them by then. */
  private async oneByOne(handler: JobHandler, rows: readonly OutboxRow[], owner: string): Promise<void> {
    for (const row of rows)
      if (await this.outbox.renew(this.transactions.read, handler.job, [row.id], owner)) await this.attempt(handler, [row], owner);
  }

  private async perform(handler: JobHandler, rows: readonly OutboxRow[], owner: string): Promise<void> {
    const ids = rows.map((row) => row.id);
    const leaseAlive = (): Promise<boolean> => this.outbox.renew(this.transactions.read, handler.job, ids, owner);
    await this.transactions.run(systemContext('worker'), async (db) => {
      const [row] = rows as [OutboxRow];
      const progress = { attempt: row.attempts, leaseAlive };
      if (rows.length > 1)
        await handler.performAll!(
          db,
          rows.map((one) => one.job_key),
          progress,
        );
      else if (row.attempts > (handler.job.attempts ?? Infinity)) await handler.giveUp!(db, row.job_key);
      else await handler.perform(db, row.job_key, progress);
      if ((await this.outbox.finish(db, rows, owner)) === 'lost') throw new LeaseLost();
    });
  }
}
