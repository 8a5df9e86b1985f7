import type {} from '@fastify/cookie';
import { type FastifyInstance, type FastifyRequest, type RouteOptions } from 'fastify';
import { mayAnywhere } from '#access';
import { type Context, type DeviceOfRequest } from '#platform/context';
import { Refusal } from '#platform/refusal';
import { anonymousContext, type Doorway } from './request.js';

export type Credentials = { kind: 'bearer' | 'cookie'; token: string };

/** Finds out who holds a token. `null` when it is unknown, expired, revoked or its account disabled. */
export type Recognise = (credentials: Credentials, request: { id: string; address: string }) => Promise<Context | null>;

/**
 * The door: asks who is there and whether they may, before a byte of the body is read. Routes that are not there answer
 * 404 without asking.
 */
export function hangDoor(server: FastifyInstance, cookieName: string, recognise: Recognise): void {
  server.decorateRequest('ctx', null);
  server.addHook('onRequest', async (request) => {
    const way = request.routeOptions.config.doorway;
    if (request.is404 || !way || way.who === 'anyone' || (way.orLoopback && isLoopback(request))) {
      request.ctx = anonymousContext(request);
      return;
    }
    const credentials = credentialsOf(request, cookieName);
    const ctx = credentials && (await recognise(credentials, { id: request.id, address: request.ip }));
    if (!credentials || !ctx) throw new Refusal('notSignedIn');
    if (credentials.kind === 'cookie' && !isSafe(request.method)) demandSameOrigin(request);
    if (ctx.device) demandOpenTo(ctx.device, way);
    // What waits on a revoked phone is taken, whatever its account may do by now.
    if (!ctx.device?.revoked && way.permissions.length > 0 && !way.permissions.some((permission) => mayAnywhere(ctx, permission))) {
      throw new Refusal('forbidden', { permissions: way.permissions });
    }
    request.ctx = ctx;
  });
  refuseToStartWithoutDoors(server);
}

/** Doors of the field open to phones' own tokens, other doors do not. */
function demandOpenTo({ revoked, wipe }: DeviceOfRequest, { toDevices, permissions }: Doorway): void {
  if (!toDevices) throw new Refusal('forbidden', permissions.length > 0 ? { permissions } : {});
  if (revoked && toDevices !== 'revokedToo') throw new Refusal('deviceRevoked', { wipe });
}

/** Paths that machines ask for outside `/v1`. */
const outside = /^\/(health\/(live|ready)|metrics)$/;

interface Told {
  doorway?: Doorway;
  served?: boolean;
}

/** A route that names no doorway, or lies outside `/v1`, is a mistake: the API does not start with it. */
function refuseToStartWithoutDoors(server: FastifyInstance): void {
  const routes: RouteOptions[] = [];
  server.addHook('onRoute', (route) => void routes.push(route));
  server.addHook('onReady', (done) => {
    const wrong = routes.flatMap(({ method, url, config }) => {
      const { doorway, served } = (config ?? {}) as Told;
      if (served) return [];
      if (!doorway) return [`${String(method)} ${url} has no doorway: add @Permit, @SignedIn or @Public`];
      return url.startsWith('/v1/') || outside.test(url) ? [] : [`${String(method)} ${url} lies outside /v1`];
    });
    done(wrong.length > 0 ? new Error([...new Set(wrong)].join('\n')) : undefined);
  });
}

/** Registers routes that hand out files to everybody, such as the web page: they need no doorway. */
export async function serveOpenly(server: FastifyInstance, routes: (inner: FastifyInstance) => Promise<void>): Promise<void> {
  await server.register(async (inner) => {
    inner.addHook('onRoute', (route) => {
      route.config = { ...route.config, served: true } as never;
    });
    await routes(inner as FastifyInstance);
  });
}

function credentialsOf(request: FastifyRequest, cookieName: string): Credentials | null {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = /^Bearer +([\w-]{20,100})$/i.exec(authorization)?.[1];
    return token ? { kind: 'bearer', token } : null;
  }
  const cookie = request.cookies[cookieName];
  return cookie && /^[\w-]{20,100}$/.test(cookie) ? { kind: 'cookie', token: cookie } : null;
}

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

/** A browser sends a cookie on behalf of any page: a change must come from a page of ours. */
export function demandSameOrigin(request: FastifyRequest): void {
  if (!comesFromHere(request)) throw new Refusal('originMismatch');
}

/** As far as the browser says; a caller that says nothing at all is no browser's page, or a very old one. */
export function demandNoOtherOrigin(request: FastifyRequest): void {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if ((origin !== undefined || site !== undefined) && !comesFromHere(request)) throw new Refusal('originMismatch');
}

function comesFromHere(request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return site === 'same-origin';
  return URL.canParse(origin) && new URL(origin).host === request.host;
}

/** Through a proxy on this machine everybody looks local: a forwarded request is not. A proxy that says nothing calls by its own name. */
export const isLoopback = (request: FastifyRequest): boolean =>
  /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '') &&
  request.headers['x-forwarded-for'] === undefined &&
  request.headers.forwarded === undefined &&
  isOwnName(request.hostname);

/** What this machine is called by whoever sits at it: another name came from a proxy, or from a page that points its own name here. */
const isOwnName = (hostname: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(hostname);
