import { type CallHandler, createParamDecorator, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ApiExtension, ApiHeader } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Refusal } from '#platform/refusal';

/** Says in the document, on the method whose parameter is decorated, that the version is demanded. */
const demanded = (target: object, key: string | symbol | undefined): void => {
  const method = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
  if (!method || key === undefined) return;
  ApiHeader({ name: 'If-Match', required: true, description: '上次读到的 ETag · the ETag last read', example: '"1"' })(target, key, method);
  ApiExtension('x-versioned', true)(target, key, method);
};

/** `@IfMatch() version: number` — the version that the caller has seen. @throws Refusal preconditionRequired, versionMismatch */
export const IfMatch = createParamDecorator(
  (_: unknown, host: ExecutionContext): number => {
    const header = host.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
    if (header === undefined) throw new Refusal('preconditionRequired');
    const version = /^"([1-9]\d{0,9})"$/.exec(header)?.[1];
    if (version === undefined) throw new Refusal('versionMismatch');
    return Number(version);
  },
  [demanded],
);

/** An answer that has a `version` carries it as its ETag. */
@Injectable()
export class VersionTag implements NestInterceptor {
  intercept(host: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((answer: unknown) => {
        const version = (answer as { version?: unknown } | null | undefined)?.version;
        if (typeof version === 'number') void host.switchToHttp().getResponse<FastifyReply>().header('etag', `"${version}"`);
        return answer;
      }),
    );
  }
}
