import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BundleName } from '#contract';
import { done, people } from '../factories/training.js';
import { addAccount, signedIn, testPassword } from '../stories/support/county.js';
import { closeBrowser } from './support/browser.js';
import { type Desk, openEdit, startDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { focused } from './support/keys.js';

/** What holds on every page: where one can go, what an address tells, who changed what. */
describe('the console in a browser', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk();
  }, 120_000);
  afterAll(async () => {
    await closeBrowser();
    await desk?.training.stop();
  });

  it.each<[BundleName, string[]]>([
    ['admin', ['首页', '统计', '培训班', '待办', '名录', '导入', '账号']],
    ['auditor', ['首页', '统计', '培训班', '名录', '账号']],
    ['townOrganiser', ['首页', '统计', '培训班', '待办', '名录', '导入']],
    ['instructor', ['首页', '名录']],
    ['reporter', ['首页', '培训班', '单位']],
  ])('offers %s at most eight places, the registers together', async (bundle, expected) => {
    const { county, product } = desk.training;
    await addAccount(product, `goes-${bundle}`, bundle, county.county);
    const { page, faults } = await desk.enter({ account: `goes-${bundle}`, password: testPassword });
    await page.goto('/units');
    const navigation = page.getByRole('navigation', { name: '主导航' }).first();
    await page.getByRole('heading', { name: '单位', level: 1 }).waitFor();
    expect(await navigation.getByRole('link').allInnerTexts()).toEqual(expected);
    expect(await navigation.locator('[aria-current=page]').allInnerTexts()).toEqual([bundle === 'reporter' ? '单位' : '名录']);
    expect(faults).toEqual([]);
  });

  it('leads from one register to the next, by its tabs, by the keyboard and on a phone', async () => {
    const { page, faults } = await desk.enter();
    await page.goto('/');
    await page.getByRole('link', { name: '名录' }).click();
    const tabs = page.getByRole('navigation', { name: '名录' });
    await tabs.waitFor();
    expect(await tabs.getByRole('link').allInnerTexts()).toEqual(['人员', '教师', '教学点', '培训基地', '学习线路', '单位']);
    await tabs.getByRole('link', { name: '教学点' }).click();
    await page.waitForURL('**/sites');
    await page.getByRole('heading', { name: '教学点', level: 1 }).waitFor();
    // One row of them, also where a page holds several lists.
    expect(await page.getByRole('main').getByRole('navigation').count()).toBe(1);
    await tabs.getByRole('link', { name: '学习线路' }).click();
    await page.getByRole('heading', { name: '学习线路', level: 1 }).waitFor();
    expect(await tabs.locator('[aria-current=page]').allInnerTexts()).toEqual(['学习线路']);
    await page.keyboard.press('g');
    await page.keyboard.press('j');
    await page.waitForURL('**/instructors');
    const phone = await desk.enter({ size: 'phone' });
    await phone.page.goto('/classes');
    await phone.page.getByRole('button', { name: '更多' }).click();
    await phone.page.getByRole('dialog').getByRole('link', { name: '名录' }).click();
    await phone.page.getByRole('navigation', { name: '名录' }).getByRole('link', { name: '单位' }).click();
    await phone.page.waitForURL('**/units');
    expect([...faults, ...phone.faults]).toEqual([]);
  });

  it('prints the history of a thing with it', async () => {
    const { county } = desk.training;
    const { page, faults } = await desk.enter();
    await page.goto(`/units/${county.hengqu}`);
    await page.getByRole('heading', { name: '历史' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('heading', { name: '历史' }).isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });

  it('says where rights are set that phones end with the right to mark', async () => {
    const { product, county } = desk.training;
    const userId = await addAccount(product, 'marks-no-more', 'instructor', county.county);
    await addAccount(product, 'sets-rights', 'admin', county.county);
    const { page, faults } = await desk.enter({ account: 'sets-rights', password: testPassword });
    await page.goto(`/accounts/${userId}`);
    await page.getByRole('button', { name: '设定权限' }).click();
    await page.getByRole('dialog').getByText('都不能登记到课时,这个账号的手机随即作废').waitFor();
    expect(faults).toEqual([]);
  });

  it('keeps who is looked for out of every address, and finds them again on the way back', async () => {
    const { product, county } = desk.training;
    const [found, other] = (await people(desk.training, 2)) as [string, string];
    await product.db.query("UPDATE people SET name = '测试甲', phone_last4 = '7788' WHERE id = ?", [found]);
    await product.db.query("UPDATE people SET name = '测试乙' WHERE id = ?", [other]);
    const { page, asked, faults } = await desk.enter();
    await page.goto(`/people?unit=${county.doujiabu}`);
    await page.getByRole('link', { name: '测试乙' }).waitFor();
    const search = page.getByRole('textbox', { name: '姓名' });
    await search.fill('7788');
    await page.getByRole('link', { name: '测试乙' }).waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: '测试甲' }).click();
    await page.getByRole('heading', { name: '测试甲' }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: '测试甲' }).waitFor();
    expect(await search.inputValue()).toBe('7788');
    await page.reload();
    await page.getByRole('link', { name: '测试甲' }).waitFor();
    expect([await search.inputValue(), await page.getByRole('link', { name: '测试乙' }).count()]).toEqual(['7788', 0]);
    // Another filter leaves it alone, an old bookmark is understood and forgets what it said.
    expect(new URL(page.url()).search).toBe(`?unit=${county.doujiabu}`);
    await page.goto('/people?q=7788');
    await page.getByRole('link', { name: '测试甲' }).waitFor();
    await page.waitForURL((url) => url.search === '');
    expect(await search.inputValue()).toBe('7788');
    expect(asked.filter((question) => question.includes('7788'))).toEqual([]);
    expect(asked).toContain('POST /v1/people/search');
    expect(faults).toEqual([]);
  });

  it('keeps who is looked for among the phones out of the address too', async () => {
    const { page, asked, faults } = await desk.enter();
    await page.goto('/accounts/devices');
    const search = page.getByRole('textbox');
    await search.fill('测试甲');
    await eventually(async () => asked.some((one) => one.startsWith('GET /v1/devices?') && one.includes('q=')), true);
    expect(new URL(page.url()).search).toBe('');
    await page.goto('/accounts/devices?q=bookmarked');
    await page.waitForURL((url) => url.search === '');
    expect(await search.inputValue()).toBe('bookmarked');
    expect(faults).toEqual([]);
  });

  it('asks for what was typed and not for each key of it, and goes back past it', async () => {
    const { product, county } = desk.training;
    await addAccount(product, 'types-much', 'admin', county.county);
    const { page, asked, faults } = await desk.enter({ account: 'types-much' });
    const typed = '123456789012345';
    /** Fewer than half of the keys, on however slow a machine. */
    const isFew = (many: number): boolean => many > 0 && many < typed.length / 2;
    const asking = (what: RegExp): number => asked.filter((question) => what.test(question)).length;
    await page.goto('/');
    await page.getByRole('navigation', { name: '主导航' }).first().getByRole('link', { name: '培训班' }).click();
    await page.getByRole('textbox', { name: '名称' }).pressSequentially(typed);
    await page.waitForURL((url) => url.searchParams.get('q') === typed);
    await eventually(async () => asked.some((one) => one.startsWith('GET /v1/classes?') && one.includes(typed)), true);
    expect(isFew(asking(/\/v1\/classes\?.*q=/))).toBe(true);
    await page.goBack();
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByRole('navigation', { name: '主导航' }).first().getByRole('link', { name: '账号' }).click();
    await page.getByRole('link', { name: '审计' }).click();
    await page.getByRole('textbox', { name: '编号' }).pressSequentially(typed);
    await page.waitForURL((url) => url.searchParams.get('id') === typed);
    await eventually(async () => asked.some((one) => one.startsWith('GET /v1/audit?') && one.includes(typed)), true);
    expect(isFew(asking(/\/v1\/audit\?.*id=/))).toBe(true);
    await page.goBack();
    await page.waitForURL((url) => url.pathname === '/accounts');
    await page.goto('/people');
    await page.getByRole('combobox').first().pressSequentially(typed);
    await eventually(async () => asked.some((one) => one.startsWith('GET /v1/units?') && one.includes(typed)), true);
    expect(isFew(asking(/\/v1\/units\?.*q=/))).toBe(true);
    expect(faults).toEqual([]);
  });

  it('goes on at the heading of another page, also where that comes late, and says that it is on its way', async () => {
    const { county } = desk.training;
    const { id } = await desk.api('/v1/teaching-sites', { name: '晚到点', unitId: String(county.doujiabu) });
    const { page, faults } = await desk.enter();
    const heading = (name: string) => page.getByRole('heading', { name, level: 1 });
    let arrive = (): void => undefined;
    const hold = async (what: RegExp | string): Promise<void> => {
      const arrived = new Promise<void>((go) => (arrive = go));
      await page.route(what, async (route) => {
        await arrived;
        await route.continue();
      });
    };
    await page.goto('/units');
    await heading('单位').waitFor();
    expect(
      await page.evaluate(
        () => (globalThis as unknown as { document: { activeElement: { tagName: string } } }).document.activeElement.tagName,
      ),
    ).toBe('BODY');
    await hold(/assets\/sites-page/);
    await page.getByRole('navigation', { name: '名录' }).getByRole('link', { name: '教学点' }).click();
    await page.getByRole('progressbar', { name: '正在取数' }).waitFor();
    arrive();
    await focused(heading('教学点'));
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    await hold(`**/v1/teaching-sites/${id}`);
    await page.getByRole('link', { name: '晚到点' }).click();
    await page.waitForURL(`**/sites/${id}`);
    // Until its own has come, the page has the heading of its kind.
    await focused(heading('教学点'));
    arrive();
    await focused(heading('晚到点'));
    await page.goBack();
    await focused(heading('教学点'));
    expect(faults).toEqual([]);
  });

  it('says on the pages of a class, a person and a site who changed what', async () => {
    const { training, api } = desk;
    const id = await desk.classOf('有历史的班');
    const { page, faults } = await desk.enter();
    const sheet = await openEdit(page, id);
    await sheet.getByLabel('名称').fill('改过名的班');
    await sheet.getByRole('button', { name: '保存' }).click();
    await sheet.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: '历史' }).click();
    const rows = page.getByRole('table', { name: '历史' }).locator('tbody').getByRole('row');
    await rows
      .filter({ hasText: '有历史的班 → 改过名的班' })
      .filter({ hasText: '培训班 · 修改' })
      .filter({ hasText: 'organiser' })
      .waitFor();
    await rows.filter({ hasText: '课次 · 新建' }).getByRole('link', { name: '社会治理' }).waitFor();
    const unitId = String(training.county.doujiabu);
    const { id: person } = await api('/v1/people', { name: '示例丙', unitId });
    const { id: site } = await api('/v1/teaching-sites', { name: '丙点', unitId });
    for (const [path, deed] of [
      [`/people/${person}`, '人员 · 新建'],
      [`/sites/${site}`, '教学点 · 新建'],
    ] as const) {
      await page.goto(path);
      await rows.filter({ hasText: deed }).filter({ hasText: '豆家堡村' }).waitFor();
    }
    expect(faults).toEqual([]);
  });

  it('says that what was typed is kept where the right to it has gone', async () => {
    const { product, county } = desk.training;
    const account = 'losing';
    const userId = await addAccount(product, account, 'organiser', county.county);
    const admin = await signedIn(product, 'taking', 'admin', county.county);
    const { id } = await desk.api('/v1/teaching-sites', { name: '丁点', unitId: String(county.doujiabu) });
    const { page } = await desk.enter({ account });
    await page.goto(`/sites/${id}`);
    await page.getByRole('button', { name: '修改' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('地址').fill('没有丢的地址');
    const headers = { 'if-match': '"1"', 'idempotency-key': randomUUID() };
    const grants = [{ bundle: 'official', unitId: String(county.county) }];
    done(await product.call(`/v1/users/${userId}/grants`, { method: 'PUT', token: admin, body: { grants }, headers }));
    await sheet.getByRole('button', { name: '保存' }).click();
    await sheet.getByRole('alert').getByText('你填的内容还在这里').waitFor();
    expect(await sheet.getByLabel('地址').inputValue()).toBe('没有丢的地址');
  });
});
