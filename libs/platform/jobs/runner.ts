import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Worker } from 'bullmq';
import { type Redis } from 'ioredis';
import { type Config, CONFIG } from '#platform/config';
import { systemContext } from '#platform/context';
import { Transactions } from '#platform/database';
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
  private workers: Worker[] = [];
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
      const worker = new Worker<{ row: number }>(handler.job.name, (message) => this.work(handler, message.data.row), {
        connection: this.connection,
        prefix: this.prefix,
        concurrency: handler.job.concurrency,
      });
      worker.on('error', () => undefined);
      this.workers.push(worker);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
    this.connection?.disconnect();
  }

  /** Does one outbox row. Harmless when the row is gone, or when somebody else is at it. */
  async work(handler: JobHandler, id: number): Promise<void> {
    const owner = randomUUID();
    const row = await this.outbox.claim(this.transactions.read, handler.job, id, owner);
    if (!row) return;
    try {
      await this.perform(handler, row, owner);
    } catch (error) {
      if (error instanceof LeaseLost) return;
      this.log.error(`${row.job} ${row.job_key} failed: ${error instanceof Error ? error.stack : 'unknown error'}`);
      await this.outbox.fail(this.transactions.read, row, owner, error);
    }
  }

  private async perform(handler: JobHandler, row: OutboxRow, owner: string): Promise<void> {
    const leaseAlive = (): Promise<boolean> => this.outbox.renew(this.transactions.read, handler.job, row.id, owner);
    await this.transactions.run(systemContext('worker'), async (db) => {
      if (row.attempts > (handler.job.attempts ?? Infinity)) await handler.giveUp!(db, row.job_key);
      else await handler.perform(db, row.job_key, { attempt: row.attempts, leaseAlive });
      if ((await this.outbox.finish(db, row, owner)) === 'lost') throw new LeaseLost();
    });
  }
}
