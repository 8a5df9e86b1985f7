import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { type Product } from '../stories/support/start-product.js';
import { closeBrowser, visit } from './support/browser.js';
import { startDemoYear } from './support/demo-year.js';
import { workOf } from './support/page-work.js';

const slower = 4;

/** Whoever has an old machine, a far line, no mouse, or no wish to see things move. */
describe('the console for every reader', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startDemoYear();
  }, 180_000);
  afterAll(async () => {
    await closeBrowser();
    await product?.stop();
  });

  // By the processor's time and not by the clock: the machine that tests is shared.
  it.each(['/', '/figures', '/classes'])(
    'is there soon on a machine four times slower, and never stands still for long: %s',
    async (path) => {
      const { page, context } = await visit(product, { account: 'organiser' });
      const work = await workOf(page, path, () => page.getByRole('table').first().waitFor());
      await context.close();
      expect(work.untilPainted).toBeLessThan(4_000 / slower);
      expect(work.longest).toBeLessThan(1_000 / slower);
    },
  );

  it('opens the start, the figures and a class over a line of 400 ms without a fault', async () => {
    const { page, context, faults } = await visit(product, { account: 'organiser' });
    const line = await context.newCDPSession(page);
    await line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: 200_000,
      uploadThroughput: 100_000,
    });
    await page.goto('/');
    await page.getByRole('heading', { name: '等你处理' }).waitFor();
    await page.getByRole('link', { name: '统计', exact: true }).click();
    await page.getByRole('table', { name: '各镇街' }).waitFor();
    await page.getByRole('link', { name: '培训班', exact: true }).click();
    const first = page.locator('tbody a[href^="/classes/"]').first();
    const name = await first.innerText();
    await first.click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  /** What has the focus, and whether one can see that: a ring on it or on the box around it, which goes when the focus goes. */
  const focusSeen = (page: Page): Promise<{ what: string; ring: boolean }> =>
    page.evaluate(async () => {
      interface Box {
        tagName: string;
        parentElement: Box | null;
        textContent: string | null;
        getAttribute(name: string): string | null;
        focus(): void;
        blur(): void;
      }
      interface Window {
        document: { activeElement: Box };
        getComputedStyle(of: Box): { outlineStyle: string; outlineWidth: string; boxShadow: string };
        requestAnimationFrame(then: () => void): void;
      }
      const window = globalThis as unknown as Window;
      const drawn = (): Promise<void> =>
        new Promise((then) => window.requestAnimationFrame(() => window.requestAnimationFrame(() => then())));
      const target = window.document.activeElement;
      const ringOf = (box: Box | null): string => {
        if (!box) return '';
        const { outlineStyle, outlineWidth, boxShadow } = window.getComputedStyle(box);
        return `${outlineStyle === 'none' ? '' : outlineWidth} ${boxShadow}`;
      };
      const rings = (): string => [target, target.parentElement, target.parentElement?.parentElement ?? null].map(ringOf).join('|');
      await drawn();
      const focused = rings();
      target.blur();
      await drawn();
      const rested = rings();
      target.focus();
      return {
        what: `${target.tagName} ${target.getAttribute('aria-label') ?? target.textContent ?? ''}`.trim(),
        ring: focused !== rested,
      };
    });

  it.each([
    ['sign-in', '/', undefined, 6],
    ['list', '/classes', 'organiser', 16],
  ])('shows where the keyboard is: %s', async (_, path, account, steps) => {
    const { page } = await visit(product, { account });
    await page.goto(path);
    await (account ? page.getByRole('table').first() : page.getByLabel('账号')).waitFor();
    const passed: { what: string; ring: boolean }[] = [];
    for (let i = 0; i < steps; i++) {
      await page.keyboard.press('Tab');
      passed.push(await focusSeen(page));
    }
    expect(new Set(passed.map(({ what }) => what)).size).toBeGreaterThan(3);
    expect(passed.filter(({ ring }) => !ring)).toEqual([]);
  });

  it('lets things move only for who has not asked for rest', async () => {
    const longest = async (moving: boolean): Promise<number> => {
      const { page } = await visit(product, { account: 'organiser', moving });
      await page.goto('/classes');
      await page.getByRole('table').first().waitFor();
      return page.locator('html').evaluate((root) => {
        const { getComputedStyle } = globalThis as unknown as {
          getComputedStyle(of: unknown): { transitionDuration: string; animationDuration: string };
        };
        const seconds = [...root.querySelectorAll('*')].flatMap((one) => {
          const { transitionDuration, animationDuration } = getComputedStyle(one);
          return `${transitionDuration}, ${animationDuration}`.split(', ').map(parseFloat);
        });
        return Math.max(...seconds);
      });
    };
    expect(await longest(true)).toBeGreaterThan(0.05);
    expect(await longest(false)).toBeLessThan(0.001);
  });
});
