import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { type Config } from '#platform/config';
import { declaredJobs } from './job.js';
import { type OutboxRow } from './outbox.js';

/** The Nest token of what the names of all queues begin with. */
export const QUEUE_PREFIX = Symbol('queue prefix');

/** Installations may share a Redis. The braces keep a queue on one cluster node. */
export const queuePrefix = (installation: string): string => `{sitang-${installation}}`;

/** A Redis that says nothing for this long is away: one that stands still keeps its connections open. */
const patienceMs = 5_000;

/** A connection for handing over work: fails fast instead of waiting for a Redis that is away. */
const producerConnection = (config: Config): Redis => {
  const redis = new Redis(config.redisUrl, {
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    lazyConnect: false,
    commandTimeout: patienceMs,
    retryStrategy: (n) => Math.min(n * 100, 2_000),
  });
  redis.on('error', () => undefined);
  return redis;
};

/** A connection for taking work: waits as long as it must. */
export const consumerConnection = (config: Config): Redis => {
  const redis = new Redis(config.redisUrl, { maxRetriesPerRequest: null, retryStrategy: (n) => Math.min(n * 100, 2_000) });
  redis.on('error', () => undefined);
  return redis;
};

export type QueueCounts = Record<'waiting' | 'active' | 'delayed' | 'failed', number>;

/** Where work is handed over: a queue for each declared job, all over one connection. */
export class Queues {
  private readonly connection: Redis;
  private readonly byJob: Map<string, Queue>;
  private answered = true;

  constructor(config: Config, prefix: string) {
    this.connection = producerConnection(config);
    this.byJob = new Map(
      declaredJobs().map(({ name }) => {
        const queue = new Queue(name, { connection: this.connection, prefix });
        queue.on('error', () => undefined);
        return [name, queue];
      }),
    );
  }

  /** Whether Redis is there and took what it was last given. */
  get answer(): boolean {
    return this.connection.status === 'ready' && this.answered;
  }

  /** Hands the rows over; without any it only asks whether Redis is there. @throws when that is not so */
  async take(rows: readonly OutboxRow[]): Promise<void> {
    try {
      await (rows.length === 0 ? this.connection.ping() : Promise.all(rows.map((row) => this.add(row))));
      this.answered = true;
    } catch (error) {
      this.answered = false;
      throw error;
    }
  }

  /** What each queue holds by its own account; `null` when Redis does not answer. */
  async counts(): Promise<Map<string, QueueCounts> | null> {
    if (this.connection.status !== 'ready') return null;
    try {
      const each = [...this.byJob].map(async ([job, queue]): Promise<[string, QueueCounts]> => {
        const { waiting = 0, active = 0, delayed = 0, failed = 0 } = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
        return [job, { waiting, active, delayed, failed }];
      });
      return new Map(await Promise.all(each));
    } catch {
      return null;
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.byJob.values()].map((queue) => queue.close().catch(() => undefined)));
    this.connection.disconnect();
  }

  /** The queue takes a name once, and keeps that of a message whose worker was killed for up to a minute: the next attempt has another. */
  private async add({ id, job, seq, attempts }: OutboxRow): Promise<void> {
    const jobId = `row-${id}-${seq}-${attempts}`;
    await this.byJob.get(job)?.add(job, { row: id }, { jobId, removeOnComplete: true, removeOnFail: true });
  }
}
