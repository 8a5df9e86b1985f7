import { type PhoneState } from './state.ts';

/** Whether marks can be kept here without a network: a safe address, and a browser with service workers and a database. */
export const hasShelter = (): boolean => window.isSecureContext && 'serviceWorker' in navigator && 'indexedDB' in window;

let registration: ServiceWorkerRegistration | undefined;
let isTakingOver = false;

/** Has the service worker keep the pages. A newer one waits until `takeOver`: nothing is reloaded by itself. */
export async function seekShelter(state: PhoneState): Promise<void> {
  const { serviceWorker } = navigator;
  const tell = async (): Promise<void> => {
    // A worker that was called back stays in charge of this page, without anything kept.
    const sheltered = serviceWorker.controller !== null && (await keepsPages());
    state.set({ sheltered, hasUpdate: sheltered && Boolean(registration?.waiting) });
  };
  serviceWorker.addEventListener('controllerchange', () => {
    if (isTakingOver) location.reload();
    else void tell();
  });
  registration = await serviceWorker.register('/field/sw.js', { scope: '/field/', updateViaCache: 'none' }).catch(() => undefined);
  registration?.addEventListener('updatefound', () => registration?.installing?.addEventListener('statechange', () => void tell()));
  await tell();
  // What an older version kept for this tab may go by now.
  serviceWorker.controller?.postMessage('opened');
}

const keepsPages = async (): Promise<boolean> =>
  (await caches.keys().catch((): string[] => [])).some((name) => name.startsWith('sitang-field-'));

/** Lets the newer version in, and opens it. Whoever calls has made sure that nothing waits and no roll is open. */
export function takeOver(): void {
  isTakingOver = true;
  registration?.waiting?.postMessage('takeOver');
}

/** Looks for a newer version; without a network nothing happens. */
export const lookForUpdate = (): void => void registration?.update().catch(() => undefined);

/** Asks the browser not to clear the storage when space runs short, and says what it answered. */
export async function askForProtection(state: PhoneState): Promise<void> {
  const { storage } = navigator;
  const isProtected = await (storage?.persist?.() ?? Promise.resolve(null)).catch(() => null);
  state.set({ isProtected });
}
