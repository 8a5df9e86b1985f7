import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { encode } from 'uqr';
import { cardText } from '#contract';
import { today } from '#platform/clock';
import { done } from '../factories/training.js';
import { seriousFaults } from './support/axe.js';
import { closeBrowser } from './support/browser.js';
import { classroom } from './support/classroom.js';
import { type Desk, startDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(async () => {
  await closeBrowser();
  await desk?.training.stop();
});

test('an organiser prints the cards of a roster, ten to a sheet, and gives another one for a lost one', async () => {
  const { training } = desk;
  const { classId, trainees } = await classroom(training, { name: '示例班', many: 12, dates: [today()] });
  const { page, faults } = await desk.enter();
  await page.goto(`/classes/${classId}?tab=roster`);
  await page.getByRole('link', { name: '学员卡' }).click();
  await page.getByRole('button', { name: '出学员卡' }).click();
  const cards = page.getByRole('list', { name: '学员卡' }).getByRole('listitem');
  await eventually(() => cards.count(), 12);
  const drawnOf = async (personId: string): Promise<string> =>
    (await page
      .getByRole('img', { name: `示例${personId} 的二维码` })
      .locator('path')
      .getAttribute('d'))!;
  const codeOf = async (personId: string): Promise<string> => {
    const path = `/v1/classes/${classId}/cards`;
    const { cards: all } = done(await training.product.call(path, { token: training.organiser, method: 'POST', body: {} })).json;
    return (all as { personId: string; code: string }[]).find((card) => card.personId === personId)!.code;
  };
  /** The picture holds the very code. */
  const pictured = async (personId: string): Promise<string[]> => {
    const { data } = encode(cardText(await codeOf(personId)), { ecc: 'M', border: 4 });
    return data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}`] : [])));
  };
  const [first] = trainees as [string];
  const before = await drawnOf(first);
  expect(before.match(/M\d+ \d+/g)).toEqual(await pictured(first));
  await page.mouse.move(0, 0);
  await eventually(() => seriousFaults(page), []);

  const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g);
  expect(sheets).toHaveLength(2);

  await page.getByRole('button', { name: `给 示例${first} 换卡` }).click();
  await page.getByRole('dialog').getByRole('button', { name: '换卡' }).click();
  await eventually(async () => (await drawnOf(first)) !== before, true);
  expect((await drawnOf(first)).match(/M\d+ \d+/g)).toEqual(await pictured(first));
  expect(faults).toEqual([]);
});
