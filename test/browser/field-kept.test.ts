import { describe, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { type Field, todaysClass } from '../factories/field.js';
import { eventually } from './support/eventually.js';
import { inTheField } from './support/in-the-field.js';
import { type Line } from './support/line.js';
import { inStore, letIn, openRoll, storedMarks, waiting } from './support/phone.js';

/** What the county has not taken stays on the phone, whole. */
describe('what a phone keeps until the county has it', () => {
  let field: Field;
  let line: Line;
  inTheField((made) => ({ field, line } = made));

  /** The county takes none of what it is sent, for this reason. */
  const refuseAll = (page: Page, code: string): Promise<unknown> =>
    page.route('**/v1/field/marks', async (route) => {
      const records = (await inStore(page, 'records', 'store.getAll().onsuccess = ({ target }) => (found = target.result);')) as {
        mark: { id: string };
      }[];
      const verdicts = records.map(({ mark: { id } }) => ({ id, verdict: 'refused', code }));
      await route.fulfill({ json: { verdicts, device: { revoked: false, wipe: false }, serverTime: new Date().toISOString() } });
    });

  it('somebody on no list who was refused keeps their name, read and with the session gone, and is taken when sent again', async () => {
    const room = await todaysClass(field, 1);
    const { page } = await openPhone(room.sessionId);
    await refuseAll(page, 'sessionUnknown');
    await page.getByRole('button', { name: '更多' }).tap();
    await page.getByRole('button', { name: '名单外' }).tap();
    await page.getByLabel('姓名', { exact: true }).fill('示例路人');
    await page.getByRole('button', { name: '记下', exact: true }).tap();
    await page.getByRole('banner').getByText('1 条要看').waitFor();
    await inStore(page, 'sessions', 'store.clear();');
    await page.getByRole('banner').getByRole('button').first().tap();
    await page.getByRole('button', { name: '知道了' }).tap();
    await eventually(() => page.getByRole('button', { name: '知道了' }).count(), 0);
    await page.unroute('**/v1/field/marks');
    await page.getByRole('button', { name: '再送一次' }).tap();
    await eventually(() => storedMarks(field, room), 1);
    await waiting(page, 0);
  });

  async function openPhone(sessionId: string) {
    const phone = await letIn(field, line);
    await openRoll(phone, line, { classId: '', sessionId, trainees: [] });
    return phone;
  }
});
