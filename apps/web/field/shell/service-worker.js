/* global shell -- { version, entry, files }: written before this by the build */

// Keeps the pages of the field app, so that they open without a network. It answers for nothing else: what is asked of /v1 goes its own
// way. A newer one waits until the page says so, since a reload at the wrong moment costs work.
const name = `sitang-field-${shell.version}`;
const page = '/field/';

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(takeCharge()));
self.addEventListener('message', ({ data }) => {
  if (data === 'takeOver') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(kept(page, request));
  else if (shell.files.includes(pathname)) event.respondWith(kept(pathname, request));
});

/** All of one build or nothing: where a newer page came, the installation fails, and the browser finds the worker that goes with it. */
async function fill() {
  const cache = await caches.open(name);
  const answer = await fetch(page, { cache: 'no-store' });
  if (!answer.ok || !(await answer.clone().text()).includes(shell.entry)) throw new Error('another build');
  await cache.addAll(shell.files);
  await cache.put(page, answer);
}

async function takeCharge() {
  for (const other of await caches.keys()) if (other.startsWith('sitang-field-') && other !== name) await caches.delete(other);
  await self.clients.claim();
}

/** From the cache; asked for anew where the browser has cleared it. */
async function kept(path, request) {
  return (await (await caches.open(name)).match(path)) ?? fetch(request);
}
