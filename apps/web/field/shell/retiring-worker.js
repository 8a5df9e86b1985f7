// Served in the place of the service worker while SITANG_FIELD_WORKER is off: phones that ask for a newer one let go of the kept pages and
// load them from the county again. Marks are not touched.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(retire()));

async function retire() {
  for (const name of await caches.keys()) if (name.startsWith('sitang-field-')) await caches.delete(name);
  await self.registration.unregister();
}
