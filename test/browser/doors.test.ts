import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoAccounts } from '../../demo/accounts.js';
import { type Product } from '../stories/support/start-product.js';
import { closeBrowser, visit } from './support/browser.js';
import { startDemoYear } from './support/demo-year.js';
import { eventually } from './support/eventually.js';

/** The first part of each account's start. */
const beginsWith: Record<string, string> = {
  admin: '等你处理',
  organiser: '等你处理',
  official: '本周课次',
  town: '等你处理',
  instructor: '你的课次',
  reporter: '本周课次',
};

/** Who comes in, and what they find. */
describe('the console', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startDemoYear();
  }, 180_000);
  afterAll(async () => {
    await closeBrowser();
    await product?.stop();
  });

  it.each(demoAccounts.map(({ account, name }) => [account, name]))('lets %s in by one press and out again', async (account, name) => {
    const { page, faults } = await visit(product);
    await page.goto('/');
    await page.getByRole('button', { name: new RegExp(`^${account}`) }).click();
    const headings = page.getByRole('main').getByRole('heading');
    await headings.filter({ hasText: new RegExp(`^${name},今天是`) }).waitFor();
    // What each begins the day with.
    await eventually(async () => (await headings.allTextContents())[1], beginsWith[account]);
    await page.getByRole('button', { name: new RegExp(`退出登录.*${name}`) }).click();
    await page.getByRole('heading', { name: '示例账号' }).waitFor();
    expect(faults).toEqual([]);
  });

  const turnedAway = { status: 503, contentType: 'application/problem+json', body: JSON.stringify({ code: 'unavailable', status: 503 }) };
  it.each([
    ['/', /^示例查阅人/],
    ['/figures', /^眉县/],
  ])('says of %s that the server does not answer, and goes on when it does', async (path, title) => {
    const { page } = await visit(product, { account: 'official' });
    await page.route('**/v1/about', (route) => route.fulfill(turnedAway));
    await page.goto(path);
    await page.getByRole('alert').getByText('服务暂时不可用', { exact: false }).waitFor();
    await page.unroute('**/v1/about');
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('does not say that nothing was found where nobody has looked', async () => {
    const { page } = await visit(product, { account: 'official' });
    await page.goto('/figures');
    await page.getByRole('table', { name: '各镇街' }).waitFor();
    await page.route('**/v1/units?**', (route) => route.fulfill(turnedAway));
    const unit = page.getByRole('combobox', { name: '眉县' });
    await unit.fill('横渠');
    await page.getByRole('alert').getByText('服务暂时不可用', { exact: false }).waitFor();
    expect(await page.getByText('没有符合条件的内容').count()).toBe(0);
    // Under the field, though things rest: `visit` asks for that.
    const [above, below] = [await unit.boundingBox(), await page.getByRole('alert').boundingBox()];
    expect(below!.y - above!.y).toBeLessThan(120);
    await page.unroute('**/v1/units?**');
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByRole('option', { name: '横渠镇' }).first().waitFor({ state: 'attached' });
    expect(await unit.inputValue()).toBe('横渠');
  });

  it('says no to a wrong password and keeps the account typed', async () => {
    const { page } = await visit(product);
    await page.goto('/');
    await page.getByLabel('账号').fill('official');
    await page.getByLabel('密码').fill('wrong');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('alert').getByText('账号或密码不对').waitFor();
    expect(await page.getByLabel('账号').inputValue()).toBe('official');
  });

  it('opens every address for whoever reloads it, and tells where there is none', async () => {
    const { page } = await visit(product, { account: 'organiser' });
    await page.goto('/figures/nowhere');
    await page.getByRole('heading', { name: '没有这一页' }).waitFor();
    // Addresses outside the console are the API's to refuse.
    expect((await product.call('/nowhere')).status).toBe(404);
    const answer = await product.call('/figures');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'self'(;|$)/);
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(answer.text)![1]!;
    expect((await product.call(script)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('asks for the password again over the page when the sign-in has ended, and goes on', async () => {
    const { page, context } = await visit(product, { account: 'official' });
    await page.goto('/figures');
    await page.getByRole('table', { name: '各镇街' }).waitFor();
    await context.request.post('/v1/sign-out', { headers: { origin: product.origin } });
    await page.getByRole('button', { name: '前一年' }).click();
    const sheet = page.getByRole('dialog', { name: '登录已过期' });
    await sheet.getByLabel('密码').fill('Sitang-2021');
    await sheet.getByRole('button', { name: '登录', exact: true }).click();
    await sheet.waitFor({ state: 'hidden' });
    await page.getByText('这段时间没有人次。').first().waitFor();
  });

  it('begins afresh in every tab when another account signs in in one, so that nobody finds or sends what the one before typed', async () => {
    const { page, context } = await visit(product, { account: 'organiser' });
    await page.goto('/classes/new?kind=thematic');
    const name = page.getByLabel('班次名称', { exact: true });
    await name.fill('组织员的班');
    const other = await context.newPage();
    await other.goto('/');
    await other.getByRole('button', { name: /退出登录/ }).click();
    await other.getByRole('button', { name: /^town/ }).click();
    await page.bringToFront();
    await page.getByRole('heading', { name: /^示例镇组织委员,今天是/ }).waitFor();
    await page.getByRole('link', { name: '培训班', exact: true }).first().click();
    await page.getByRole('link', { name: '新建培训班' }).click();
    await page.getByRole('link', { name: /专题课/ }).click();
    expect(await name.inputValue()).toBe('');
    // So does the sign-in over a page, where what was typed waits for whoever typed it.
    await name.fill('镇里的班');
    await context.request.post('/v1/sign-out', { headers: { origin: product.origin } });
    await page.getByLabel('开始日期').fill('2022-03-01');
    await page.getByRole('button', { name: '存为草稿' }).click();
    const sheet = page.getByRole('dialog', { name: '登录已过期' });
    await sheet.getByLabel('账号').fill('official');
    await sheet.getByLabel('密码').fill('Sitang-2021');
    await sheet.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('heading', { name: /^示例查阅人,今天是/ }).waitFor();
  });

  it('speaks English where asked, at once and after a reload', async () => {
    const { page } = await visit(product, { account: 'official' });
    await page.goto('/figures');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Classes' }).first().waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Classes' }).first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });
});
