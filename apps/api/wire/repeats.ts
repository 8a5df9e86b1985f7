import { type FastifyInstance } from 'fastify';
import { Refusal } from '#platform/refusal';
import { type Secrecy } from '#platform/secrecy';

/** Keys sorted at every level: the same content is the same text. Bodies are at most 32 levels deep by now. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, part]) => [key, canonical(part)]);
}

/**
 * A repeat of a POST or PUT with the same `Idempotency-Key` gets the first answer. The key belongs to the account. What is
 * kept of the body is a keyed hash: a body may hold a password.
 */
export function recogniseRepeats(server: FastifyInstance, secrecy: Secrecy): void {
  server.addHook('preHandler', async (request) => {
    const key = request.headers['idempotency-key'];
    if (key === undefined || !request.ctx?.user || (request.method !== 'POST' && request.method !== 'PUT')) return;
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,80}$/.test(key)) throw new Refusal('idempotencyKeyInvalid');
    const content = request.body === undefined ? ['length', request.headers['content-length'] ?? '0'] : canonical(request.body);
    request.ctx = {
      ...request.ctx,
      idempotency: {
        key,
        route: `${request.method} ${request.routeOptions.url ?? ''}`.slice(0, 120),
        bodyHash: secrecy.blindIndex('idempotency', JSON.stringify([request.url, content])),
      },
    };
  });
}
