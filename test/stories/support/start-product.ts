import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { type INestApplicationContext, type Type } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createConnection } from 'mysql2/promise';
import { type Config } from '#platform/config';
import { setClock } from '#platform/clock';
import { type Db, Transactions } from '#platform/database';
import { type Content, createDatabase, createMigrated } from '../../../libs/platform/database/copied-database.fixture.js';
import { ErrorLog } from '../../../libs/platform/refusal/error-log.fixture.js';
import { createApp } from '../../../apps/api/create-app.js';
import { type Answer, type CallOptions, callerOf } from './call.js';

/** The product on a database of its own, listening on a port of its own. */
export interface Product {
  origin: string;
  config: Config;
  app: NestFastifyApplication;
  worker?: INestApplicationContext;
  /** The lines that the API wrote, one a request. */
  lines: string[];
  /** What api and worker write of errors. */
  errors: ErrorLog;
  /** For arranging and for asking what only the database knows. */
  db: Db;
  call(path: string, options?: CallOptions): Promise<Answer>;
  get<T>(part: Type<T>): T;
  stop(): Promise<void>;
}

interface Wishes {
  worker?: boolean;
  settings?: Partial<Config>;
  /** Another way to the test database's server. */
  databaseServer?: string;
  /** What its database holds; nothing but what the migrations make unless told. */
  content?: Content;
}

const demanded = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; npm test sets it`);
  return value;
};

/** Close it with `stop()`, which drops the database. */
export async function startProduct({
  worker: wantsWorker = false,
  settings = {},
  databaseServer = demanded('TEST_DATABASE_URL'),
  content,
}: Wishes = {}): Promise<Product> {
  const admin = databaseServer.replace(/\/$/, '');
  const name = `sitang_test_${randomBytes(6).toString('hex')}`;
  const config: Config = {
    databaseUrl: `${admin}/${name}`,
    redisUrl: demanded('TEST_REDIS_URL'),
    port: 0,
    host: '127.0.0.1',
    trustedProxies: [],
    dataFolder: '.data',
    dataKey: randomBytes(32),
    indexKey: randomBytes(32),
    mode: 'demo',
    lateMarkDays: 3,
    lateHeadCountDay: 3,
    fieldWorker: true,
    expectDemo: false,
    ...settings,
  };
  const ending: (() => Promise<unknown>)[] = [() => statement(admin, `DROP DATABASE IF EXISTS ${name}`)];
  const stop = async (): Promise<void> => {
    setClock();
    for (const end of ending.splice(0).reverse()) await end();
  };
  try {
    await (content ? createDatabase(admin, name, content) : createMigrated(admin, name));
    const lines: string[] = [];
    const errors = new ErrorLog();
    const app = await createApp(config, { write: (line) => void lines.push(line), logger: errors });
    ending.push(() => app.close());
    await app.listen(0, config.host);
    const worker = wantsWorker ? await startWorker(config, errors) : undefined;
    if (worker) ending.push(() => worker.close());
    const origin = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    const get = <T>(part: Type<T>): T => app.get(part, { strict: false });
    return { origin, config, app, worker, lines, errors, db: get(Transactions).read, call: callerOf(origin), get, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startWorker(config: Config, errors: ErrorLog): Promise<INestApplicationContext> {
  const { createWorker } = await import('../../../apps/worker/create-worker.js');
  return createWorker(config, errors);
}

async function statement(url: string, sql: string): Promise<void> {
  const connection = await createConnection({ uri: url });
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}
