import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, today } from '#platform/clock';
import { type Field, startField, todaysClass } from '../factories/field.js';
import { move, session } from '../factories/training.js';
import { addAccount, testPassword } from '../stories/support/county.js';
import { closeBrowser, visit } from './support/browser.js';

/** Where readers begin who settle nothing themselves. */
describe('the start in a browser', () => {
  let field: Field;
  beforeAll(async () => {
    field = await startField();
    const { product, county } = field.training;
    await addAccount(product, 'watching', 'auditor', county.county);
    await addAccount(product, 'keeping', 'admin', county.county);
  }, 120_000);
  afterAll(async () => {
    await closeBrowser();
    await field?.training.stop();
  });
  const enter = (account: string) => visit(field.training.product, { account, password: testPassword });
  const ofTheFrame = /^GET \/v1\/(me|about)$/;

  it('tells an instructor of today first, then of the next days, what was called off, and folded what is over', async () => {
    const { training, instructorId } = field;
    const { classId } = await todaysClass(field, 2);
    const at = (days: number) => session(training, classId, { date: addDays(today(), days), instructorIds: [instructorId] });
    await at(-3);
    await at(-1);
    const next = await at(1);
    await at(5);
    await move(training, `/v1/sessions/${next}`, 'cancelled');
    const { page, faults } = await enter('instructor');
    await page.goto('/');
    const rows = page.getByRole('table', { name: '你的课次' }).locator('tbody').getByRole('row');
    await rows.first().waitFor();
    const told = await rows.allInnerTexts();
    expect(told).toHaveLength(3);
    expect(told.map((text) => [text.includes('今天'), text.includes('已取消'), text.includes('名单 2 人')])).toEqual([
      [true, false, true],
      [false, true, false],
      [false, false, true],
    ]);
    expect(await rows.first().getByRole('link').getAttribute('href')).toBe('/field/');
    await page.getByRole('link', { name: '打开手机登记' }).waitFor();
    const over = page.getByRole('table', { name: '已过去的 2 个课次' });
    expect(await over.isVisible()).toBe(false);
    await page.getByText('已过去的 2 个课次').first().click();
    await over.waitFor();
    expect(faults).toEqual([]);
  });

  it('tells an organiser of a session that is over and of which nothing came in, and leads to its sheet', async () => {
    const { training } = field;
    const { classId } = await todaysClass(field, 1);
    const forgotten = await session(training, classId, { date: addDays(today(), -2), topic: '忘了登记的课' });
    await session(training, classId, { date: addDays(today(), 2), topic: '还没有上的课' });
    const { page, faults } = await enter('organiser');
    await page.goto('/');
    await page.getByText('日期已过、没有登记也没有人数的课次').click();
    const row = page.getByRole('table', { name: '日期已过、没有登记也没有人数的课次' }).getByRole('row', { name: /忘了登记的课/ });
    expect(await row.getByRole('link', { name: '补登' }).getAttribute('href')).toBe(
      `/classes/${classId}?tab=attendance&paper=${forgotten}`,
    );
    expect(await page.getByText('实名 0 人').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('tells an administrator how the work behind stands and, when asked, whose accounts changed', async () => {
    const { page, asked, faults } = await enter('keeping');
    await page.goto('/');
    await page.getByText(/^曾失败、稍后再试的 \d+ 件,等待的 \d+ 件。/).waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked.filter((one) => !ofTheFrame.test(one)).length).toBeLessThanOrEqual(5);
    await page.getByText('最近新建、停用和改动的账号').click();
    await page.getByRole('table', { name: '最近新建、停用和改动的账号' }).getByText('账号 · 新建', { exact: false }).first().waitFor();
    await page.getByRole('link', { name: '看各项工作' }).click();
    await page.getByRole('heading', { name: '后台工作' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('tells an auditor what was done last', async () => {
    const { page, asked, faults } = await enter('watching');
    await page.goto('/');
    const rows = page.getByRole('table', { name: '最近的 10 条审计' }).locator('tbody').getByRole('row');
    await rows.first().waitFor();
    expect(await rows.count()).toBeLessThanOrEqual(10);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((one) => !ofTheFrame.test(one)).length).toBeLessThanOrEqual(5);
    await page.getByRole('link', { name: '查审计' }).click();
    await page.getByRole('heading', { name: '审计', level: 1 }).waitFor();
    expect(faults).toEqual([]);
  });
});
