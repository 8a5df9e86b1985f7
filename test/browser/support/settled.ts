import { type Page, type Request } from 'playwright-core';

/** The questions of a page that are still to be answered, files of its script among them. */
const openOf = new WeakMap<Page, Set<Request>>();

/** Has to be called before a page first asks for anything. */
export function countQuestions(page: Page): void {
  const open = new Set<Request>();
  openOf.set(page, open);
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}

/** What a page shows while something of it is still to come. */
export const saysItLoads = '[aria-busy=true], [role=status][class*=skeleton]';

/** The heading is there, nothing says that it loads, and the browser has nothing left to do. */
const isDrawn = async (loads: string): Promise<boolean> => {
  interface Root {
    querySelector(selector: string): unknown;
  }
  const { document, requestIdleCallback } = globalThis as unknown as {
    document: Root;
    requestIdleCallback(then: () => void, within: { timeout: number }): void;
  };
  const idle = (): Promise<void> => new Promise((then) => requestIdleCallback(then, { timeout: 200 }));
  await idle();
  await idle();
  return document.querySelector('h1') !== null && document.querySelector(loads) === null;
};

/**
 * Waits until a page has its heading and all that it asked for; not for half a second in which nothing happens, as `networkidle` does
 * over and over. `false`: it never came to rest.
 */
export async function settled(page: Page, patienceMs = 20_000): Promise<boolean> {
  const open = openOf.get(page)!;
  const deadline = performance.now() + patienceMs;
  for (let rests = 0; performance.now() < deadline;) {
    // Twice in a row: between an answer and what is asked because of it there is a moment without a question.
    rests = (await page.evaluate(isDrawn, saysItLoads)) && open.size === 0 ? rests + 1 : 0;
    if (rests === 2) return true;
  }
  return false;
}
