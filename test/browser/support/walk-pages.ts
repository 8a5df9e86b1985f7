import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Product } from '../../stories/support/start-product.js';
import { seriousFaults } from './axe.js';
import { closeBrowser, visit, type Visit, type VisitWishes } from './browser.js';
import { startDemoYear } from './demo-year.js';
import { everyPage, type Opened, routesOfConsole } from './every-page.js';
import { sticksOut } from './forms.js';

/** What every page asks: who is there, and what this installation is. */
const ofTheFrame = /^GET \/v1\/(me|about)$/;
const mostQuestions = 5;
/** What asks more, and why. */
const asksMore: Record<string, number> = {
  // The figures' own five, and of the number that lies open over them: its rows, and what was left out.
  '/figures?open=people': 7,
};

async function look({ page, asked, faults }: Visit, address: string): Promise<string[]> {
  asked.length = 0;
  faults.length = 0;
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  const own = asked.filter((question) => !ofTheFrame.test(question));
  return [
    ...(own.length > (asksMore[address] ?? mostQuestions) ? [`asks ${own.length}: ${own.join(', ')}`] : []),
    ...(await sticksOut(page)).map((what) => `sticks out: ${what}`),
    ...(await seriousFaults(page)),
    ...faults,
  ];
}

/**
 * Every page of the console in windows of one size, light in Chinese and dark in English: a colour is the same in both languages, and a
 * width in both themes. One file a size, so that they are walked side by side.
 */
export function walkEveryPage(size: NonNullable<VisitWishes['size']>): void {
  let product: Product;
  let pages: Opened[];
  beforeAll(async () => {
    product = await startDemoYear();
    pages = await everyPage(product);
  }, 180_000);
  afterAll(async () => {
    await closeBrowser();
    await product?.stop();
  });

  it('leaves out no page', () => {
    expect(new Set(pages.map(({ route }) => route))).toEqual(new Set(routesOfConsole()));
  });

  it.each([
    ['light', 'zh'],
    ['dark', 'en'],
  ] as const)(
    'finds nothing serious for axe, wider than the window, or that asks much: %s, %s',
    async (theme, language) => {
      const left = [...pages];
      const found: string[] = [];
      const walk = async (account: Opened['account']): Promise<void> => {
        const reader = await visit(product, { account, size, theme, language });
        for (;;) {
          const place = left.findIndex((one) => one.account === account);
          if (place < 0) break;
          const [{ address }] = left.splice(place, 1) as [Opened];
          found.push(...(await look(reader, address)).map((what) => `${account ?? 'nobody'} at ${address}: ${what}`));
        }
        await reader.context.close();
      };
      // Side by side: while one page waits for its answers, another is looked at.
      await Promise.all([walk('organiser'), walk('organiser'), walk('admin').then(() => walk(undefined))]);
      expect(found).toEqual([]);
    },
    180_000,
  );
}
