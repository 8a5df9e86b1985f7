import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type FastifyInstance, type FastifyReply } from 'fastify';
import { consolePages } from '#contract';
import { type Config, projectRoot } from '#platform/config';
import { Refusal } from '#platform/refusal';
import { serveOpenly } from './wire/door.js';
import { allowWebAssembly } from './wire/security.js';

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};
/** A built file carries a hash of what is in it: it never changes under its name. */
const forGood = 'public, max-age=31536000, immutable';

/**
 * Console and field app as they were built to dist/web: one page for every address that is one of their own, and the files that the pages
 * ask for. Files of earlier builds are served as long as they are there, so that a page opened before an update goes on working.
 */
export async function serveFront(server: FastifyInstance, { fieldWorker }: Pick<Config, 'fieldWorker'>): Promise<void> {
  const folder = new URL('dist/web/', projectRoot());
  const assets = new URL('assets/', folder);
  // Read once: only names that were there at the start are ever opened.
  const names = existsSync(assets) ? await readdir(assets) : [];
  const isBuilt = (name: string): boolean => existsSync(new URL(name, folder));
  await serveOpenly(server, async (inner) => {
    /** Stands under a name that stays: asked for anew each time. */
    const serve = async (name: string, paths: readonly string[], prepare?: (reply: FastifyReply) => void): Promise<void> => {
      const file = isBuilt(name) ? await readFile(new URL(name, folder)) : notBuilt;
      const type = mediaTypes[extname(name)]!;
      for (const path of paths)
        inner.get(path, (_request, reply) => {
          prepare?.(reply);
          return reply.header('cache-control', 'no-cache').type(type).send(file);
        });
    };
    await serve('index.html', ['/', ...consolePages.flatMap((one) => [`/${one}`, `/${one}/*`])]);
    await serve('field/index.html', ['/field/*'], allowWebAssembly);
    await serve('here/index.html', ['/here/']);
    const worker = fieldWorker ? 'field/sw.js' : 'field/sw-off.js';
    if (isBuilt(worker)) await serve(worker, ['/field/sw.js']);
    if (isBuilt('field/manifest.webmanifest')) await serve('field/manifest.webmanifest', ['/field/manifest.webmanifest']);
    // The service worker speaks for what lies under the slash.
    for (const page of ['/field', '/here']) inner.get(page, (_request, reply) => reply.redirect(`${page}/`, 308));
    for (const name of names)
      inner.get(`/assets/${name}`, async (_request, reply) =>
        reply
          .header('cache-control', forGood)
          .type(mediaTypes[extname(name)] ?? 'application/octet-stream')
          .send(await readFile(new URL(name, assets)).catch(() => Promise.reject(new Refusal('notFound')))),
      );
  });
}

/** An API that is run from its sources, without the build that `npm start` makes. */
const notBuilt = Buffer.from(
  '<!doctype html><meta charset="utf-8"><title>四堂课</title><p>页面尚未编译:npm start · the pages are not built yet',
);
