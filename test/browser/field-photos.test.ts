import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { photoLimit } from '#contract';
import { type Field, todaysClass } from '../factories/field.js';
import { switchPhotos } from '../factories/photos.js';
import { done } from '../factories/training.js';
import { testPassword } from '../stories/support/county.js';
import { seriousFaults } from './support/axe.js';
import { visit } from './support/browser.js';
import { eventually } from './support/eventually.js';
import { sticksOut } from './support/forms.js';
import { inTheField } from './support/in-the-field.js';
import { type Line } from './support/line.js';
import { type Class, letIn, openRoll, type Phone, row, stands, storedMarks, waiting } from './support/phone.js';
import { noisyPicture } from './support/pictures.js';

/** Evidence beside the marks, where a unit has switched it on: it waits behind them, and is in the way of none. */
describe('photos in the field', () => {
  let field: Field;
  let line: Line;
  inTheField((made) => ({ field, line } = made));
  beforeEach(() => {
    line.handed.length = 0;
  });

  const picture = noisyPicture(2_400, 1_800);
  const desk = () => visit(field.training.product, { account: 'organiser', password: testPassword });
  const turn = async (on: boolean) =>
    done(await switchPhotos(field.training.product, field.training.organiser, field.training.county.county, on));
  const photosOf = async ({ sessionId }: Class): Promise<{ id: string; revokedDevice: boolean }[]> =>
    done(await field.training.product.call(`/v1/sessions/${sessionId}/photos`, { token: field.training.organiser })).json.items;
  const openPhotos = async (phone: Phone, room: Class): Promise<void> => {
    await openRoll(phone, line, room);
    await phone.page.getByRole('button', { name: '更多' }).tap();
    await phone.page.getByRole('button', { name: '照片' }).tap();
    await phone.page.getByRole('heading', { name: '现场照片' }).waitFor();
  };
  const take = async (page: Page, file = picture): Promise<void> => {
    const opening = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /^(再)?拍一张$/ }).tap();
    await (await opening).setFiles({ name: 'camera.bmp', mimeType: 'image/bmp', buffer: file });
  };
  const rows = (page: Page) => page.getByRole('main').getByRole('listitem');
  /** The chip says how many photos wait. */
  const photosWait = async (page: Page, count: number): Promise<void> => {
    const said = page.getByRole('banner').getByText(count > 0 ? `${count} 张照片待发` : /张照片待发/);
    await said.waitFor({ state: count > 0 ? 'visible' : 'detached' });
  };
  const handedIn = () => line.handed.map((one) => (one === 'marks' ? 'marks' : 'photo'));

  it('an organiser switches them on, one is taken without a network and made small, marks go first, and the console shows it', async () => {
    const room = await todaysClass(field, 3);
    const [first] = room.trainees as [string];
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    await page.getByRole('button', { name: '更多' }).tap();
    await page.getByRole('button', { name: '名单外' }).waitFor();
    expect(await page.getByRole('button', { name: '照片' }).count()).toBe(0);

    const console = await desk();
    await console.page.goto(`/units/${field.training.county.county}`);
    await console.page.getByText('没有打开。').waitFor();
    await console.page.getByRole('button', { name: '打开照片' }).click();
    await console.page.getByText('已打开:').waitFor();
    expect(await seriousFaults(console.page)).toEqual([]);
    await page.getByRole('banner').getByRole('button').first().tap();
    await page.getByRole('button', { name: '现在发送' }).tap();
    await page.getByRole('button', { name: '返回' }).tap();

    await openPhotos(phone, room);
    line.cut();
    await phone.context.setOffline(true);
    await take(page);
    await photosWait(page, 1);
    await rows(page).getByText('待发送', { exact: true }).waitFor();
    expect([...(await seriousFaults(page, { sun: true })), ...(await sticksOut(page))]).toEqual([]);
    await page.getByRole('button', { name: '返回' }).tap();
    await row(page, first).tap();
    await stands(page, first, '到课');
    await page.getByRole('banner').getByRole('button').first().tap();
    await rows(page).filter({ hasText: '照片' }).getByText('待发送', { exact: true }).waitFor();
    expect([...(await seriousFaults(page, { sun: true })), ...(await sticksOut(page))]).toEqual([]);
    await page.reload();
    await photosWait(page, 1);

    line.mend();
    line.handed.length = 0;
    await phone.context.setOffline(false);
    await waiting(page, 0);
    await photosWait(page, 0);
    expect(handedIn()).toEqual(['marks', 'photo']);
    const [, sent] = line.handed as ['marks', { photo: number }];
    expect(sent.photo).toBeGreaterThan(50_000);
    expect(sent.photo).toBeLessThanOrEqual(photoLimit + 1_000);
    expect(await rows(page).filter({ hasText: '照片' }).count()).toBe(0);

    await console.page.goto(`/sessions/${room.sessionId}`);
    const strip = console.page.getByRole('link').filter({ has: console.page.getByRole('img', { name: /拍于/ }) });
    await strip.waitFor();
    await eventually(() => strip.locator('img').evaluate((img) => (img as unknown as { naturalWidth: number }).naturalWidth > 0), true);
    expect(await seriousFaults(console.page)).toEqual([]);
    await console.page.getByRole('button', { name: /^删除 拍于/ }).click();
    await console.page.getByLabel('原因').fill('照片里是别的课');
    await console.page
      .getByRole('dialog')
      .getByRole('button', { name: /^删 ?除$/ })
      .click();
    await console.page.getByText('还没有照片。').waitFor();
    expect([...phone.faults, ...console.faults]).toEqual([]);
  });

  it('a mark breaks off a photo that is on its way; the photo is sent once, afterwards', async () => {
    await turn(true);
    const room = await todaysClass(field, 2);
    const [first] = room.trainees as [string];
    const phone = await letIn(field, line);
    const { page } = phone;
    await openPhotos(phone, room);
    const held = line.holdPhotos();
    await take(page);
    await rows(page).getByText('已发出,还没有回音').waitFor();
    await page.getByRole('button', { name: '返回' }).tap();
    await row(page, first).tap();
    await eventually(() => storedMarks(field, room), 1);
    await eventually(async () => held.brokenOff, 1);
    expect(await photosOf(room)).toEqual([]);
    line.mend();
    await photosWait(page, 0);
    expect(await photosOf(room)).toHaveLength(1);
    expect(handedIn()).toEqual(['marks', 'photo']);
    expect(phone.faults).toEqual([]);
  });

  it('one goes past a mark that the county stumbles over', async () => {
    await turn(true);
    const room = await todaysClass(field, 1);
    const phone = await letIn(field, line);
    const { page } = phone;
    const contentType = 'application/problem+json';
    await page.route('**/v1/field/marks', (route) => route.fulfill({ status: 500, contentType, body: '{"code":"unexpected"}' }));
    await openRoll(phone, line, room);
    await row(page, room.trainees[0]!).tap();
    await waiting(page, 1);
    await openPhotos(phone, room);
    await take(page);
    await eventually(async () => (await photosOf(room)).length, 1, 20_000);
    await photosWait(page, 0);
    await waiting(page, 1);
    expect(phone.faults).toEqual([]);
  });

  it('one is taken back before it leaves; where there is no room, or no picture, nothing is shown as saved', async () => {
    await turn(true);
    const room = await todaysClass(field, 1);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openPhotos(phone, room);
    line.cut();
    await phone.context.setOffline(true);
    await take(page);
    await rows(page).getByRole('button', { name: '撤回' }).tap();
    await photosWait(page, 0);
    await take(page, Buffer.from('no picture'));
    await page.getByText('这张读不出来').waitFor();
    await page.evaluate('navigator.storage.estimate = async () => ({ quota: 50_000_000, usage: 45_000_000 })');
    await take(page);
    await page.getByText('手机空间不够').waitFor();
    expect(await rows(page).count()).toBe(0);
    // Marks go on.
    await page.getByRole('button', { name: '返回' }).tap();
    await row(page, room.trainees[0]!).tap();
    await waiting(page, 1);
    expect(phone.faults).toEqual([]);
  });

  it('what the county does not take stays with its reason until somebody deletes it', async () => {
    await turn(true);
    const room = await todaysClass(field, 1);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openPhotos(phone, room);
    line.cut();
    await phone.context.setOffline(true);
    await take(page);
    await photosWait(page, 1);
    await turn(false);
    line.mend();
    await phone.context.setOffline(false);
    await rows(page).getByText('没有收 · 原因:这一课次的单位没有打开照片').waitFor();
    await page.getByRole('banner').getByText('1 条要看').waitFor();
    await page.getByText('这一课次现在不能拍照。').waitFor();
    await rows(page).getByRole('button', { name: '删除' }).tap();
    await page.getByRole('banner').getByText('1 条要看').waitFor({ state: 'detached' });
    expect(await photosOf(room)).toEqual([]);
    expect(phone.faults).toEqual([]);
  });

  it('a phone that is to forget everything hands its photos over first', async () => {
    await turn(true);
    const room = await todaysClass(field, 1);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openPhotos(phone, room);
    line.cut();
    await phone.context.setOffline(true);
    await take(page);
    await photosWait(page, 1);
    await field.training.product.db.query('UPDATE devices SET revoked_at = NOW(3), wipe = 1 WHERE revoked_at IS NULL AND enrolled = 1');
    line.mend();
    await phone.context.setOffline(false);
    await page.getByRole('heading', { name: '这部手机已停用' }).waitFor();
    expect(await photosOf(room)).toMatchObject([{ revokedDevice: true }]);
    const left = await page.evaluate(`new Promise((go) => {
      const opening = indexedDB.open('sitang-field-photos');
      opening.onsuccess = () => {
        const asked = opening.result.transaction('bytes').objectStore('bytes').count();
        asked.onsuccess = () => go(asked.result);
      };
    })`);
    expect(left).toBe(0);
    expect(phone.faults).toEqual([]);
  });
});
