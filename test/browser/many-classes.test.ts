import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertRows } from '#platform/database';
import { startTraining, type Training } from '../factories/training.js';
import { testPassword } from '../stories/support/county.js';
import { closeBrowser, visit } from './support/browser.js';

/** As much of a browser's window as is asked of it here. */
interface Windowed {
  document: { documentElement: { scrollHeight: number }; querySelectorAll(what: string): { length: number } };
  scrollTo(left: number, top: number): void;
}

/** A county's decade has thousands of classes. */
describe('five thousand classes', () => {
  let training: Training;
  beforeAll(async () => {
    training = await startTraining();
    const { product, county } = training;
    const classes = Array.from({ length: 5_000 }, (_, i) => ({
      ...{ id: 10_000 + i, code: `DS-${i}`, name: i === 4_321 ? '果树修剪第四千班' : `示例班${i}`, kind: i % 2 ? 'practical' : 'thematic' },
      ...{ delivery_mode: 'inPerson', roster: 'open', state: 'published', starts_on: '2021-01-01', ends_on: '2021-12-31' },
      host_unit_id: i % 5 ? county.county : county.jinqu,
    }));
    await insertRows(product.db, 'classes', classes);
    await insertRows(
      product.db,
      'class_units',
      classes.map(({ id, host_unit_id }) => ({ class_id: id, role: 'host', position: 0, unit_id: host_unit_id })),
    );
  }, 120_000);
  afterAll(async () => {
    await closeBrowser();
    await training?.stop();
  });

  it('are listed page by page, few rows drawn and few questions asked, and one is found among them', async () => {
    const { page, faults, asked } = await visit(training.product, { account: 'organiser', password: testPassword });
    await page.goto('/classes');
    await page.getByText('已列 100 行').waitFor();
    expect(asked.length).toBeLessThanOrEqual(5);
    const more = page.getByRole('button', { name: '再列一些' });
    for (let shown = 200; shown <= 2_000; shown += 100) {
      await more.click();
      await page.getByText(new RegExp(`^已列 ${shown.toLocaleString('zh-CN')} 行( ·|$)`)).waitFor();
    }
    const drawn = await page.evaluate(() => {
      const { document, scrollTo } = globalThis as unknown as Windowed;
      scrollTo(0, document.documentElement.scrollHeight);
      return document.querySelectorAll('tbody tr:not([aria-hidden])').length;
    });
    expect(drawn).toBeGreaterThan(0);
    expect(drawn).toBeLessThan(500);

    asked.length = 0;
    await page.locator('[data-search] input').fill('gsxj');
    await page.getByRole('link', { name: '果树修剪第四千班' }).waitFor();
    await page.getByText('已列 1 行 · 已是全部').waitFor();
    expect(asked.length).toBeLessThanOrEqual(5);
    await page.goto('/classes?kind=thematic&q=DS-4321');
    await page.getByText('没有符合条件的内容').first().waitFor();
    expect(faults).toEqual([]);
  }, 180_000);

  it('are taken away whole as far as one file goes, and file and paper say where it was cut', async () => {
    const { product, county } = training;
    const file = async (): Promise<string[]> => {
      const button = page.getByRole('button', { name: '下载 CSV(全部)' });
      const [download] = await Promise.all([page.waitForEvent('download', { timeout: 120_000 }), button.click()]);
      return readFileSync(await download.path(), 'utf8')
        .trim()
        .split('\r\n');
    };
    const { page, faults } = await visit(product, { account: 'organiser', password: testPassword });
    await page.goto('/classes?kind=thematic');
    // Of what is invented the last line says so.
    expect(await file()).toHaveLength(1 + 2_500 + 1);
    const one = { delivery_mode: 'inPerson', roster: 'open', state: 'published', starts_on: '2020-01-01', ends_on: '2020-12-31' };
    await insertRows(product.db, 'classes', [{ ...one, id: 20_000, name: '第五千零一班', kind: 'practical', host_unit_id: county.county }]);
    await insertRows(product.db, 'class_units', [{ class_id: 20_000, role: 'host', position: 0, unit_id: county.county }]);
    await page.goto('/classes');
    await page.emulateMedia({ media: 'print' });
    await page.getByText('前 100 行,未完').waitFor();
    await page.emulateMedia({ media: 'screen' });
    const rows = await file();
    expect(rows).toHaveLength(1 + 5_000 + 2);
    expect(rows.at(-2)).toContain('前 5,000 行');
    await page.emulateMedia({ media: 'print' });
    await page.getByText('前 5,000 行,未完').first().waitFor();
    expect(faults).toEqual([]);
  }, 180_000);
});
