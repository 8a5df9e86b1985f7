import { type Page, type Request, type Route } from 'playwright-core';
import { saysItLoads } from './settled.js';

/** A page that never comes to rest is told of elsewhere. */
const patienceMs = 20_000;

/** Once the page has nothing left to do: whether it says that something is still to come. */
const idle = async (loads: string): Promise<boolean> => {
  const { document, requestIdleCallback } = globalThis as unknown as {
    document: { querySelector(selector: string): unknown };
    requestIdleCallback(then: () => void): void;
  };
  for (let times = 0; times < 2; times++) await new Promise<void>((then) => requestIdleCallback(then));
  return document.querySelector('h1') === null || document.querySelector(loads) !== null;
};

/**
 * What a page asks the API, round by round: each round is answered when the page has nothing left to do but to wait for it, so that what is
 * asked in the next is what waited for an answer, however slow the machine is.
 */
export async function roundsOf(page: Page, address: string): Promise<string[][]> {
  let held: Route[] = [];
  const files = new Set<Request>();
  const isOfApi = (request: Request): boolean => new URL(request.url()).pathname.startsWith('/v1/');
  const begun = (request: Request): void => void (isOfApi(request) || files.add(request));
  const ended = (request: Request): void => void files.delete(request);
  page.on('request', begun).on('requestfinished', ended).on('requestfailed', ended);
  await page.route('**/v1/**', (route) => void held.push(route));
  await page.goto(address);
  const rounds: string[][] = [];
  for (;;) {
    // Three times the same: between a file and what it asks for there is a moment without either.
    const deadline = performance.now() + patienceMs;
    for (let rests = 0, before = -1; rests < 3 && performance.now() < deadline; before = held.length) {
      const isLoading = await page.evaluate(idle, saysItLoads);
      // What loads and asks nothing is a program that has come and is not shown yet.
      rests = files.size === 0 && held.length === before && (held.length > 0 || !isLoading) ? rests + 1 : 0;
    }
    if (held.length === 0) break;
    const asked = held;
    held = [];
    rounds.push(
      asked.map((route) => {
        const { pathname, search } = new URL(route.request().url());
        return `${route.request().method()} ${pathname}${search}`;
      }),
    );
    await Promise.all(
      asked.map(async (route) => {
        const answered = page.waitForEvent('requestfinished', (request) => request === route.request());
        await route.continue();
        await answered;
      }),
    );
  }
  await page.unroute('**/v1/**');
  page.off('request', begun).off('requestfinished', ended).off('requestfailed', ended);
  return rounds;
}

const deepest = 2;
/** What has to go deeper, and why. */
const goesDeeper: Record<string, number> = {
  // A session says of which class it is; whether a reader may see that class, only the class says.
  '/sessions/:id': 4,
  // The tree opens its first storey by itself: what stands below the top, the top says.
  '/units': 3,
  // Which rows are shown first, and whether columns are asked for, depends on what the check found.
  '/imports/:id': 3,
};

/** On a far line every question that waits for another's answer costs its whole way again: who is there is one round, all that is shown the other. */
export const tooDeep = (route: string, rounds: readonly string[][]): string[] =>
  rounds.length > (goesDeeper[route] ?? deepest)
    ? [`asks in ${rounds.length} rounds: ${rounds.map((one) => one.join(', ')).join(' → ')}`]
    : [];
