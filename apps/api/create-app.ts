import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { randomUUID } from 'node:crypto';
import { ConsoleLogger, type ConsoleLoggerOptions, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { RecogniseToken } from '#accounts';
import { type Config } from '#platform/config';
import { withRequestId } from '#platform/context';
import { demandMigrated, demandOwnDatabase } from '#platform/database';
import { Secrecy } from '#platform/secrecy';
import { type Demo } from './about/demo.js';
import { AppModule } from './app.module.js';
import { ApiDocument } from './machines/api-document.js';
import { serveFront } from './serve-front.js';
import { bodyLimit, readBodies } from './wire/body.js';
import { hangDoor } from './wire/door.js';
import { FieldsPipe } from './wire/fields-pipe.js';
import { describeApi } from './wire/openapi.js';
import { ProblemFilter, sendProblem } from './wire/problem-filter.js';
import { packAnswers } from './wire/packed-answers.js';
import { recogniseRepeats } from './wire/repeats.js';
import { cookieNameOf, guardBrowsers } from './wire/security.js';
import { Traffic, watchTraffic } from './wire/traffic.js';
import { answerUnread, headLimit } from './wire/unread-requests.js';
import { VersionTag } from './wire/versions.js';

/** The largest file of an import. */
const fileLimit = 64 * 1_048_576;

/** Nest tells why it could not start before it throws the same: once is enough, and whoever started it says it. */
class StartLogger extends ConsoleLogger {
  override error(message: unknown, ...rest: unknown[]): void {
    if (rest.at(-1) !== 'ExceptionHandler') super.error(message, ...rest);
  }
}

/** Colours are for people who watch: a file that a log goes to has none. */
const logging: ConsoleLoggerOptions = { logLevels: ['fatal', 'error', 'warn'], colors: process.stdout.isTTY === true };

export interface AppOptions {
  /** Gets a line for each request; the process's output unless told. */
  write?: (line: string) => void;
  /** Gets what nobody foresaw; the process's output unless told. */
  logger?: LoggerService;
}

/** The demonstration comes with its files: where there is none, they need not be there. */
async function demoOf({ mode }: Config): Promise<Demo | null> {
  if (mode !== 'demo') return null;
  const { demoAccounts, demoPassword, demoYear } = await import('../../demo/accounts.js');
  const signIns = demoAccounts.map(({ account, name, bundle }) => ({ account, name, bundle }));
  return { year: demoYear, password: demoPassword, signIns };
}

/** The API, ready to listen. Hooks run in the order in which they are added here: request id, counts, headers, door, body. */
export async function createApp(
  config: Config,
  { write = (line) => process.stdout.write(`${line}\n`), logger = new StartLogger(logging) }: AppOptions = {},
): Promise<NestFastifyApplication> {
  await demandMigrated(config.databaseUrl);
  await demandOwnDatabase(config);
  const production = config.mode === 'production';
  const adapter = new FastifyAdapter({
    bodyLimit,
    http: { maxHeaderSize: headLimit },
    clientErrorHandler: answerUnread(write),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    // A path that cannot be read never reaches a hook or the filter.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => sendProblem(error, request, reply),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, await demoOf(config)), adapter, {
    logger,
    abortOnError: false,
    bodyParser: false,
  });
  const server = adapter.getInstance() as unknown as FastifyInstance;
  server.addHook('onRequest', (request, _reply, done) => withRequestId(request.id, done));
  watchTraffic(server, app.get(Traffic), write);
  await guardBrowsers(server, production);
  await server.register(cookie);
  const recognise = app.get(RecogniseToken, { strict: false });
  hangDoor(server, cookieNameOf(production), (credentials, request) => recognise.run(credentials, request));
  readBodies(server);
  packAnswers(server);
  await app.register(multipart as never, { limits: { fileSize: fileLimit, files: 1, fields: 10, fieldSize: 1_000, parts: 12 } });
  await serveFront(server, config);
  recogniseRepeats(server, app.get(Secrecy, { strict: false }));
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(new FieldsPipe());
  app.useGlobalInterceptors(new VersionTag());
  app.get(ApiDocument).comesFrom(() => describeApi(app, cookieNameOf(production)));
  await app.init();
  await server.ready();
  return app;
}
