import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Route } from 'playwright-core';
import { today } from '#platform/clock';
import { bookOf } from '../factories/importing.js';
import { testPassword } from '../stories/support/county.js';
import { type Product, startProduct } from '../stories/support/start-product.js';
import { closeBrowser, visit, type Visit } from './support/browser.js';
import { eventually } from './support/eventually.js';
import { pick } from './support/forms.js';

/** An empty product that says what to do next, down to the first figure: each story goes on where the one before has ended. */
describe('the first day of a county', () => {
  let product: Product;
  let reader: Visit;
  beforeAll(async () => {
    product = await startProduct({ worker: true, settings: { mode: 'county' } });
    reader = await visit(product);
  });
  afterAll(async () => {
    await closeBrowser();
    await product?.stop();
  });
  const village = '横渠村';
  const names = ['李建军', '王秀英', '张红梅', '刘拴劳'];

  it('is not taken for one that has begun while the server does not answer', async () => {
    const { page } = reader;
    const body = JSON.stringify({ code: 'unavailable', status: 503 });
    await page.route('**/v1/about', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body }));
    await page.goto('/');
    await page.getByRole('alert').getByText('服务暂时不可用', { exact: false }).waitFor();
    await page.unroute('**/v1/about');
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByRole('button', { name: '建县并登录' }).waitFor();
  });

  it('begins with the county and its administrator, though answers are lost, who then sees what comes first', async () => {
    const { page, faults } = reader;
    // The county is founded, and nobody hears of it; then the sign-in fails, too.
    const lost: string[] = [];
    const loseOnce = async (route: Route): Promise<void> => {
      const [way, path] = [route.request().method(), new URL(route.request().url()).pathname];
      if (way !== 'POST' || lost.includes(path)) return route.continue();
      lost.push(path);
      await route.fetch();
      await route.abort();
    };
    await page.route('**/v1/founding', loseOnce);
    await page.route('**/v1/sign-in', loseOnce);
    await page.goto('/');
    await page.getByLabel('县区').selectOption('眉县 610326');
    await page.getByLabel('姓名').fill('王管理');
    await page.getByLabel(/^密码/).fill(testPassword);
    const begin = page.getByRole('button', { name: '建县并登录' });
    for (const path of ['/v1/founding', '/v1/sign-in']) {
      await begin.click();
      await eventually(() => Promise.resolve(lost.at(-1)), path);
      await page.getByRole('alert').waitFor();
    }
    await begin.click();
    await page.getByRole('heading', { name: /^王管理/ }).waitFor();
    await page.getByRole('heading', { name: '从这里开始' }).waitFor();
    expect(await page.getByRole('listitem').allTextContents()).toEqual(['导入人员名册', '导入教师名册', '建第一个培训班']);
    expect(faults).toEqual([]);
  });

  it('goes on with the people, from a workbook', async () => {
    const { page, faults } = reader;
    await page.getByRole('link', { name: '导入人员名册' }).click();
    await page.getByRole('radio', { name: '人员', checked: true }).waitFor();
    const people = names.map((name, i) => ({ 人员编号: `RY-${i + 1}`, 姓名: name, 单位代码: '610326101200' }));
    await page.getByLabel('选择文件').setInputFiles({
      name: '人员名册.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await bookOf({ 人员: people }),
    });
    await page.getByRole('button', { name: '导入 4 行' }).click();
    await page.getByText('写入了 4 行').waitFor();
    await page.getByRole('link', { name: '名录' }).click();
    const rows = page.getByRole('table', { name: '人员名单' }).locator('tbody').getByRole('row');
    await rows.nth(3).waitFor();
    expect((await rows.getByRole('link').allTextContents()).sort()).toEqual([...names].sort());
    expect(faults).toEqual([]);
  });

  it('then has a class of its own, with a lesson today and four people', async () => {
    const { page, faults } = reader;
    await page.getByRole('link', { name: '首页' }).first().click();
    // The people are there by now.
    await page.getByRole('listitem').filter({ hasText: '导入人员名册' }).getByText('已有').waitFor();
    await page.getByRole('link', { name: '建第一个培训班' }).click();
    await page.getByRole('link', { name: /示范课/ }).click();
    await pick(page, '村', village);
    await page.getByLabel('主题', { exact: true }).fill('猕猴桃授粉');
    await page.getByLabel('日期', { exact: true }).fill(today());
    await page.getByRole('button', { name: '建班并发布' }).click();
    await page.getByRole('heading', { name: `${village}猕猴桃授粉示范课`, level: 1 }).waitFor();
    await page.getByRole('link', { name: '花名册' }).click();
    await page.getByRole('button', { name: '加人' }).click();
    const adding = page.getByRole('dialog', { name: '加入花名册' });
    await adding.getByRole('button', { name: '全选所列' }).click();
    await adding.getByRole('button', { name: '加入 4 人' }).click();
    await adding.waitFor({ state: 'hidden' });
    const roster = page.getByRole('table', { name: '花名册' });
    await roster.waitFor();
    for (const name of names) await roster.getByText(name).waitFor();
    expect(faults).toEqual([]);
  });

  it('counts who came: three by name, and ten heads', async () => {
    const { page, faults } = reader;
    await page.getByRole('link', { name: '考勤', exact: true }).click();
    await page.getByRole('grid').focus();
    for (const key of ['1', 'ArrowDown', '1', 'ArrowDown', '2', 'ArrowDown', '5']) await page.keyboard.press(key);
    await page.getByText('已全部保存').waitFor();
    await page.getByRole('button', { name: /^录纸质签到/ }).click();
    await page.getByLabel('现场人数').click();
    await page.keyboard.type('10');
    await page.getByRole('button', { name: '报现场人数' }).click();
    await page.getByText('现场 10 人,已计入。').waitFor();
    expect(faults).toEqual([]);
  });

  it('and reads its first figure: of this month and of the year', async () => {
    const { page, faults } = reader;
    await page.getByRole('link', { name: '统计', exact: true }).first().click();
    const cards = page.getByLabel('主要数字');
    await cards.waitFor();
    // The worker compiles what was said a moment ago; the page tells when it has.
    while (!(await page.getByText('已全部编入').isVisible())) {
      await page.reload();
      await cards.waitFor();
    }
    // Ten stood there, three of them by name.
    await cards.getByText(/实名 3 \+ 清点 7/).waitFor();
    await page.getByText('培训 1 批次(共 1 场次);农村党员干部和群众骨干 0 人次;示范培训 10 人次;其他 0 人次。').waitFor();
    const month = today().slice(0, 7);
    await page.goto(`/figures?from=${month}&to=${month}&kind=demonstration`);
    await cards.getByText(/实名 3 \+ 清点 7/).waitFor();
    const town = page.getByRole('table', { name: '各镇街' }).getByRole('row', { name: /^横渠镇/ });
    await town.waitFor();
    expect(await town.getByRole('cell').allTextContents()).toEqual(['', '3+7', '3+7', '3', '1', '1']);
    expect(faults).toEqual([]);
  });
});
