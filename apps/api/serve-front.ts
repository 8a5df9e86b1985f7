import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { type FastifyInstance } from 'fastify';
import { serveOpenly } from './wire/door.js';

/** The page at `/`. It stands in the sources as it is, without a build. */
export const serveFront = (server: FastifyInstance): Promise<void> =>
  serveOpenly(server, async (inner) => {
    const root = fileURLToPath(new URL(import.meta.url.includes('/dist/') ? '../../../apps/web/front' : '../web/front', import.meta.url));
    await inner.register(fastifyStatic, {
      root,
      wildcard: false,
      cacheControl: false,
      setHeaders: (reply) => void reply.header('cache-control', 'no-cache'),
    });
  });
