import { describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { today } from '#platform/clock';
import { type Field, todaysClass } from '../factories/field.js';
import { done, settled } from '../factories/training.js';
import { testPassword } from '../stories/support/county.js';
import { seriousFaults } from './support/axe.js';
import { visit } from './support/browser.js';
import { marked } from './support/classroom.js';
import { eventually } from './support/eventually.js';
import { inTheField } from './support/in-the-field.js';
import { type Line } from './support/line.js';
import { exported, letIn, openRecords, openRoll, row, stands, storedMarks, waiting } from './support/phone.js';

const thisMonth = (): string => today().slice(0, 7);

/** The way out for what cannot be handed over. */
describe('what a phone could not send leaves it as a file', () => {
  let field: Field;
  let line: Line;
  inTheField((made) => ({ field, line } = made));

  const desk = async () => (await visit(field.training.product, { account: 'organiser', password: testPassword })).page;
  async function takeIn(page: Page, buffer: Buffer): Promise<void> {
    await page.goto('/waiting');
    await page.getByRole('link', { name: '收手机文件' }).click();
    await page.getByLabel('选择文件').setInputFiles({ name: 'sitang.json', mimeType: 'application/json', buffer });
  }
  const attendances = async (month: string) => (await settled(field.training, `from=${month}&to=${month}`)).total.attendances;

  it('twenty marked without a network, the console takes the file in, figures move; back online nothing is doubled', async () => {
    const room = await todaysClass(field, 20);
    const month = thisMonth();
    const before = await attendances(month);
    const phone = await letIn(field, line);
    const { page } = phone;
    line.cut();
    await phone.context.setOffline(true);
    await openRoll(phone, line, room);
    await page.getByRole('button', { name: '全部到课' }).tap();
    await waiting(page, 20);
    await openRecords(page);
    await page.getByText('没有收到的 20 条').waitFor();
    const text = await exported(page);
    // No names: the county knows them by their numbers.
    expect(text).not.toContain('示例');
    await eventually(() => seriousFaults(page), []);

    const office = await desk();
    await takeIn(office, Buffer.from(text));
    await office.getByText('已收 20 条').waitFor();
    expect(await office.getByRole('row', { name: new RegExp(`示例${room.trainees[0]} .*示例课.*到课.*已收`) }).count()).toBe(1);
    await eventually(() => seriousFaults(office), []);
    await eventually(async () => (await attendances(month)) - before, 20);

    line.mend();
    await phone.context.setOffline(false);
    await waiting(page, 0);
    await eventually(() => page.getByText('已收到', { exact: true }).count(), 20);
    expect(await storedMarks(field, room)).toBe(20);
    expect(await attendances(month)).toBe(before + 20);
    await takeIn(office, Buffer.from(text));
    await office.getByText('早已收到 20 条').waitFor();
    await takeIn(office, Buffer.from(text.replace('present', 'absent')));
    await office.getByText('早已收到 19 条 · 没有收 1 条').waitFor();
    expect(phone.faults).toEqual([]);
    for (const [bytes, why] of [
      [text.replaceAll('present', 'absent'), '文件与手机导出的不一致'],
      [text.slice(0, 100), '这不是手机导出的待发文件'],
    ] as const) {
      await takeIn(office, Buffer.from(bytes));
      await office.getByText(why).waitFor();
    }
  });

  it('also what was refused, on a phone that is revoked and full; what was refused can be sent again', async () => {
    const room = await todaysClass(field, 3);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    line.cut();
    for (const person of room.trainees.slice(0, 2)) {
      await row(page, person).tap();
      await stands(page, person, '到课');
    }
    // One of them names somebody whom nobody knows.
    const [first] = room.trainees;
    await page.evaluate(`new Promise((go) => {
      const opening = indexedDB.open('sitang-field');
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('records', 'readwrite');
        const store = transaction.objectStore('records');
        store.openCursor().onsuccess = ({ target: { result: cursor } }) => {
          if (!cursor) return;
          if (cursor.value.mark.personId === '${first}') cursor.update({ ...cursor.value, mark: { ...cursor.value.mark, personId: '4294967295' } });
          cursor.continue();
        };
        transaction.oncomplete = () => { opening.result.close(); go(); };
      };
    })`);
    line.mend();
    await page.reload();
    await waiting(page, 0);
    await openRecords(page);
    await page.getByText('人员不存在').waitFor();
    await page.getByRole('button', { name: '再送一次' }).tap();
    await waiting(page, 1);
    await waiting(page, 0);
    await page.getByText('人员不存在').waitFor();

    line.turnAwayMarks();
    await openRoll(phone, line, room);
    await row(page, room.trainees[2]!).tap();
    await waiting(page, 1);
    const { product, organiser } = field.training;
    const { items } = done(await product.call('/v1/devices', { token: organiser })).json;
    done(await product.call(`/v1/devices/${items[0].id}/revoke`, { token: organiser, body: { wipe: true } }));
    await page.reload();
    await page.getByText('这部手机已停用').waitFor();
    const devtools = await phone.context.newCDPSession(page);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: line.origin, quotaSize: 1 });
    await openRecords(page);
    const text = await exported(page);
    const office = await desk();
    await takeIn(office, Buffer.from(text));
    await office.getByText('待核对 1 条 · 没有收 1 条').waitFor();
    for (const why of ['人员不存在', '这部手机已被停用']) await office.getByRole('cell', { name: new RegExp(why) }).waitFor();
    expect((await marked(field.training, { ...room, name: '', sessions: [] }, room.sessionId)).slice(1)).toEqual(['present', 'present']);
  });
});
