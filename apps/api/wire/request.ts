import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Permission } from '#contract';
import { type Context } from '#platform/context';

/** Who may pass a route's door; every route names it, or the API does not start. */
export interface Doorway {
  /** `anyone` is not asked who they are. `signedIn` needs an account, and any one of `permissions` when there are some. */
  who: 'anyone' | 'signedIn';
  permissions: readonly Permission[];
  /** Callers on this very machine pass unasked. */
  orLoopback?: boolean;
  /** A phone's own token opens this door; `revokedToo`: also that of a phone that is given nothing any more. No other doors open to it. */
  toDevices?: 'enrolled' | 'revokedToo';
}

declare module 'fastify' {
  interface FastifyContextConfig {
    doorway?: Doorway;
  }
  interface FastifyRequest {
    /** Set by the door before the body is read. */
    ctx: Context | null;
  }
}

/** Nobody in particular: the context of an open route. */
export const anonymousContext = (request: FastifyRequest): Context => ({
  user: null,
  grants: [],
  requestId: request.id,
  via: 'http',
  tokenId: null,
  address: request.ip,
});

export const contextOf = (request: FastifyRequest): Context => request.ctx ?? anonymousContext(request);

/** `@Ctx() ctx: Context` — who asks, for which units. */
export const Ctx = createParamDecorator((_: unknown, host: ExecutionContext): Context =>
  contextOf(host.switchToHttp().getRequest<FastifyRequest>()),
);
