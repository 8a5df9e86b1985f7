import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { encode } from 'uqr';
import { insertRows } from '#platform/database';
import { come, hand } from '../factories/phones.js';
import { seriousFaults } from './support/axe.js';
import { closeBrowser } from './support/browser.js';
import { type Desk, startDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
  const { product, county } = desk.training;
  await insertRows(product.db, 'instructors', [{ id: 71, name: '示例教师', unit_id: county.doujiabu, engagement: 'partTime' }]);
});
afterAll(async () => {
  await closeBrowser();
  await desk?.training.stop();
});

test('an organiser shows a QR code, a phone enrols with what is in it, stands in the list and is revoked', async () => {
  const { product } = desk.training;
  const { page, faults } = await desk.enter();
  await page.goto('/instructors/71');
  await page.getByRole('link', { name: '手机登记' }).click();
  await page.getByRole('button', { name: '出示二维码' }).click();
  const paper = page.getByRole('article', { name: '扫码登记手机' });
  const link = (await paper.getByRole('link').textContent())!;
  expect(link).toMatch(new RegExp(`^${product.origin}/field/#[\\w-]{22}$`));
  // The picture holds the very address.
  const { data } = encode(link, { ecc: 'M', border: 4 });
  const drawn = (await paper.getByRole('img', { name: '登记二维码' }).locator('path').getAttribute('d'))!;
  expect(drawn.match(/M\d+ \d+/g)).toEqual(data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}`] : []))));
  // What a pointer rests on is in another colour.
  await page.mouse.move(0, 0);
  await eventually(() => seriousFaults(page), []);
  await page.emulateMedia({ media: 'print' });
  expect(await paper.isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: '再出一个' }).isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });

  const deviceId = randomUUID();
  const { token } = (await come(product, link.split('#')[1]!, deviceId, { label: '红米 Note', lost: { count: 43, of: '示例教师' } })).json;
  const sentAt = new Date(Date.now() - 2 * 86_400_000).toISOString();
  await hand(product, { deviceId, token }, [], { app: '1.0.0', waiting: 7, sentAt });

  await page.goto('/instructors');
  await page.getByRole('link', { name: '手机', exact: true }).click();
  const row = page.getByRole('row', { name: /示例教师/ });
  for (const text of ['红米 Note', '7', '43', '1.0.0', '慢 2 天', '在用']) await row.getByText(text, { exact: true }).waitFor();
  await row.getByText(/^当时是示例教师的手机,.* 报来$/).waitFor();
  await row.getByRole('button', { name: '停用 示例教师 的手机' }).click();
  await page.getByText('90 天内照收').waitFor();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^停 ?用$/ })
    .click();
  await row.getByText('已停用', { exact: true }).waitFor();
  expect((await product.call('/v1/field/pack', { token })).json).toMatchObject({ code: 'deviceRevoked', wipe: false });
  await row.getByRole('button', { name: '清除 示例教师 的手机' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^清 ?除$/ })
    .click();
  await row.getByText('已停用,要求清除').waitFor();
  await eventually(async () => (await product.call('/v1/field/pack', { token })).json.wipe, true);
  expect(faults).toEqual([]);
});
