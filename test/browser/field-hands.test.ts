import { describe, expect, it } from '@jest/globals';
import { type Field, todaysClass } from '../factories/field.js';
import { done } from '../factories/training.js';
import { bring } from '../factories/unsent-files.js';
import { marked } from './support/classroom.js';
import { eventually } from './support/eventually.js';
import { inTheField } from './support/in-the-field.js';
import { type Line } from './support/line.js';
import {
  type Class,
  countIn,
  exported,
  holderOf,
  invite,
  letIn,
  openRecords,
  openRoll,
  row,
  stands,
  storedMarks,
  waiting,
} from './support/phone.js';

/** Two instructors share a phone. */
describe('a phone that changes hands', () => {
  let field: Field;
  /** The same county, as the other instructor sees it. */
  let other: Field;
  let line: Line;
  inTheField(async (made) => {
    ({ field, line } = made);
    const { product, county, organiser } = field.training;
    const body = { name: '示例接手', unitId: String(county.county), engagement: 'partTime' };
    other = { ...field, instructorId: done(await product.call('/v1/instructors', { token: organiser, body })).json.id };
  });
  const grid = (room: Class) => marked(field.training, { ...room, name: '', sessions: [] }, room.sessionId);
  const marksBy = async (room: Class): Promise<unknown> =>
    field.training.product.db.query(
      'SELECT u.name, COUNT(*) AS n FROM marks m JOIN users u ON u.id = m.user_id WHERE m.session_id = ? GROUP BY u.name ORDER BY u.name',
      [room.sessionId],
    );

  it('with nothing waiting it is the other’s at once: the rosters of the one before are gone, those of the other are there', async () => {
    const [first, second] = [await todaysClass(field, 2), await todaysClass(other, 3)];
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, first);
    await row(page, first.trainees[0]!).tap();
    await stands(page, first.trainees[0]!, '到课');
    await waiting(page, 0);
    await page.goto(`${line.origin}/field/#${await invite(other)}`);
    await eventually(() => holderOf(page), '示例接手');
    await openRoll(phone, line, second);
    await page.getByRole('button', { name: '全部到课' }).tap();
    await page.getByRole('button', { name: '都已登记' }).waitFor();
    await waiting(page, 0);
    expect(await grid(second)).toEqual(['present', 'present', 'present']);
    await page.goto(`${line.origin}/field/sessions/${first.sessionId}`);
    await page.getByRole('heading', { name: '现场登记' }).waitFor();
    expect(await page.getByText(`示例${first.trainees[0]}`).count()).toBe(0);
    expect(await marksBy(second)).toEqual([{ name: '示例接手', n: 3 }]);
    expect(phone.faults).toEqual([]);
  });

  it('only once the marks of the one before have left, by itself', async () => {
    const room = await todaysClass(field, 2);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    line.turnAwayMarks();
    await page.getByRole('button', { name: '全部到课' }).tap();
    await waiting(page, 2);
    await page.goto(`${line.origin}/field/#${await invite(other)}`);
    await page.getByText('先把现在这位的 2 条待发发完').waitFor();
    await page.reload();
    await page.getByText('先把现在这位的 2 条待发发完').waitFor();
    expect(await holderOf(page)).toBe('示例讲师');
    line.mend();
    await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await eventually(() => holderOf(page), '示例接手');
    expect(await storedMarks(field, room)).toBe(2);
    expect(await page.getByText('别人用这部手机').count()).toBe(0);
  });

  it('and back, with the network dropping at every step: each one’s marks come under their own name, once', async () => {
    const [first, second] = [await todaysClass(field, 4), await todaysClass(other, 3)];
    let phone = await letIn(field, line);
    await openRoll(phone, line, first);
    line.cut();
    await phone.page.getByRole('button', { name: '全部到课' }).tap();
    await waiting(phone.page, 4);
    // The code is opened without a network, and the battery dies.
    await phone.page.goto(`${line.origin}/field/#${await invite(other)}`);
    await phone.page.getByText('先把现在这位的 4 条待发发完').waitFor();
    await phone.die();
    phone = await phone.wake();
    // Every answer to a packet is lost, and the first answer to the code as well.
    line.loseAnswers(1);
    let lost = 0;
    await phone.page.route('**/v1/field/enrollments', async (route) => {
      if (lost++ > 0) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await phone.page.goto(`${line.origin}/field/`);
    line.mend();
    line.loseAnswers(0.5);
    await eventually(() => holderOf(phone.page), '示例接手');
    expect(lost).toBeGreaterThan(1);
    await openRoll(phone, line, second);
    line.cut();
    await row(phone.page, second.trainees[0]!).tap();
    await stands(phone.page, second.trainees[0]!, '到课');
    await phone.page.goto(`${line.origin}/field/#${await invite(field)}`);
    await phone.page.getByText('先把现在这位的 1 条待发发完').waitFor();
    line.mend();
    await phone.page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await eventually(() => holderOf(phone.page), '示例讲师');
    await openRoll(phone, line, first);
    await waiting(phone.page, 0);
    expect(await grid(first)).toEqual(['present', 'present', 'present', 'present']);
    expect(await marksBy(first)).toEqual([{ name: '示例讲师', n: 4 }]);
    expect(await marksBy(second)).toEqual([{ name: '示例接手', n: 1 }]);
  });

  it('a holder who is refused for ever does not keep the other out; what is theirs stays, can be exported, and leaves when they come again', async () => {
    const { product, organiser } = field.training;
    const { db } = product;
    const room = await todaysClass(field, 3);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    line.cut();
    await page.getByRole('button', { name: '全部到课' }).tap();
    await waiting(page, 3);
    const bundle = (to: string) =>
      db.query("UPDATE user_grants g JOIN users u ON u.id = g.user_id SET g.bundle = ? WHERE u.account = 'instructor'", [to]);
    const code = await invite(field);
    await bundle('reporter');
    line.mend();
    await page.goto(`${line.origin}/field/#${await invite(other)}`);
    await eventually(() => holderOf(page), '示例接手');
    expect(await countIn(page, 'records')).toBe(3);
    expect(await storedMarks(field, room)).toBe(0);
    await bundle('instructor');
    // Whoever has the phone now brings it to the console: it is under the name of who marked.
    await page.getByText('可离线使用').waitFor();
    await openRecords(page);
    const file = await exported(page);
    const verdicts = (done(await bring(product, organiser, file)).json.records as { verdict: string }[]).map(({ verdict }) => verdict);
    expect(verdicts).toEqual(['accepted', 'accepted', 'accepted']);
    expect(await marksBy(room)).toEqual([{ name: '示例讲师', n: 3 }]);
    await page.goto(`${line.origin}/field/#${code}`);
    await eventually(() => holderOf(page), '示例讲师');
    await page.getByRole('banner').getByText('0 条待发', { exact: true }).waitFor();
    expect(await marksBy(room)).toEqual([{ name: '示例讲师', n: 3 }]);
  });

  it('of tabs without turns a pack that was asked for before another’s answer hides no mark', async () => {
    const room = await todaysClass(field, 2);
    const phone = await letIn(field, line, {
      prepare: () => {
        const all = globalThis as unknown as { Navigator: { prototype: object }; held?: Promise<void>; isHeld?: boolean; packs: number };
        Reflect.deleteProperty(all.Navigator.prototype, 'locks');
        const { fetch } = globalThis;
        all.packs = 0;
        globalThis.fetch = async (...args) => {
          const answer = await fetch(...args);
          if (args[0] !== '/v1/field/pack') return answer;
          if (all.held) {
            all.isHeld = true;
            await all.held;
          } else all.packs += 1;
          return answer;
        };
      },
    });
    const [page, two] = [phone.page, await phone.context.newPage()];
    await openRoll(phone, line, room);
    await openRoll({ ...phone, page: two }, line, room);
    // What each asks for when it opens is no part of this.
    for (const tab of [page, two]) await eventually(() => tab.evaluate('globalThis.packs > 0'), true);
    // The one tab has its pack on the way while the other marks and is answered.
    await page.evaluate('void (globalThis.held = new Promise((go) => (globalThis.letGo = go)))');
    await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await eventually(() => page.evaluate('globalThis.isHeld === true'), true);
    await two.evaluate('void (globalThis.held = new Promise((go) => (globalThis.letGo = go)))');
    await row(two, room.trainees[0]!).tap();
    await stands(two, room.trainees[0]!, '到课');
    await eventually(() => storedMarks(field, room), 1);
    await eventually(() => two.evaluate('globalThis.isHeld === true'), true);
    await page.evaluate('letGo()');
    for (const tab of [page, two]) await stands(tab, room.trainees[0]!, '到课');
    await openRoll(phone, line, room);
    await stands(page, room.trainees[0]!, '到课');
    await two.evaluate('letGo()');
    for (const tab of [page, two]) await stands(tab, room.trainees[0]!, '到课');
    expect(await grid(room)).toEqual(['present', null]);
  });
});
