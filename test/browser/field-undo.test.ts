import { describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { type Field, todaysClass } from '../factories/field.js';
import { done } from '../factories/training.js';
import { inTheField } from './support/in-the-field.js';
import { type Line } from './support/line.js';
import { type Class, letIn, openRoll, row, stands, storedMarks, waiting } from './support/phone.js';

/** A step is taken back after its mark has left the phone. */
describe('undoing what has left', () => {
  let field: Field;
  let line: Line;
  inTheField((made) => ({ field, line } = made));

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const lookForNews = (page: Page): Promise<unknown> => page.evaluate(`window.dispatchEvent(new Event('online'))`);
  const inForce = async ({ sessionId }: Class): Promise<{ live: boolean }[]> => {
    const { product, organiser } = field.training;
    const { items } = done(await product.call(`/v1/marks?session=${sessionId}&limit=200`, { token: organiser })).json;
    return items.filter(({ live }: { live: boolean }) => live);
  };

  it('puts nothing over what somebody else has said since, and says nothing that another phone said before', async () => {
    const room = await todaysClass(field, 1);
    const [personId] = room.trainees as [string];
    const one = await letIn(field, line);
    await openRoll(one, line, room);
    for (const status of ['到课', '迟到']) {
      await row(one.page, personId).tap();
      await stands(one.page, personId, status);
      await lookForNews(one.page);
      await waiting(one.page, 0);
    }
    const two = await letIn(field, line);
    await openRoll(two, line, room);
    await stands(two.page, personId, '迟到');
    await row(two.page, personId).tap();
    await stands(two.page, personId, '缺课');
    await lookForNews(two.page);
    await waiting(two.page, 0);
    await lookForNews(one.page);
    await stands(one.page, personId, '缺课');
    for (const { page } of [one, two]) {
      await button(page, '撤销').tap();
      await page.getByText('已经发出,不能改回').waitFor();
      await stands(page, personId, '缺课');
      await waiting(page, 0);
    }
    expect(await inForce(room)).toMatchObject([{ status: 'absent' }]);
    expect(await storedMarks(field, room)).toBe(3);
    expect([...one.faults, ...two.faults]).toEqual([]);
  });

  it('says again what was assisted with its reason and its witness', async () => {
    const room = await todaysClass(field, 1);
    const [personId] = room.trainees as [string];
    const { page, ...phone } = await letIn(field, line);
    await openRoll({ page, ...phone }, line, room);
    await button(page, '更多').tap();
    await button(page, '代为登记').tap();
    await row(page, personId).tap();
    await button(page, '本人不便书写').tap();
    await page.getByRole('textbox', { name: '见证人' }).fill('村支书王某');
    await button(page, '记下').tap();
    await stands(page, personId, '到课');
    await lookForNews(page);
    await waiting(page, 0);
    await row(page, personId).tap();
    await stands(page, personId, '迟到');
    await lookForNews(page);
    await waiting(page, 0);
    await button(page, '撤销').tap();
    await page.getByText('已改回原来的登记').waitFor();
    await stands(page, personId, '到课');
    await lookForNews(page);
    await waiting(page, 0);
    expect(await inForce(room)).toMatchObject([
      { status: 'present', method: 'assisted', reason: '本人不便书写', witness: '村支书王某', viewingPointId: null },
    ]);
    expect(phone.faults).toEqual([]);
  });
});
