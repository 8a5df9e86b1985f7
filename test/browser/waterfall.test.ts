import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page, type Request, type Route } from 'playwright-core';
import { addAccount, testPassword } from '../stories/support/county.js';
import { type Product } from '../stories/support/start-product.js';
import { closeBrowser, visit } from './support/browser.js';
import { startDemoYear } from './support/demo-year.js';
import { everyPage, type Opened } from './support/every-page.js';

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

const waiter = async (): Promise<void> => {
  const { requestIdleCallback } = globalThis as unknown as { requestIdleCallback(then: () => void): void };
  const idle = (): Promise<void> => new Promise((then) => requestIdleCallback(then));
  await idle();
  await idle();
};

/**
 * What a page asks the API, round by round: each round is answered when the page has nothing left to do but to wait for it, so that what is
 * asked in the next is what waited for an answer, however slow the machine is.
 */
async function roundsOf(page: Page, address: string): Promise<string[][]> {
  let held: Route[] = [];
  const files = new Set<Request>();
  const isOfApi = (request: Request): boolean => new URL(request.url()).pathname.startsWith('/v1/');
  page.on('request', (request) => void (isOfApi(request) || files.add(request)));
  page.on('requestfinished', (request) => files.delete(request));
  page.on('requestfailed', (request) => files.delete(request));
  await page.route('**/v1/**', (route) => void held.push(route));
  await page.goto(address);
  const rounds: string[][] = [];
  for (;;) {
    // Twice the same: between a file and what it asks for there is a moment without either.
    for (let rests = 0, before = -1; rests < 3; before = held.length) {
      await page.evaluate(waiter);
      rests = files.size === 0 && held.length === before ? rests + 1 : 0;
    }
    if (held.length === 0) return rounds;
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
}

/** On a far line every question that waits for another's answer costs its whole way again. */
describe('what a page of the console asks', () => {
  let product: Product;
  let pages: Opened[];
  beforeAll(async () => {
    product = await startDemoYear();
    pages = await everyPage(product);
    const [{ id }] = await product.db.query("SELECT id FROM units WHERE code = '610326'");
    await addAccount(product, 'auditor', 'auditor', Number(id));
    const [town] = await product.db.query("SELECT id FROM units WHERE level = 'town' AND parent_id = ? LIMIT 1", [id]);
    for (const tab of ['overview', 'breakdowns'])
      pages.push({ route: '/figures', address: `/figures?tab=${tab}&unit=${town.id}`, account: 'official' });
  }, 180_000);
  afterAll(async () => {
    await closeBrowser();
    await product?.stop();
  });

  it('is asked in two rounds, who is there being the first: no page waits longer to be told all that it shows', async () => {
    const left = pages.filter(({ account }) => account !== undefined);
    const found: string[] = [];
    const walk = async (): Promise<void> => {
      for (let one = left.shift(); one; one = left.shift()) {
        const { account, address, route } = one;
        const { page, context } = await visit(product, { account, ...(account === 'auditor' && { password: testPassword }) });
        const rounds = await roundsOf(page, address);
        if (rounds.length > (goesDeeper[route] ?? deepest))
          found.push(`${account} at ${address}: ${rounds.map((round) => round.join(', ')).join(' → ')}`);
        await context.close();
      }
    };
    await Promise.all([walk(), walk(), walk(), walk()]);
    expect(found).toEqual([]);
  }, 180_000);
});
