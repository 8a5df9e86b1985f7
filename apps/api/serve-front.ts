import { readFile } from 'node:fs/promises';
import { type FastifyInstance } from 'fastify';
import { projectRoot } from '#platform/config';
import { serveOpenly } from './wire/door.js';

/** The page at `/` stands in the sources as it is, without a build. */
const files = { '/': 'index.html', '/front.css': 'front.css', '/front.js': 'front.js' } as const;
const mediaTypes = { html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' } as const;

export async function serveFront(server: FastifyInstance): Promise<void> {
  const folder = new URL('apps/web/front/', projectRoot());
  const read = await Promise.all(
    Object.entries(files).map(async ([path, name]) => ({ path, name, bytes: await readFile(new URL(name, folder)) })),
  );
  await serveOpenly(server, async (inner) => {
    for (const { path, name, bytes } of read) {
      const type = mediaTypes[name.split('.')[1] as keyof typeof mediaTypes];
      inner.get(path, (_request, reply) => reply.header('cache-control', 'no-cache').type(type).send(bytes));
    }
  });
}
