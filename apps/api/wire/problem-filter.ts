import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { describe, headersOf, refusalOf } from './problem.js';

const log = new Logger('api');

/** The one place where a refusal becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** Answers with the problem; only what nobody foresaw is written to the log, with its stack and the request id. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = refusalOf(error);
  if (refusal.status >= 500) log.error(`${request.id} ${refusal.code}: ${causeOf(error, refusal.code === 'unexpected')}`);
  if (reply.sent || reply.raw.headersSent) return;
  // Serialised here: Fastify would write `application/json` for an object.
  void reply
    .code(refusal.status)
    .headers({ ...headersOf(refusal), 'x-request-id': request.id })
    .serializer((body) => body as string)
    .send(JSON.stringify(describe(refusal, request.id)));
}

/** An error of the driver holds the statement with its values: its number and the stack are told, never the message. */
function causeOf(error: unknown, withStack: boolean): string {
  if (!(error instanceof Error)) return 'not an error';
  const { code, errno } = ((error as { driverError?: object }).driverError ?? error) as { code?: string; errno?: number };
  if ('driverError' in error || 'sql' in error) {
    const frames = (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .join('\n');
    return `${error.name} ${code ?? ''} ${errno ?? ''}${withStack ? `\n${frames}` : ''}`;
  }
  return withStack ? (error.stack ?? error.name) : `${error.name} ${code ?? ''}`;
}
