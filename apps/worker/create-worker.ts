import { ConsoleLogger, type INestApplicationContext, type LoggerService, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Config } from '#platform/config';
import { PlatformModule } from '#platform/core';
import { demandMigrated, demandOwnDatabase } from '#platform/database';
import { JOB_HANDLERS, type JobHandler, JobRunner } from '#platform/jobs';
import { handlers } from './handlers.js';
import { workerModules } from './modules.js';

/** The process that does work for later. @throws when a declared job has no handler, or two, and for a database that is not its own */
export async function createWorker(
  config: Config,
  logger: LoggerService = new ConsoleLogger({ logLevels: ['error', 'warn'], colors: process.stdout.isTTY === true }),
): Promise<INestApplicationContext> {
  await demandMigrated(config.databaseUrl);
  await demandOwnDatabase(config);
  @Module({
    imports: [PlatformModule.with(config), ...workerModules],
    providers: [{ provide: JOB_HANDLERS, inject: [...handlers], useFactory: (...found: JobHandler[]) => found }, JobRunner],
  })
  class WorkerModule {}
  return NestFactory.createApplicationContext(WorkerModule, { logger, abortOnError: false });
}
