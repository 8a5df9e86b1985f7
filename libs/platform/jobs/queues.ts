import { createHash } from 'node:crypto';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { type Config } from '#platform/config';
import { declaredJobs } from './job.js';

/** The Nest token of the queues by job name. */
export const QUEUES = Symbol('queues');

/** One database, one set of keys: two installations may share a Redis. The braces keep a queue on one cluster node. */
export const queuePrefix = (config: Config): string => {
  const name = new URL(config.databaseUrl);
  return `{sitang-${createHash('sha256').update(`${name.host}${name.pathname}`).digest('hex').slice(0, 12)}}`;
};

/** A connection for handing over work: fails fast instead of waiting for a Redis that is away. */
export const producerConnection = (config: Config): Redis => {
  const redis = new Redis(config.redisUrl, {
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    lazyConnect: false,
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

export const makeQueues = (config: Config): Map<string, Queue> => {
  const connection = producerConnection(config);
  return new Map(
    declaredJobs().map((job) => {
      const queue = new Queue(job.name, { connection, prefix: queuePrefix(config) });
      queue.on('error', () => undefined);
      return [job.name, queue];
    }),
  );
};
