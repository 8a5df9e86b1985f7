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
  let at = 0;
  // A finger that only taps lifts soon by its own time: between two messages a busy machine may do other things for longer.
  const touch = (type: string, ...touchPoints: object[]) => {
    const timestamp = liesMs > 0 ? undefined : (at = at === 0 ? Date.now() / 1_000 : at + 0.01);
    return devtools.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp } as never);
  };
  const { x, y, height } = (await row(page, personId).boundingBox())!;
  const tip = { x: x + 80, y: y + height / 2, id: 1 };
  const other = more ? [{ x: tip.x, y: tip.y + 2 * height, id: 2 }] : [];
  await page.evaluate(
    `delete globalThis.touchedAt, addEventListener('pointerdown', ({ timeStamp }) => (globalThis.touchedAt = timeStamp), { once: true })`,
  );
  await touch('touchStart', tip);
  if (more) await touch('touchStart', tip, ...other);
  for (const by of moves) await touch('touchMove', { ...tip, y: tip.y + by });
  // By the page's own clock: on a busy machine it hears of the finger late.
  if (liesMs > 0) await eventually(() => page.evaluate(`performance.now() - globalThis.touchedAt > ${liesMs}`), true);
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

  it('marks once also where the browser clicks after it all the same, whatever lies under the finger by then', async () => {
    const room = await todaysClass(field, 3);
    const phone = await letIn(field, line, {
      prepare: () => {
        const { prototype } = (globalThis as unknown as { Event: { prototype: { type: string; preventDefault(): void } } }).Event;
        const prevent = prototype.preventDefault;
        prototype.preventDefault = function () {
          if (this.type !== 'touchend') prevent.call(this);
        };
      },
    });
    const { page } = phone;
    await openRoll(phone, line, room);
    line.cut();
    await page.evaluate(`globalThis.own = [];
      addEventListener('click', ({ isTrusted, defaultPrevented }) => isTrusted && own.push(defaultPrevented), { capture: true })`);
    const [first] = room.trainees as [string];
    await finger(page, first);
    await eventually(() => page.evaluate('own'), [true]);
    await stands(page, first, '到课');
    await waiting(page, 1);
    await page.getByRole('button', { name: '更多' }).tap();
    await page.getByRole('button', { name: '代为登记' }).tap();
    await page.getByText('请点这个人的名字').waitFor();
    await page.evaluate('own.length = 0');
    await finger(page, first);
    await page.getByRole('heading', { name: `代为登记 · 示例${first}` }).waitFor();
    await eventually(() => page.evaluate('own'), [true]);
    expect(phone.faults).toEqual([]);
  });

  it('is left to the browser where it moves the list, stays, or is one of two', async () => {
    const room = await todaysClass(field, 30);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    line.cut();
    const [moved, stayed, paired, tapped, beside] = room.trainees as [string, string, string, string, string];
    const scrolled = (): Promise<unknown> => page.evaluate(`document.querySelector('main').scrollTop > 0`);
    await page.evaluate(
      `globalThis.made = [], addEventListener('click', ({ isTrusted }) => isTrusted || made.push(isTrusted), { capture: true })`,
    );
    await finger(page, moved, { moves: [-20, -60, -120] });
    await eventually(scrolled, true);
    // It may still be rolling on.
    await page.evaluate(`new Promise((go) => {
      const list = document.querySelector('main');
      let still = 0;
      const look = () => {
        still = list.scrollTop === 0 ? still + 1 : 0;
        list.scrollTop = 0;
        if (still > 20) go();
        else requestAnimationFrame(look);
      };
      look();
    })`);
    await finger(page, paired, { more: true });
    // Browsers differ in whether a long press clicks, too.
    await finger(page, stayed, { liesMs: 700 });
    expect(await page.evaluate('made.length')).toBe(0);
    await finger(page, tapped);
    await stands(page, tapped, '到课');
    expect(await page.evaluate('made.length')).toBe(1);
    for (const personId of [moved, paired, beside]) await stands(page, personId, '未登记');
  });

  it('is heard of elsewhere also where the page is swiped away right after the tick: by the other tab, and by what notes how many wait', async () => {
    const room = await todaysClass(field, 2);
    const [first, second] = room.trainees as [string, string];
    const phone = await letIn(field, line, {
      prepare: () => {
        const all = globalThis as unknown as { isOver?: true } & Record<string, (...args: unknown[]) => unknown>;
        for (const name of ['setTimeout', 'requestAnimationFrame']) {
          const later = all[name]!;
          all[name] = (work, ...rest) => later((...given: unknown[]) => all.isOver ?? (work as typeof later)(...given), ...rest);
        }
      },
    });
    const { page } = phone;
    const markAndGo = async (personId: string): Promise<void> => {
      line.cut();
      await openRoll(phone, line, room);
      await page.getByRole('banner').getByText('离线', { exact: true }).waitFor();
      await page.evaluate('globalThis.isOver = true');
      await finger(page, personId);
      await stands(page, personId, '到课');
      line.mend();
      // Not a page of the field: that would look for itself at what is kept.
      await page.goto(`${line.origin}/here/`);
    };
    await markAndGo(first);
    expect(await page.evaluate(`JSON.parse(localStorage.getItem('sitang.field.kept')).own`)).toBe(1);
    line.cut();
    const other = await phone.context.newPage();
    await openRoll({ ...phone, page: other }, line, room);
    await markAndGo(second);
    await stands(other, second, '到课');
    await waiting(other, 2);
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
