import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Locator } from 'playwright-core';
import { demoPassword } from '../../demo/accounts.js';
import { type Product } from '../stories/support/start-product.js';
import { closeBrowser, visit } from './support/browser.js';
import { startDemoYear } from './support/demo-year.js';
import { eventually } from './support/eventually.js';

/** An official in front of the year. */
describe('the figures in a browser', () => {
  let product: Product;
  let token: string;
  beforeAll(async () => {
    product = await startDemoYear();
    ({ token } = (await product.call('/v1/tokens', { body: { account: 'official', password: demoPassword, label: 'story' } })).json);
  }, 180_000);
  afterAll(async () => {
    await closeBrowser();
    await product?.stop();
  });
  const api = async (path: string) => (await product.call(path, { token })).json;
  const said = (value: number): string => value.toLocaleString('zh-CN');

  it('show the bulletin’s line and every total as the API gives them', async () => {
    const { page, faults, asked } = await visit(product, { account: 'official' });
    await page.goto('/figures');
    const line = await api('/v1/figures/bulletin?from=2021-01&to=2021-12');
    const { total } = await api('/v1/figures?from=2021-01&to=2021-12');
    const sentence = page.getByText(/^培训 .*人次。$/);
    await sentence.waitFor();
    const other = line.other.registered + line.other.declared;
    for (const number of [line.batches, line.sessionsHeld, line.backbone, line.demonstration, other])
      expect(await sentence.textContent()).toContain(said(number));
    // Beside each other they are all person-times, as the card says them.
    expect(line.backbone + line.demonstration + other).toBe(total.personTimes.registered + total.personTimes.declared);
    const cards = await page.getByLabel('主要数字').textContent();
    for (const number of [total.people, total.batches, total.sessionsHeld, total.attendances]) expect(cards).toContain(said(number));
    const table = page.getByRole('table', { name: '各镇街' });
    const last = await table.locator('tfoot').textContent();
    expect(last).toContain(said(total.people));
    // Never the sum of what stands above: people who were counted in two towns are one in the county.
    const rows = (await api('/v1/figures?from=2021-01&to=2021-12&by=town')).rows as { batches: number }[];
    expect(rows.reduce((sum, row) => sum + row.batches, 0)).toBeGreaterThan(total.batches);
    expect(last).toContain(said(total.batches));
    expect(faults).toEqual([]);
    // The page's own questions: who, what is this, and at most five of the figures.
    expect(asked.filter((one) => one.includes('/figures')).length).toBeLessThanOrEqual(5);
  });

  it('open a number down to its rows, whose sum is the number', async () => {
    const { page, faults } = await visit(product, { account: 'official' });
    await page.goto('/figures');
    const row = page.getByRole('table', { name: '各镇街' }).getByRole('row', { name: /^横渠镇/ });
    const people = row.getByRole('link').nth(-3);
    const number = await people.textContent();
    await people.click();
    const sheet = page.getByRole('dialog', { name: '人数 · 横渠镇' });
    await sheet.getByText('计入与未计入').waitFor();
    const agrees = sheet.getByRole('status');
    await agrees.getByText(/与该数一致/).waitFor();
    const values = await sheet.locator('tbody td:last-child').allTextContents();
    expect(said(values.reduce((sum, value) => sum + Number(value.replaceAll(',', '')), 0))).toBe(number);
    // The address holds what is open: somebody else sees the same.
    expect(page.url()).toMatch(/open=people/);
    // Another number than the rows add up to, as when it was counted anew: said at once.
    await page.goto(page.url().replace(/on=\d+/, 'on=1'));
    await agrees.getByText(/与该数 1 不一致/).waitFor();
    await agrees.getByRole('button', { name: '重新打开' }).click();
    await agrees.getByText(/与该数一致/).waitFor();
    await sheet.locator('b').getByText(number!, { exact: true }).waitFor();
    // In the place of the old number, not after it: going back leads to before.
    expect(page.url()).toMatch(new RegExp(`on=${number!.replaceAll(',', '')}(&|$)`));
    await page.goBack();
    await page.reload();
    await page
      .getByRole('dialog', { name: '人数 · 横渠镇' })
      .getByText(/与该数一致/)
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(page.url()).not.toMatch(/open=/);
    expect(faults).toEqual([]);
  });

  /** The numbers of a table's column, the last row's apart. */
  async function column(table: Locator, title: string): Promise<{ rows: number[]; total: number }> {
    const titles = await table.locator('thead th').allTextContents();
    const place = titles.indexOf(title) + 1;
    expect(place).toBeGreaterThan(0);
    const numbers = (texts: string[]) => texts.map((text) => Number(text.replaceAll(',', '').replace('−', '-')));
    const [total] = numbers(await table.locator(`tfoot tr > :nth-child(${place})`).allTextContents());
    return {
      rows: numbers(await table.locator(`tbody td:nth-child(${place}), tbody th:nth-child(${place})`).allTextContents()),
      total: total!,
    };
  }
  const added = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0);

  it.each([
    ['sites', '各教学点的场次、到课和清点'],
    ['instructors', '各教师的场次、到课和清点'],
  ])('tell the year by %s, whose rows add up to the figure and open to their own', async (tab, label) => {
    const { page, faults, asked } = await visit(product, { account: 'official' });
    await page.goto(`/figures?tab=${tab}`);
    const table = page.getByRole('table', { name: label });
    await table.waitFor();
    const { total } = await api('/v1/figures?from=2021-01&to=2021-12');
    for (const [title, value] of [
      ['场次', total.sessionsHeld],
      ['到课人次', total.attendances],
      ['清点', total.personTimes.declared],
    ] as const) {
      const told = await column(table, title);
      expect({ title, ...told, rows: added(told.rows) }).toEqual({ title, rows: value, total: value });
    }
    // Nothing is asked but what is shown.
    expect(asked.filter((one) => one.includes('/figures'))).toHaveLength(1);
    // A number that opens to a page of rows.
    const small = (await column(table, '场次')).rows.findIndex((sessions) => sessions > 0 && sessions <= 100);
    const number = table.locator('tbody tr').nth(small).locator('a[href*="open=sessionsHeld"]');
    const value = await number.textContent();
    const whose = await table.locator('tbody tr').nth(small).getByRole('link').first().textContent();
    await number.click();
    const sheet = page.getByRole('dialog', { name: `场次 · ${whose}` });
    await sheet
      .getByRole('status')
      .getByText(/与该数一致/)
      .waitFor();
    const values = await sheet.locator('tbody td:last-child').allTextContents();
    expect(said(added(values.map(Number)))).toBe(value);
    expect(faults).toEqual([]);
  });

  it('tell what stands in neither line of the bulletin, part by part, each of which opens', async () => {
    const { page, faults } = await visit(product, { account: 'official' });
    await page.goto('/figures');
    const { other } = await api('/v1/figures/bulletin?from=2021-01&to=2021-12');
    await page
      .getByText(/^培训 .*人次。$/)
      .getByRole('link', { name: said(other.registered + other.declared), exact: true })
      .last()
      .click();
    const sheet = page.getByRole('dialog', { name: '其他' });
    await sheet.getByText('由这些数相加').waitFor();
    const parts = (await sheet.locator('dd').allTextContents()).map((text) => Number(text.replaceAll(',', '')));
    expect(added(parts)).toBe(other.registered + other.declared);
    await sheet.locator('dd a').first().click();
    await page
      .getByRole('dialog', { name: /^实名 · .*普通群众|^清点 · / })
      .getByText('由这些行相加')
      .waitFor();
    expect(faults).toEqual([]);
  });

  it('say of a number that has no rows that there are none', async () => {
    const { page, faults } = await visit(product, { account: 'official' });
    await page.goto('/figures?from=2019-01&to=2019-12&open=people&on=0');
    const sheet = page.getByRole('dialog', { name: '人数' });
    await sheet.getByText('没有行。').waitFor();
    expect(await sheet.getByRole('table').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('open all person-times of a card and of a month to their parts, and nought to why it is nought', async () => {
    const { page, faults } = await visit(product, { account: 'official' });
    await page.goto('/figures');
    const { total, rows } = await api('/v1/figures?from=2021-01&to=2021-12&by=month');
    const parts = async (sheet: Locator): Promise<number[]> => {
      await sheet.getByText('由这些数相加').waitFor();
      return (await sheet.locator('dl').last().locator('dd').allTextContents()).map((text) => Number(text.replaceAll(',', '')));
    };
    const all = total.personTimes.registered + total.personTimes.declared;
    await page
      .getByLabel('主要数字')
      .getByRole('link', { name: said(all), exact: true })
      .click();
    const whole = page.getByRole('dialog', { name: '人次', exact: true });
    expect(added(await parts(whole))).toBe(all);
    await whole.getByText(/2021年1月–12月 · .*口径/).waitFor();
    await page.keyboard.press('Escape');
    const may = (rows as { key: { month: string }; personTimes: { registered: number; declared: number } }[]).find(
      ({ key }) => key.month === '2021-05',
    )!.personTimes;
    const bar = page
      .getByRole('figure', { name: /^每月人次/ })
      .getByRole('link', { name: said(may.registered + may.declared), exact: true });
    await bar.click();
    expect(added(await parts(page.getByRole('dialog', { name: '人次 · 2021年5月' })))).toBe(may.registered + may.declared);
    await page.goto('/figures?kind=online&from=2021-01&to=2021-01');
    await page.getByLabel('主要数字').getByRole('link', { name: '0', exact: true }).first().click();
    const nought = page.getByRole('dialog', { name: '清点 · 网络课' });
    await nought.getByText('没有行。').waitFor();
    await nought.getByRole('heading', { name: '未计入' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('say that the reasons could not be had, and ask for them again', async () => {
    const { page } = await visit(product, { account: 'official' });
    let fails = true;
    await page.route('**/v1/figures/why?**', (route) =>
      fails
        ? route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify({ code: 'unexpected', status: 500 }) })
        : route.continue(),
    );
    await page.goto('/figures?open=visits&on=0');
    const sheet = page.getByRole('dialog', { name: '送教次数' });
    await sheet.getByRole('alert').waitFor({ timeout: 30_000 });
    fails = false;
    await sheet.getByRole('button', { name: '再试一次' }).click();
    await sheet.getByRole('heading', { name: '未计入' }).waitFor();
  });

  it('open a class’s own numbers to its rows, all of them', async () => {
    const { page, faults } = await visit(product, { account: 'organiser' });
    const classes = (await api('/v1/classes?kind=thematic&state=closed&limit=1')).items;
    await page.goto(`/classes/${classes[0].id}`);
    const counted = page.getByRole('region', { name: '已计入的数' });
    await counted.getByRole('link').nth(-2).click();
    const sheet = page.getByRole('dialog', { name: `人数 · ${classes[0].name}` });
    await sheet
      .getByRole('status')
      .getByText(/与该数一致/)
      .waitFor();
    expect(faults).toEqual([]);
  });

  it('what waits to be verified adds up like any other number', async () => {
    const { page } = await visit(product, { account: 'official' });
    const { total } = await api('/v1/figures?from=2021-01&to=2021-12');
    await page.goto(`/figures?open=unverified&on=${total.unverified}`);
    await page
      .getByRole('dialog', { name: '未核实' })
      .getByRole('status')
      .getByText(/与该数一致/)
      .waitFor();
  });

  it('say that a year before nothing was counted, and open the totals of months and kinds', async () => {
    const { page, faults } = await visit(product, { account: 'official' });
    await page.goto('/figures');
    await page.getByText('上年同期(2020年1月–12月)没有数字,不作比较。').waitFor();
    const table = page.getByRole('table', { name: '每月 × 课堂' });
    const { rows } = await api('/v1/figures?from=2021-01&to=2021-12&by=month');
    const busy = (rows as { key: { month: string }; personTimes: { registered: number } }[]).find((row) => row.personTimes.registered > 0)!;
    const total = table.locator(`a[href*="open=personTimes.registered"][href*="omonth=${busy.key.month}"]:not([href*="okind"])`);
    expect(await total.textContent()).toBe(said(busy.personTimes.registered));
    const [kind] = (await api('/v1/figures?from=2021-01&to=2021-12&by=kind')).rows as (typeof busy & { key: { kind: string } })[];
    const foot = table.locator(`tfoot a[href*="open=personTimes.registered"][href*="okind=${kind!.key.kind}"]`);
    expect(await foot.textContent()).toBe(said(kind!.personTimes.registered));
    const places = page
      .getByRole('table', { name: '各镇街' })
      .locator(`tfoot a[href*="open=personTimes.registered"][href*="okind=${kind!.key.kind}"]`);
    expect(await places.textContent()).toBe(said(kind!.personTimes.registered));
    expect(faults).toEqual([]);
  });

  it('stand beside a year before where somebody asks, and say why where that could not be had', async () => {
    const { page, faults, asked } = await visit(product, { account: 'official' });
    let fails = true;
    await page.goto('/figures?from=2022-01&to=2022-12');
    const table = page.getByRole('table', { name: '每月 × 课堂' });
    await table.waitFor();
    expect(asked.filter((one) => one.includes('from=2021-01'))).toHaveLength(1);
    await page.route('**/v1/figures?*from=2021-01*', (route) =>
      fails
        ? route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify({ code: 'unexpected', status: 500 }) })
        : route.continue(),
    );
    await page.getByRole('button', { name: '与上年同期比' }).first().click();
    await page.getByRole('alert').first().waitFor({ timeout: 30_000 });
    fails = false;
    await page.getByRole('button', { name: '再试一次' }).first().click();
    const { total } = await api('/v1/figures?from=2021-01&to=2021-12');
    const all = total.personTimes.registered + total.personTimes.declared;
    await table.locator('tfoot').getByText(said(all), { exact: true }).waitFor();
    expect((await column(table, '上年同期')).rows.reduce((sum, one) => sum + one, 0)).toBe(all);
    expect(page.url()).toMatch(/compare=yes/);
    expect(faults).toEqual([]);
  });

  it('open each number of the year before to what it was: of a place, of all places, and on the cards', async () => {
    const { page, faults } = await visit(product, { account: 'official' });
    const compared = '/figures?from=2021-06&to=2022-05&compare=yes';
    await page.goto(compared);
    const places = page.getByRole('table', { name: '各镇街' });
    await places.getByRole('columnheader', { name: '上年同期' }).waitFor();
    const before = (await places.locator('thead th').allTextContents()).indexOf('上年同期') + 1;
    const cards = page.getByLabel('主要数字').getByText(/^上年同期/);
    for (const where of [
      places.locator(`tbody tr:first-child > :nth-child(${before})`),
      places.locator(`tfoot tr > :nth-child(${before})`),
      cards.nth(0),
      cards.nth(1),
    ]) {
      const number = where.getByRole('link');
      const value = await number.textContent();
      await number.click();
      await page.getByRole('dialog').locator('b').getByText(value!, { exact: true }).waitFor();
      expect(page.url()).toMatch(/from=2020-06&to=2021-05/);
      await page.goto(compared);
    }
    expect(faults).toEqual([]);
  });

  it('are said in one line on a phone, which stays in view and opens what can be chosen', async () => {
    const { page } = await visit(product, { account: 'official', size: 'phone', language: 'en' });
    await page.goto('/figures');
    const bar = page.getByRole('group', { name: 'Filters' });
    const line = bar.getByRole('button');
    await line.getByText('Jan–Dec 2021', { exact: false }).waitFor();
    expect((await bar.boundingBox())!.height).toBeLessThan(60);
    await page.mouse.wheel(0, 3_000);
    await eventually(async () => (await bar.boundingBox())!.y, 0);
    await line.click();
    await page.getByRole('dialog', { name: 'Filters' }).getByRole('combobox', { name: 'Period' }).waitFor();
  });

  it('open with the villages for who has a town', async () => {
    const { page } = await visit(product, { account: 'town' });
    await page.goto('/figures');
    await page.getByRole('table', { name: '各村' }).waitFor();
    await page.goto('/figures?tab=breakdowns');
    await page.getByRole('table', { name: '各地实名人次的构成' }).getByRole('columnheader', { name: '村(社区)' }).waitFor();
  });

  it('are taken away whole: every row of a number, and of the registered those too of whom it is not known', async () => {
    const { page } = await visit(product, { account: 'official' });
    const file = async (press: () => Promise<void>): Promise<string[]> => {
      const [download] = await Promise.all([page.waitForEvent('download'), press()]);
      return readFileSync(await download.path(), 'utf8')
        .trim()
        .split('\r\n');
    };
    await page.goto('/figures?open=people&tab=breakdowns');
    const { total } = await api('/v1/figures?from=2021-01&to=2021-12');
    const rows = await file(() => page.getByRole('button', { name: '下载 CSV(全部行)' }).click());
    // A line of titles and, of the demonstration, a last one that says that it is invented.
    expect(rows.length - 2).toBe(Math.min(total.people, 5_001));
    expect(rows.at(-1)).toContain('示例数据');
    await page.keyboard.press('Escape');
    const place = page.getByRole('region', { name: '各镇街' });
    const [head] = await file(() => place.getByRole('button', { name: /^下载 CSV/ }).click());
    for (const word of ['女', '女:不明', '大专及以上:不明']) expect(head!.split(',')).toContain(word);
  });

  it('say on paper, in what is copied and in a file’s name that the numbers are invented', async () => {
    const { page, context } = await visit(product, { account: 'official' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/figures');
    const place = page.getByRole('region', { name: /^各镇街/ });
    const [download] = await Promise.all([page.waitForEvent('download'), place.getByRole('button', { name: /^下载 CSV/ }).click()]);
    expect(download.suggestedFilename()).toMatch(/^示例数据-/);
    await page.getByRole('button', { name: '复制为微信文字' }).click();
    await page.getByText('已复制').waitFor();
    const copied = await page.evaluate('navigator.clipboard.readText()');
    expect(copied).toMatch(/人次。.示例数据.非眉县实际统计.$/);
    await page.emulateMedia({ media: 'print' });
    const told = page.getByText('示例数据,非眉县实际统计');
    expect(await Promise.all((await told.all()).map((one) => one.isVisible()))).toEqual([true, true]);
  });

  it('print what the sheet of a number shows, and not the page under it', async () => {
    const { page } = await visit(product, { account: 'official' });
    await page.goto('/figures?open=batches');
    const sheet = page.getByRole('dialog', { name: '批次' });
    await sheet.getByRole('button', { name: '打印(全部行)' }).waitFor();
    const { items } = await api('/v1/figures/rows?from=2021-01&to=2021-12&measure=batches&limit=200');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    const paper = page.locator('section.alone');
    expect(await paper.getByRole('row').count()).toBe(items.length + 1);
    await paper.getByText('示例数据,非眉县实际统计').first().waitFor();
    await paper.getByText('制表:').waitFor();
    expect(await page.getByRole('table', { name: '各镇街' }).count()).toBe(0);
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: '关闭' }).click();
    await page.getByRole('table', { name: '各镇街' }).waitFor();
  });

  it('list sites of one moment: where something was counted between two pages, all of them are asked for again', async () => {
    const { page } = await visit(product, { account: 'official' });
    const whole = await api('/v1/figures/sites?from=2021-01&to=2021-12&limit=200');
    const [first, later] = ['2021-12-01T00:00:00.000Z', '2021-12-01T00:00:01.000Z'];
    let pages = 0;
    await page.route('**/v1/figures/sites?**', async (route) => {
      pages++;
      const isFirst = !route.request().url().includes('cursor=');
      await route.fulfill({
        json: {
          ...whole,
          items: isFirst ? whole.items.slice(0, 1) : whole.items.slice(1),
          nextCursor: isFirst ? 'W10' : null,
          compiledAt: pages === 1 ? first : later,
        },
      });
    });
    await page.goto('/figures?tab=sites');
    await page.getByRole('button', { name: '再列一些' }).click();
    await eventually(async () => pages, 4);
  });

  it('say the year on the start page, and each of its numbers opens there', async () => {
    const { page, faults } = await visit(product, { account: 'official' });
    await page.goto('/');
    const { backbone } = await api('/v1/figures/bulletin?from=2021-01&to=2021-12');
    const line = page.getByText(/批次、.*其他 .*人次。$/);
    await page.getByText(/^编制于 /).waitFor();
    expect(await line.getByRole('link').count()).toBeGreaterThanOrEqual(4);
    await line
      .getByRole('link', { name: said(backbone), exact: true })
      .first()
      .click();
    await page.getByRole('dialog', { name: '党员干部和群众骨干' }).getByText(said(backbone), { exact: true }).first().waitFor();
    expect(faults).toEqual([]);
  });

  it('say who the registered are, and that heads have no such parts', async () => {
    const { page, faults, asked } = await visit(product, { account: 'official' });
    await page.goto('/figures?tab=sites&breakdown=female');
    await page.getByRole('status').getByText('“女”只分得出实名人次和到课人次,这一栏没有按它分').waitFor();
    await page.getByRole('link', { name: '看总览' }).click();
    await page.getByRole('status').getByText('清点只有人数,看不出是谁').waitFor();
    const { total } = await api('/v1/figures/breakdowns?from=2021-01&to=2021-12&breakdown=female');
    // The overview of women: each part of it adds up to them, and opens to them.
    for (const name of ['各月 · 女', '各类课堂 · 女', '各镇街 · 女']) {
      const part = page.getByRole('table', { name });
      await part.waitFor();
      const told = await column(part, '实名');
      expect({ name, sum: added(told.rows), total: told.total }).toEqual({ name, sum: total.registered, total: total.registered });
    }
    await page.getByRole('table', { name: '各类课堂 · 女' }).locator('tfoot').getByRole('link').first().click();
    const women = page.getByRole('dialog', { name: '实名 · 女' });
    // At once, with the first of several pages.
    await women
      .getByRole('status')
      .getByText(`全部各行合计 ${said(total.registered)},与该数一致`)
      .waitFor();
    await women.getByText('计入与未计入').click();
    await women.getByText('不属于这一构成的人次').waitFor();
    await page.keyboard.press('Escape');
    expect(asked.filter((one) => one.includes('/figures/breakdowns'))).toHaveLength(3);
    await page.goto('/figures?tab=breakdowns&breakdown=female');
    const table = page.getByRole('table', { name: '各地实名人次的构成' });
    await table.waitFor();
    const { rows, total: womenInAll } = await column(table, '实名');
    expect([added(rows), womenInAll]).toEqual([total.registered, total.registered]);
    await page.getByText('清点只有人数,没有构成').waitFor();
    await page
      .getByRole('table', { name: '实名人次的构成', exact: true })
      .getByRole('row', { name: /^35岁/ })
      .getByRole('link')
      .first()
      .click();
    const sheet = page.getByRole('dialog', { name: '实名 · 女 · 35岁及以下' });
    await sheet.getByText('由这些行相加').waitFor();
    await sheet.getByText(said(total.of.young.registered), { exact: true }).first().waitFor();
    expect(faults).toEqual([]);
  });

  it('are not taken for those of a filter that is still being asked', async () => {
    const { page, faults } = await visit(product, { account: 'official' });
    let files = 0;
    page.on('download', () => files++);
    await page.goto('/figures');
    const heading = page.getByRole('heading', { level: 1 });
    await heading.getByText('眉县 2021年1月–12月 统计').waitFor();
    const body = page.locator('[aria-busy]').filter({ has: page.getByRole('region') });
    const busy = () => body.last().getAttribute('aria-busy');
    const cards = page.getByLabel('主要数字');
    const before = await cards.getByRole('link').first().textContent();
    let answer = (): void => undefined;
    const answered = new Promise<void>((go) => (answer = go));
    await page.route(/\/v1\/figures.*2020-01/, async (route) => {
      await answered;
      await route.continue();
    });
    await page.getByRole('button', { name: '前一年' }).click();
    await page.getByText('正在取数,下面还是之前的数').filter({ visible: true }).waitFor();
    expect(await busy()).toBe('true');
    // What stands there is the year before in its numbers and in its title alike, opens to nothing, and cannot be taken away.
    expect(await heading.textContent()).toBe('眉县 2021年1月–12月 统计');
    expect(await cards.textContent()).toContain(before);
    expect(await page.locator('a[href*="open="]').count()).toBe(0);
    const tools = ['复制为微信文字', '下载 CSV', '打印', '按村'].map((name) => page.getByRole('button', { name, exact: true }).first());
    for (const tool of tools) expect(await tool.isDisabled()).toBe(true);
    for (const tool of tools) await tool.dispatchEvent('click');
    expect(new URL(page.url()).search).toBe('?from=2020-01&to=2020-12');
    answer();
    await heading.getByText('眉县 2020年1月–12月 统计').waitFor();
    await page.getByText('这段时间没有人次。').first().waitFor();
    expect([await busy(), await tools[0]!.isDisabled(), files]).toEqual(['false', false, 0]);
    expect(faults).toEqual([]);
  });

  it('keep their filters in the address, and going back undoes a choice', async () => {
    const { page } = await visit(product, { account: 'official' });
    await page.goto('/figures?kind=practical&from=2021-05&to=2021-05');
    const { total } = await api('/v1/figures?from=2021-05&to=2021-05&kind=practical');
    const cards = page.getByLabel('主要数字');
    await cards
      .getByRole('link', { name: said(total.people), exact: true })
      .first()
      .waitFor();
    await page.getByRole('button', { name: '前一年' }).click();
    await page.waitForURL(/from=2020-05/);
    await page.getByText('这段时间没有人次。').first().waitFor();
    await page.goBack();
    await page.waitForURL(/from=2021-05/);
    await cards
      .getByRole('link', { name: said(total.people), exact: true })
      .first()
      .waitFor();
  });

  it('say what went wrong and come back by themselves when each question is answered at its third time only', async () => {
    const { page } = await visit(product, { account: 'official' });
    const asked = new Map<string, number>();
    await page.route('**/v1/figures**', async (route) => {
      const times = (asked.get(route.request().url()) ?? 0) + 1;
      asked.set(route.request().url(), times);
      if (times % 3 === 0) return route.continue();
      return route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({ code: 'unavailable', status: 503 }),
      });
    });
    await page.goto('/figures');
    await page.getByRole('table', { name: '各镇街' }).waitFor({ timeout: 30_000 });
    await eventually(async () => new Set(asked.values()), new Set([3]));
    expect(await page.getByText('服务暂时不可用', { exact: false }).count()).toBe(0);
  });
});
