/* global shell -- { version, entry, files }: written before this by the build */

// Keeps the pages of the field app, so that they open without a network. It answers for nothing else: what is asked of /v1 goes its own
// way. A newer one waits until the page says so, since a reload at the wrong moment costs work.
const name = `sitang-field-${shell.version}`;
const page = '/field/';
/** Here, beside the pages, stands which versions came before this one, and which tabs were open when it took charge: those show an older one. */
const before = '/field/before';

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(takeCharge()));
self.addEventListener('message', (event) => {
  if (event.data === 'takeOver') self.skipWaiting();
  if (event.data === 'opened') event.waitUntil(letGo());
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(kept(page, request));
  else if (shell.files.includes(pathname)) event.respondWith(kept(pathname, request));
  else if (pathname.startsWith('/assets/')) event.respondWith(keptByAnother(pathname, request));
});

/** All of one build or nothing: where a newer page came, the installation fails, and the browser finds the worker that goes with it. */
async function fill() {
  const cache = await caches.open(name);
  const others = (await caches.keys()).filter((other) => other.startsWith('sitang-field-') && other !== name);
  const answer = await fetch(page, { cache: 'no-store' });
  if (!answer.ok || !(await answer.clone().text()).includes(shell.entry)) throw new Error('another build');
  await cache.addAll(shell.files);
  await cache.put(before, asNote({ versions: others, tabs: [] }));
  await cache.put(page, answer);
}

async function takeCharge() {
  // Where a full phone cannot note who is open, the older pages stay: the next version lets them go.
  await noteTabs()
    .then(letGo)
    .catch(() => undefined);
  await self.clients.claim();
}

const asNote = (note) => new Response(JSON.stringify(note));
const noted = async (cache) => (await (await cache.match(before))?.json()) ?? { versions: [], tabs: [] };
const openTabs = async () => (await self.clients.matchAll({ type: 'window', includeUncontrolled: true })).map(({ id }) => id);

async function noteTabs() {
  const cache = await caches.open(name);
  const { versions } = await noted(cache);
  await cache.put(before, asNote({ versions, tabs: await openTabs() }));
}

/**
 * Lets go of the pages of older versions, once no tab shows one: in an open roll they still need what they have not loaded yet. A newer one
 * that waits to be let in is none of them.
 */
async function letGo() {
  const cache = await caches.open(name);
  const { versions, tabs } = await noted(cache);
  if (versions.length === 0) return;
  const open = await openTabs();
  if (tabs.some((id) => open.includes(id))) return;
  await Promise.all(versions.map((version) => caches.delete(version)));
  // One of them may come back as the next.
  await cache.put(before, asNote({ versions: [], tabs: [] }));
}

/** From the cache; asked for anew where the browser has cleared it. */
async function kept(path, request) {
  return (await (await caches.open(name)).match(path)) ?? fetch(request);
}

/** What only an older page asks for. */
async function keptByAnother(path, request) {
  return (await caches.match(path)) ?? fetch(request);
}
