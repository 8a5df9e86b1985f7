import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { done, move } from '../factories/training.js';
import { addAccount, signedIn, testPassword } from '../stories/support/county.js';
import { closeBrowser } from './support/browser.js';
import { type Desk, openEdit, startDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { fill, pick } from './support/forms.js';

/** What somebody types into the form of a class, while others change the class, the sign-in or the grants. */
describe('the form of a class in a browser', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk();
  }, 120_000);
  afterAll(async () => {
    await closeBrowser();
    await desk?.training.stop();
  });

  it('shows both versions to the later of two who change a class: they take one field of the other and keep their own', async () => {
    await desk.classOf('书记班第三期', { series: '书记班', runNumber: 3 });
    const id = await desk.classOf('两人同改的班');
    const [first, second] = [await desk.enter(), await desk.enter()];
    const [one, other] = [await openEdit(first.page, id), await openEdit(second.page, id)];
    await one.getByLabel('名称').fill('先存的名称');
    await one.getByLabel('联系方式').fill('0917-先');
    await one.getByLabel('主体班次').check();
    await fill(one, '系列', '书记班');
    await fill(one, '第几期', '3');
    await one.getByRole('button', { name: '保存' }).click();
    await one.getByText('这个系列已有这一期').waitFor();
    await fill(one, '第几期', '4');
    await one.getByRole('button', { name: '保存' }).click();
    await one.waitFor({ state: 'hidden' });
    await other.getByLabel('名称').fill('后存的名称');
    await other.getByLabel('联系方式').fill('0917-后');
    await pick(other, '承办单位', '横渠镇');
    await other.getByRole('button', { name: '保存' }).click();
    const conflict = other.getByRole('alert');
    await conflict.getByText('别人刚刚保存过').waitFor();
    const rows = await conflict.locator('tbody').getByRole('row').allInnerTexts();
    expect(rows.map((row) => row.split(/\s+/).slice(0, 3))).toEqual([
      ['名称', '后存的名称', '先存的名称'],
      ['联系方式', '0917-后', '0917-先'],
    ]);
    expect(await desk.api(`/v1/classes/${id}`)).toMatchObject({ name: '先存的名称' });
    await conflict
      .getByRole('row', { name: /^联系方式/ })
      .getByRole('button', { name: '采用对方的' })
      .click();
    expect(await other.getByLabel('联系方式').inputValue()).toBe('0917-先');
    await other.getByRole('button', { name: '保存' }).click();
    await other.waitFor({ state: 'hidden' });
    await second.page.getByRole('heading', { name: '后存的名称' }).waitFor();
    // What only the first had changed stays theirs.
    expect(await desk.api(`/v1/classes/${id}`)).toMatchObject({
      name: '后存的名称',
      contact: '0917-先',
      coreProgramme: true,
      series: '书记班',
      runNumber: 4,
      labels: { deliveringUnit: '横渠镇' },
    });
    expect([...first.faults, ...second.faults]).toEqual([]);
  });

  const signInAgain = async (page: Page): Promise<void> => {
    const sheet = page.getByRole('dialog', { name: '登录已过期' });
    await sheet.getByLabel('密码').fill(testPassword);
    await sheet.getByRole('button', { name: '登录', exact: true }).click();
    await sheet.waitFor({ state: 'hidden' });
  };
  it('keeps what is typed while the sign-in ends: it stands there after signing in again, and is saved', async () => {
    const id = await desk.classOf('登录中断的班');
    const { page, context, faults } = await desk.enter();
    const expire = () => context.request.post('/v1/sign-out', { headers: { origin: desk.training.product.origin } });
    const sheet = await openEdit(page, id);
    await sheet.getByLabel('名称').fill('中断之后的班');
    await expire();
    await sheet.getByRole('button', { name: '保存' }).click();
    await signInAgain(page);
    expect(await sheet.getByLabel('名称').inputValue()).toBe('中断之后的班');
    await sheet.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { name: '中断之后的班' }).waitFor();

    await page.goto('/classes/new?kind=demonstration');
    await pick(page, '村', '豆家堡');
    await fill(page, '主题', '疏花');
    await fill(page, '日期', '2022-04-02');
    await expire();
    await page.getByRole('button', { name: '建班并发布' }).click();
    await signInAgain(page);
    expect(await page.getByLabel('主题', { exact: true }).inputValue()).toBe('疏花');
    await page.getByRole('button', { name: '建班并发布' }).click();
    await page.getByRole('heading', { name: '豆家堡村疏花示范课' }).waitFor();
    expect((await desk.api('/v1/classes?q=疏花')).items).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  it('keeps what is typed while the grants are taken away, and says so', async () => {
    const { product, county } = desk.training;
    const account = 'shrinking';
    const userId = await addAccount(product, account, 'organiser', county.county);
    const admin = await signedIn(product, 'granting', 'admin', county.county);
    const id = await desk.classOf('范围变小的班');
    const [editing, creating] = [await desk.enter({ account }), await desk.enter({ account })];
    const sheet = await openEdit(editing.page, id);
    await sheet.getByLabel('名称').fill('没有丢的名称');
    const { page } = creating;
    await page.goto('/classes/new?kind=online');
    await fill(page, '班次名称', '没有丢的班');
    await fill(page, '日期', '2022-04-06');
    await fill(page, '开始时间', '09:00');
    await fill(page, '平台或会场', '学习强国');

    const { version } = done(await product.call(`/v1/users/${userId}`, { token: admin })).json;
    const grants = [{ bundle: 'official', unitId: String(county.jinqu) }];
    const headers = { 'if-match': `"${version}"`, 'idempotency-key': randomUUID() };
    done(await product.call(`/v1/users/${userId}/grants`, { method: 'PUT', token: admin, body: { grants }, headers }));

    await sheet.getByRole('button', { name: '保存' }).click();
    await sheet.getByRole('alert').getByText('没有这项权限').waitFor();
    expect(await sheet.getByLabel('名称').inputValue()).toBe('没有丢的名称');
    await page.getByRole('button', { name: '建班并发布' }).click();
    await page.getByRole('alert').getByText('没有这项权限').waitFor();
    // The page has learnt what may still be done; what was typed stands there all the same.
    await page.getByRole('link', { name: '名录' }).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: '导入' }).waitFor({ state: 'hidden' });
    expect(await page.getByLabel('班次名称').inputValue()).toBe('没有丢的班');
    expect([...editing.faults, ...creating.faults]).toEqual([]);
  });

  it('says over the open sheet why it was refused, where that is seen and reached, and goes on saying it once the sheet is closed', async () => {
    const id = await desk.classOf('旧版本的班');
    const [session] = (await desk.api(`/v1/sessions?class=${id}`)).items;
    const { page, faults } = await desk.enter();
    await page.goto(`/classes/${id}?tab=sessions&session=${session.id}`);
    const cancel = page.getByRole('button', { name: '取消课次' });
    await cancel.waitFor();
    await move(desk.training, `/v1/sessions/${session.id}`, 'cancelled');
    await cancel.click();
    const says = page.getByText('内容已被别人改过');
    const isReached = () =>
      says.evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return element.contains(element.ownerDocument.elementFromPoint(left + width / 2, top + height / 2));
      });
    await eventually(isReached, true);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await isReached()).toBe(true);
    expect(faults).toEqual([]);
  });
});
