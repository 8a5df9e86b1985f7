import { describe, expect, it } from '@jest/globals';
import { type Field, todaysClass } from '../factories/field.js';
import { invited } from '../factories/phones.js';
import { done } from '../factories/training.js';
import { bring } from '../factories/unsent-files.js';
import { addAccount, testPassword } from '../stories/support/county.js';
import { seriousFaults } from './support/axe.js';
import { visit } from './support/browser.js';
import { eventually } from './support/eventually.js';
import { inTheField } from './support/in-the-field.js';
import { type Line } from './support/line.js';
import {
  type Class,
  exported,
  holderOf,
  inStore,
  letIn,
  openRecords,
  openRoll,
  type Phone,
  row,
  stands,
  startPhone,
  storedMarks,
  waiting,
} from './support/phone.js';

/** Class heads, who are no instructors, stand in the field with phones of their own, or share one. */
describe('a class head in the field', () => {
  let field: Field;
  let line: Line;
  inTheField((made) => {
    ({ field, line } = made);
  });
  const db = () => field.training.product.db;
  /** A head, and a class of today that they alone mark. */
  const headed = async (name: string, many: number): Promise<Class & { userId: string }> => {
    const userId = String(await addAccount(field.training.product, name, 'classHead', field.training.county.county));
    return { userId, ...(await todaysClass(field, many, { ofClass: { headUserId: userId }, ofSession: { instructorIds: [] } })) };
  };
  const codeFor = ({ userId }: { userId: string }): Promise<string> =>
    invited(field.training.product, field.training.organiser, { userId });
  const open = async ({ page }: Phone, code: string): Promise<void> => void (await page.goto(`${line.origin}/field/#${code}`));
  const enter = async (code: string): Promise<Phone> => {
    const phone = await startPhone();
    await open(phone, code);
    await phone.page.getByText('可离线使用').waitFor();
    return phone;
  };
  const goesOnline = (phone: Phone): Promise<unknown> => phone.page.evaluate(`window.dispatchEvent(new Event('online'))`);
  /** The first of the room is there, and the county knows. */
  const marksOne = async (phone: Phone, room: Class): Promise<void> => {
    await openRoll(phone, line, room);
    await row(phone.page, room.trainees[0]!).tap();
    await stands(phone.page, room.trainees[0]!, '到课');
    await eventually(() => storedMarks(field, room), 1);
  };
  const marksBy = ({ sessionId }: Class): Promise<unknown> =>
    db().query('SELECT u.name, COUNT(*) AS n FROM marks m JOIN users u ON u.id = m.user_id WHERE m.session_id = ? GROUP BY u.name', [
      sessionId,
    ]);
  const bundleOf = (name: string, to: string): Promise<unknown> =>
    db().query('UPDATE user_grants g JOIN users u ON u.id = g.user_id SET g.bundle = ? WHERE u.account = ?', [to, name]);
  /** Whoever is named may hand over nothing any more, for all that the phone knows, until they may again. */
  const whileShutOut = async (name: string, what: () => Promise<void>): Promise<void> => {
    await bundleOf(name, 'reporter');
    await what();
    await bundleOf(name, 'classHead');
  };
  const verdictsOf = async (file: string): Promise<string[]> => {
    const { product, organiser } = field.training;
    return done(await bring(product, organiser, file)).json.records.map(({ verdict }: { verdict: string }) => verdict);
  };

  it('is shown a code beside their name on the page of the class, marks without a signal, and it arrives under their name', async () => {
    const room = await headed('王班主任', 2);
    const unheaded = await todaysClass(field, 1);
    const { page: desk, faults } = await visit(field.training.product, { account: 'organiser', password: testPassword });
    await desk.goto(`/classes/${unheaded.classId}`);
    await desk.getByText('班主任', { exact: true }).waitFor();
    expect(await desk.getByRole('link', { name: '手机登记' }).count()).toBe(0);
    await desk.goto(`/classes/${unheaded.classId}/phone`);
    await desk.getByText('这个班还没有班主任').waitFor();
    await desk.goto(`/classes/${room.classId}`);
    await desk.getByRole('link', { name: '手机登记' }).click();
    await desk.getByRole('heading', { name: '王班主任的手机登记' }).waitFor();
    await eventually(() => seriousFaults(desk), []);
    await desk.getByRole('button', { name: '出示二维码' }).click();
    const paper = desk.getByRole('article', { name: '扫码登记手机' });
    await paper.getByText('王班主任', { exact: true }).waitFor();
    const code = (await paper.getByRole('link').textContent())!.split('#')[1]!;

    const phone = await enter(code);
    await openRoll(phone, line, room);
    line.cut();
    await phone.page.getByRole('button', { name: '全部到课' }).tap();
    await waiting(phone.page, 2);
    expect(await storedMarks(field, room)).toBe(0);
    line.mend();
    await goesOnline(phone);
    await waiting(phone.page, 0);
    expect(await marksBy(room)).toEqual([{ name: '王班主任', n: 2 }]);
    expect([...phone.faults, ...faults]).toEqual([]);
  });

  it('takes the phone over from an instructor once that one’s marks have left; each marks under their own name', async () => {
    const [first, second] = [await todaysClass(field, 2), await headed('接手的班主任', 3)];
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, first);
    line.turnAwayMarks();
    await page.getByRole('button', { name: '全部到课' }).tap();
    await waiting(page, 2);
    await open(phone, await codeFor(second));
    await page.getByText('先把现在这位的 2 条待发发完').waitFor();
    line.mend();
    await goesOnline(phone);
    await eventually(() => holderOf(page), '接手的班主任');
    await marksOne(phone, second);
    await waiting(page, 0);
    expect([await marksBy(first), await marksBy(second)]).toEqual([[{ name: '示例讲师', n: 2 }], [{ name: '接手的班主任', n: 1 }]]);
  });

  it('who is shut out leaves the phone to another head, who neither hands over nor shows what was theirs; it can be exported, and leaves with them', async () => {
    const [first, second] = [await headed('甲班主任', 2), await headed('乙班主任', 1)];
    const phone = await enter(await codeFor(first));
    const { page } = phone;
    await openRoll(phone, line, first);
    line.cut();
    await page.getByRole('button', { name: '全部到课' }).tap();
    await waiting(page, 2);
    const [again, next] = [await codeFor(first), await codeFor(second)];
    await whileShutOut('甲班主任', async () => {
      line.mend();
      await open(phone, next);
      await eventually(() => holderOf(page), '乙班主任');
    });
    await marksOne(phone, second);
    // The chip still counts what another one left.
    await waiting(page, 2);
    expect([await marksBy(first), await marksBy(second)]).toEqual([[], [{ name: '乙班主任', n: 1 }]]);
    await openRecords(page);
    expect(await verdictsOf(await exported(page))).toEqual(['accepted', 'accepted']);
    await open(phone, again);
    await eventually(() => holderOf(page), '甲班主任');
    await waiting(page, 0);
    expect(await marksBy(first)).toEqual([{ name: '甲班主任', n: 2 }]);
  });

  it('comes to a phone of before, which called whoever is no instructor nothing: what waits there stays its holder’s', async () => {
    const [first, second] = [await headed('旧版班主任', 2), await headed('新来班主任', 1)];
    const phone = await enter(await codeFor(first));
    const { page } = phone;
    await openRoll(phone, line, first);
    line.cut();
    await page.getByRole('button', { name: '全部到课' }).tap();
    await waiting(page, 2);
    await inStore(
      page,
      'keepsakes',
      `store.get('holder').onsuccess = ({ target }) => store.put({ ...target.result, instructorId: '' }, 'holder');`,
    );
    await inStore(
      page,
      'records',
      `store.openCursor().onsuccess = ({ target: { result } }) => {
        if (!result) return;
        result.update({ ...result.value, by: '' });
        result.continue();
      };`,
    );
    await page.reload();
    await waiting(page, 2);
    const next = await codeFor(second);
    await whileShutOut('旧版班主任', async () => {
      line.mend();
      await open(phone, next);
      await eventually(() => holderOf(page), '新来班主任');
    });
    await marksOne(phone, second);
    await waiting(page, 2);
    expect([await marksBy(first), await marksBy(second)]).toEqual([[], [{ name: '新来班主任', n: 1 }]]);
    await openRecords(page);
    await page.getByText('有 2 条是旧版本里登记的').waitFor();
    expect(await page.getByText('要用那位的登记码再进来才会发出').count()).toBe(0);
    expect(await verdictsOf(await exported(page))).toEqual(['accepted', 'accepted']);
    expect(await marksBy(first)).toEqual([{ name: '旧版班主任', n: 2 }]);
  });
});
