import { describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { type Field, todaysClass } from '../factories/field.js';
import { eventually } from './support/eventually.js';
import { inTheField } from './support/in-the-field.js';
import { type Line } from './support/line.js';
import { letIn, openRoll, row, stands, waiting } from './support/phone.js';

/** A finger on the glass: `moves` it comes to, one after the other, then it lifts. */
async function finger(page: Page, personId: string, { moves = [] as number[], liesMs = 0, more = false } = {}): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const touch = (type: string, ...touchPoints: object[]) => devtools.send('Input.dispatchTouchEvent', { type, touchPoints } as never);
  const { x, y, height } = (await row(page, personId).boundingBox())!;
  const at = { x: x + 80, y: y + height / 2, id: 1 };
  const other = more ? [{ x: at.x, y: at.y + 2 * height, id: 2 }] : [];
  await touch('touchStart', at);
  if (more) await touch('touchStart', at, ...other);
  for (const by of moves) await touch('touchMove', { ...at, y: at.y + by });
  // The time that it lies there is what this is about.
  if (liesMs > 0) await page.waitForTimeout(liesMs);
  if (more) await touch('touchEnd', ...other);
  await touch('touchEnd');
  await devtools.detach();
}

describe('a finger on the roll', () => {
  let field: Field;
  let line: Line;
  inTheField((made) => ({ field, line } = made));

  it('marks once, as it lifts: no mouse is made up after it, and nothing is drawn as pressed', async () => {
    const room = await todaysClass(field, 3);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    line.cut();
    await page.evaluate(`globalThis.heard = [];
      for (const type of ['touchend', 'mousedown', 'mouseup', 'click']) addEventListener(type, ({ type }) => heard.push(type), { capture: true })`);
    await finger(page, room.trainees[0]!);
    await stands(page, room.trainees[0]!, '到课');
    await finger(page, room.trainees[0]!);
    await stands(page, room.trainees[0]!, '迟到');
    await waiting(page, 2);
    expect(await page.evaluate('heard')).toEqual(['click', 'touchend', 'click', 'touchend']);
    expect(phone.faults).toEqual([]);
  });

  it('marks nobody where it moves the list, stays, or is one of two', async () => {
    const room = await todaysClass(field, 30);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    line.cut();
    const [first, second, third] = room.trainees as [string, string, string];
    const scrolled = (): Promise<unknown> => page.evaluate(`document.querySelector('main').scrollTop > 0`);
    await finger(page, third, { moves: [-20, -60, -120] });
    await eventually(scrolled, true);
    // It may still be rolling on.
    await eventually(() => page.evaluate(`(document.querySelector('main').scrollTop = 0), document.querySelector('main').scrollTop`), 0);
    await finger(page, first, { liesMs: 700 });
    await finger(page, first, { more: true });
    await row(page, second).tap();
    await stands(page, second, '到课');
    await waiting(page, 1);
    for (const personId of [first, third]) await stands(page, personId, '未登记');
  });

  it('takes the keyboard away where a name was being typed, and marks', async () => {
    const room = await todaysClass(field, 3);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    line.cut();
    await page.getByRole('searchbox').tap();
    await page.keyboard.type(`示例${room.trainees[0]}`);
    await finger(page, room.trainees[0]!);
    await stands(page, room.trainees[0]!, '到课');
    expect(await page.evaluate('document.activeElement.tagName')).not.toBe('INPUT');
    await waiting(page, 1);
  });
});
