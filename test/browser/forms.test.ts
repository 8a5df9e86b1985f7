import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, startTraining, type Training } from '../factories/training.js';
import { testPassword } from '../stories/support/county.js';
import { closeBrowser, visit } from './support/browser.js';
import { pick } from './support/forms.js';
import { tabTo } from './support/keys.js';

/** The forms over a page: two who change one row, what was typed and not saved, a file that is refused. */
describe('the forms in a browser', () => {
  let training: Training;
  beforeAll(async () => {
    training = await startTraining();
  });
  afterAll(async () => {
    await closeBrowser();
    await training?.stop();
  });

  it('never undo what somebody else changed meanwhile, and ask only where both changed the same', async () => {
    const { product, organiser, county } = training;
    const fresh = { name: '甲点', unitId: String(county.doujiabu), theme: '猕猴桃', address: '一号' };
    const { id } = done(await product.call('/v1/teaching-sites', { token: organiser, body: fresh })).json;
    const path = `/v1/teaching-sites/${id}`;
    const read = async () => done(await product.call(path, { token: organiser })).json;
    const another = async (body: object): Promise<void> => {
      const headers = { 'if-match': `"${(await read()).version}"` };
      done(await product.call(path, { method: 'PATCH', token: organiser, headers, body }));
    };
    const { page } = await visit(product, { account: 'organiser', password: testPassword });
    await page.goto(`/sites/${id}`);
    await page.getByRole('button', { name: '修改' }).click();
    const sheet = page.getByRole('dialog', { name: '修改 甲点' });
    const save = sheet.getByRole('button', { name: '保存' });
    await sheet.getByLabel('地址').fill('二号');
    await another({ theme: '茶', unitId: String(county.hengqu) });
    await save.click();
    await sheet.getByText('与你的修改不冲突').waitFor();
    expect(await sheet.getByLabel('主题').inputValue()).toBe('茶');

    await another({ address: '三号', capacity: 80 });
    await save.click();
    const apart = sheet.getByRole('alert').getByRole('row');
    await apart.filter({ hasText: '三号' }).waitFor();
    // A heading and one line: the address alone was changed by both.
    expect(await apart.count()).toBe(2);
    await save.click();
    await sheet.waitFor({ state: 'hidden' });
    expect(await read()).toMatchObject({ name: '甲点', theme: '茶', unitId: String(county.hengqu), address: '二号', capacity: 80 });
  });

  it('ask before they let go what was typed', async () => {
    const { page, faults } = await visit(training.product, { account: 'organiser', password: testPassword });
    await page.goto('/people');
    const open = page.getByRole('button', { name: '登记人员' });
    const sheet = page.getByRole('dialog');
    await open.click();
    await sheet.getByRole('button', { name: '取消' }).click();
    await sheet.waitFor({ state: 'hidden' });
    await open.click();
    await sheet.getByLabel('姓名').fill('未存');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await sheet.getByRole('button', { name: '关闭' }).click();
    await sheet.getByText('已填的内容还没有保存。').waitFor();
    await sheet.getByRole('button', { name: '接着填' }).click();
    expect(await sheet.getByLabel('姓名').inputValue()).toBe('未存');
    await sheet.getByRole('button', { name: '取消' }).click();
    await sheet.getByRole('button', { name: '放弃' }).click();
    await sheet.waitFor({ state: 'hidden' });
    expect(faults).toEqual([]);
  });

  it('say in words that a file is refused, and save nothing in its place', async () => {
    const { page } = await visit(training.product, { account: 'organiser', password: testPassword });
    let files = 0;
    page.on('download', () => files++);
    await page.goto('/imports');
    await page.route('**/v1/imports/templates/*', (route) => {
      const body = JSON.stringify({ code: 'notFound', status: 404 });
      return route.fulfill({ status: 404, contentType: 'application/problem+json', body });
    });
    await page
      .getByRole('link', { name: /^下载模板/ })
      .first()
      .click();
    await page.locator('.ant-message-error').waitFor();
    expect(files).toBe(0);
  });

  it('ask before going back takes what was typed along', async () => {
    const { page, faults } = await visit(training.product, { account: 'organiser', password: testPassword });
    await page.goto('/units');
    await page.getByRole('navigation', { name: '名录' }).getByRole('link', { name: '人员' }).click();
    await page.waitForURL('**/people');
    await page.getByRole('button', { name: '登记人员' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('姓名').fill('未存');
    const asks = sheet.getByRole('alert').getByText('已填的内容还没有保存。');
    await page.goBack();
    await asks.waitFor();
    await sheet.getByRole('button', { name: '接着填' }).click();
    await asks.waitFor({ state: 'hidden' });
    expect(await sheet.getByLabel('姓名').inputValue()).toBe('未存');
    expect(new URL(page.url()).pathname).toBe('/people');
    await page.goBack();
    await sheet.getByRole('button', { name: '放弃' }).click();
    await page.waitForURL('**/units');
    await page.getByRole('heading', { name: '单位', level: 1 }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('lead on by themselves once what was typed is saved, and asks nobody', async () => {
    const { page, faults } = await visit(training.product, { account: 'organiser', password: testPassword });
    await page.goto('/people');
    await page.getByRole('button', { name: '登记人员' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('姓名').fill('测试新人');
    await pick(sheet, '单位', '豆家堡');
    await sheet.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { name: '测试新人', level: 1 }).waitFor();
    expect(faults).toEqual([]);
  });

  it('are changed and saved from the keyboard alone', async () => {
    const { product, organiser, county } = training;
    const fresh = { name: '键盘点', unitId: String(county.doujiabu), address: '一号' };
    const { id } = done(await product.call('/v1/teaching-sites', { token: organiser, body: fresh })).json;
    const { page, faults } = await visit(product, { account: 'organiser', password: testPassword });
    await page.goto(`/sites/${id}`);
    await tabTo(page, page.getByRole('button', { name: '修改' }));
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: '修改 键盘点' });
    await tabTo(page, sheet.getByLabel('地址'));
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('二号');
    await page.keyboard.press('Enter');
    await sheet.waitFor({ state: 'hidden' });
    expect(done(await product.call(`/v1/teaching-sites/${id}`, { token: organiser })).json.address).toBe('二号');
    expect(faults).toEqual([]);
  });
});
