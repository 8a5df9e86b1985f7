import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addAccount, testPassword } from '../../stories/support/county.js';
import { type Product } from '../../stories/support/start-product.js';
import { seriousFaults } from './axe.js';
import { closeBrowser, visit, type Visit, type VisitWishes } from './browser.js';
import { startDemoYear } from './demo-year.js';
import { everyPage, type Opened, routesOfConsole, startOnly } from './every-page.js';
import { sticksOut } from './forms.js';
import { roundsOf, tooDeep } from './rounds.js';
import { settled } from './settled.js';

/** What every page asks: who is there, and what this installation is. */
const ofTheFrame = /^GET \/v1\/(me|about)$/;
const mostQuestions = 5;
/** What asks more, and why. */
const asksMore: Record<string, number> = {
  // The figures' own five, and of the number that lies open over them: its rows, and what was left out.
  '/figures?open=people': 7,
  // The figures' own five, and of the year before what stands beside its months and its places.
  '/figures?compare=yes': 7,
};

/** `inRounds`: its answers come round by round, so that those that wait for each other are seen. */
async function look(
  { page, asked, faults, refused }: Visit,
  { route, address, account, tells }: Opened,
  inRounds: boolean,
): Promise<string[]> {
  asked.length = 0;
  faults.length = 0;
  refused.length = 0;
  const rounds = inRounds ? await roundsOf(page, address) : [];
  if (!inRounds) await page.goto(address);
  const rests = await settled(page);
  const own = asked.filter((question) => !ofTheFrame.test(question));
  const heading = page.getByRole('main').getByRole('heading', { level: 1 });
  const alerts = await page.getByRole('alert').allInnerTexts();
  return [
    ...(rests ? [] : ['never comes to rest']),
    ...((await heading.count()) === 1 ? [] : ['has no heading']),
    ...(alerts.length > 0 === Boolean(tells) ? [] : [`tells of ${alerts.length} faults: ${alerts.join(' | ')}`]),
    // Who has not signed in is told so.
    ...(account ? refused : []),
    ...(own.length > (asksMore[address] ?? mostQuestions) ? [`asks ${own.length}: ${own.join(', ')}`] : []),
    ...tooDeep(route, rounds),
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
    const [{ id }] = await product.db.query("SELECT id FROM units WHERE code = '610326'");
    await addAccount(product, 'auditor', 'auditor', Number(id));
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
    'finds each with its heading and without a fault, nothing serious for axe, wider than the window, or that asks much or one thing after another: %s, %s',
    async (theme, language) => {
      const left = [...pages];
      const found: string[] = [];
      const walk = async (account: Opened['account']): Promise<void> => {
        const password = account === 'auditor' ? testPassword : undefined;
        const reader = await visit(product, { account, password, size, theme, language });
        for (;;) {
          const place = left.findIndex((one) => one.account === account);
          if (place < 0) break;
          const [one] = left.splice(place, 1) as [Opened];
          found.push(
            ...(await look(reader, one, size === 'desk' && language === 'zh')).map(
              (what) => `${account ?? 'nobody'} at ${one.address}: ${what}`,
            ),
          );
        }
        await reader.context.close();
      };
      // Side by side: while one page waits for its answers, another is looked at.
      const others = async (): Promise<void> => {
        for (const account of ['admin', undefined, ...startOnly] as const) await walk(account);
      };
      await Promise.all([walk('organiser'), walk('organiser'), others()]);
      expect(found).toEqual([]);
    },
    300_000,
  );
}
