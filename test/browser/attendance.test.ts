import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { SetGrants } from '#accounts';
import { addDays, today } from '#platform/clock';
import { systemContext } from '#platform/context';
import { attend, done, settled, startTraining, type Training } from '../factories/training.js';
import { addAccount, testPassword } from '../stories/support/county.js';
import { closeBrowser, visit } from './support/browser.js';
import { type Classroom, classroom, marked } from './support/classroom.js';
import { eventually } from './support/eventually.js';
import { focused, tabTo } from './support/keys.js';

/** Somebody at a desk marks who came. */
describe('attendance in a browser', () => {
  let training: Training;
  beforeAll(async () => {
    training = await startTraining();
  });
  afterAll(async () => {
    await closeBrowser();
    await training?.stop();
  });
  const visitAs = (account: string) => visit(training.product, { account, password: testPassword });
  const says = (page: Page, row: number, what: string): Promise<void> =>
    page.getByRole('grid').locator(`tr:nth-child(${row})`).getByRole('gridcell', { name: what, exact: true }).waitFor();

  it('is taken from the keyboard alone, from the sign-in on', async () => {
    const room = await classroom(training, { name: '键盘登记班', many: 6, dates: [addDays(today(), -1), today()] });
    const [before, now] = room.sessions as [string, string];
    const { page, faults } = await visit(training.product);
    await page.addInitScript(() => {
      // As over plain HTTP from another machine of the office.
      delete (globalThis as unknown as { Crypto: { prototype: { randomUUID?: unknown } } }).Crypto.prototype.randomUUID;
      const seen = globalThis as unknown as { pointed: number; addEventListener(what: string, how: () => void, always: boolean): void };
      seen.pointed = 0;
      for (const what of ['pointerdown', 'mousedown', 'touchstart']) seen.addEventListener(what, () => (seen.pointed += 1), true);
    });
    const { keyboard } = page;
    await page.goto('/');
    await focused(page.getByLabel('账号'));
    await keyboard.type('organiser');
    await keyboard.press('Tab');
    await keyboard.type(testPassword);
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: /^organiser/ }).waitFor();
    await keyboard.press('g');
    await keyboard.press('c');
    await page.getByRole('heading', { name: '培训班', level: 1 }).waitFor();
    await keyboard.press('/');
    // As an input method hands it over.
    await keyboard.insertText('键盘登记');
    await page.waitForURL(/q=/);
    await tabTo(page, page.getByRole('link', { name: room.name }));
    await keyboard.press('Enter');
    await tabTo(page, page.getByRole('link', { name: '考勤', exact: true }));
    await keyboard.press('Enter');
    await tabTo(page, page.getByRole('grid'));
    // The half-day of today is chosen; an arrow leads to the one before.
    for (const key of ['1', 'ArrowDown', '2', 'ArrowDown', '3', 'ArrowDown', '4', 'ArrowDown', '1', 'Control+z', 'ArrowLeft', '1'])
      await keyboard.press(key);
    await eventually(() => marked(training, room, now), ['present', 'late', 'leftEarly', 'onLeave', null, null]);
    await eventually(() => marked(training, room, before), [null, null, null, null, 'present', null]);
    await page.getByRole('status').getByText('已全部保存').waitFor();
    // What has arrived is undone as well.
    for (const key of ['Control+Home', 'ArrowRight', '5']) await keyboard.press(key);
    await eventually(async () => (await marked(training, room, now))[0], 'absent');
    await keyboard.press('Control+z');
    await eventually(async () => (await marked(training, room, now))[0], 'present');
    await says(page, 1, '到课');
    expect(await page.evaluate(() => (globalThis as unknown as { pointed: number }).pointed)).toBe(0);
    expect(faults).toEqual([]);
  });

  it('is undone whole where it was filled by mistake, says what could not be undone, and leaves every roll call as it was', async () => {
    const room = await classroom(training, { name: '填错的班', many: 6, dates: [today()] });
    const [sessionId] = room.sessions as [string];
    await attend(training, sessionId, [room.trainees[0]!], 'late');
    const { page, faults } = await visitAs('organiser');
    await page.goto(`/classes/${room.classId}/attendance`);
    await page.getByRole('button', { name: '都记缺课' }).click();
    await eventually(() => marked(training, room, sessionId), ['late', 'absent', 'absent', 'absent', 'absent', 'absent']);
    await page.getByText('已全部保存').waitFor();
    let refused = 0;
    await page.route('**/decide', (route) =>
      refused++ < 2
        ? route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"code":"unavailable","status":503}' })
        : route.continue(),
    );
    const undo = page.getByRole('button', { name: '撤销', exact: true });
    await undo.click();
    await page.getByText(/^2 条没有撤销\(示例\d+、示例\d+\)/).waitFor();
    expect((await marked(training, room, sessionId)).filter((one) => one === 'absent')).toHaveLength(2);
    await undo.click();
    await page.getByText('已撤销 2 条').waitFor();
    expect(await marked(training, room, sessionId)).toEqual(['late', null, null, null, null, null]);
    await says(page, 6, '未登记');
    await undo.waitFor({ state: 'hidden' });

    // The second roll call is undone, and the half-day is again what the first gave it.
    await page.getByRole('grid').focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog');
    await sheet.locator('form').getByText('早退').click();
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await sheet.getByRole('combobox', { name: '点名' }).press(key);
    await sheet.getByRole('button', { name: '登记', exact: true }).click();
    const standing = async () => {
      const grid = await training.product.call(`/v1/classes/${room.classId}/grid`, { token: training.organiser });
      return grid.json.people[0].cells[sessionId].map(({ slot, status }: { slot: number; status: string }) => [slot, status]);
    };
    await eventually(standing, [
      [1, 'late'],
      [2, 'leftEarly'],
    ]);
    await page.getByText('已全部保存').waitFor();
    await undo.click();
    await eventually(standing, [[1, 'late']]);
    expect(faults).toEqual([]);
  });

  it('keeps what was typed beside a mark, or of a stranger, whatever Esc says', async () => {
    const room = await classroom(training, { name: '写了一半的班', many: 1, dates: [today()] });
    const { page, faults } = await visitAs('organiser');
    await page.goto(`/classes/${room.classId}/attendance`);
    const grid = page.getByRole('grid');
    await grid.focus();
    const sheet = page.getByRole('dialog');
    await page.keyboard.press('Enter');
    await sheet.waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    // The grid has the keys again a moment after the sheet has gone.
    await focused(grid);
    await page.keyboard.press('Enter');
    await sheet.getByLabel('备注').fill('未存');
    for (const key of ['Escape', 'Escape']) await page.keyboard.press(key);
    await sheet.getByRole('button', { name: '关闭' }).click();
    await sheet.getByText('已填的内容还没有保存。').waitFor();
    expect(await sheet.getByLabel('备注').inputValue()).toBe('未存');
    await sheet.getByRole('button', { name: '放弃' }).click();
    await sheet.waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: /^录纸质签到/ }).click();
    const name = page.getByLabel('姓名', { exact: true });
    const line = page.getByPlaceholder('回车=到课');
    await line.press('+');
    await name.fill('过路人');
    await name.press('Escape');
    expect(await name.inputValue()).toBe('过路人');
    await name.fill('');
    await name.press('Escape');
    await focused(line);
    expect(faults).toEqual([]);
  });

  it('has its buttons in view beside or below the grid, and tells its keys to whoever asks', async () => {
    const room = await classroom(training, { name: '长名单班', many: 60, dates: [today()] });
    const { page, faults } = await visitAs('organiser');
    await page.goto(`/classes/${room.classId}/attendance`);
    const present = page.getByRole('button', { name: '到课 1' });
    const box = (await present.boundingBox())!;
    expect(box.y + box.height).toBeLessThan(900);
    await page.getByRole('grid').focus();
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: '键盘' });
    await keys.getByText('打字即找人').waitFor();
    await page.keyboard.press('Escape');
    // Another page has no such keys.
    await page.goto('/classes');
    await page.getByRole('heading', { name: '培训班', level: 1 }).waitFor();
    await page.keyboard.press('?');
    await keys.getByText('显示这张表').waitFor();
    expect(await keys.getByText('打字即找人').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('is entered from a signed sheet of forty with at most two keys a person', async () => {
    const room = await classroom(training, { name: '纸质签到班', many: 40, dates: [today()] });
    const [sessionId] = room.sessions as [string];
    const month = `from=${today().slice(0, 7)}&to=${today().slice(0, 7)}`;
    const before = (await settled(training, month)).total;
    const { page, faults } = await visitAs('organiser');
    await page.goto(`/classes/${room.classId}?tab=attendance`);
    let keys = 0;
    const press = async (...pressed: string[]): Promise<void> => {
      for (const key of pressed) {
        keys += 1;
        await page.keyboard.press(key);
      }
    };
    /** A word through an input method: as many keys as its pinyin, and one to take it. */
    const word = async (text: string, pinyin: string): Promise<void> => {
      keys += pinyin.length + 1;
      await page.keyboard.insertText(text);
    };
    await page.getByRole('button', { name: /^录纸质签到/ }).press('Enter');
    const line = page.getByPlaceholder('回车=到课');
    await focused(line);
    const times = (many: number): string[] => Array.from({ length: many }, () => 'Enter');
    await press(...times(5), '2', ...times(10), '5', ...times(22));
    // One line was read wrongly: back to number 20, who left early, and on where the sheet had been left.
    await press('0', '2', '0', 'Enter', '3', '0', '4', '0', 'Enter', 'Enter');
    await press('+');
    await word('过路人', 'guoluren');
    await press('Tab');
    await word('豆家堡', 'doujiabu');
    await press('Enter');
    await focused(line);
    await press('Enter');
    await focused(page.getByRole('spinbutton', { name: '现场人数' }));
    await press('Control+a', '4', '6', 'Enter');
    await page.getByText('现场 46 人,已计入。').waitFor();
    expect(keys).toBeLessThanOrEqual(80);

    const expected = Array.from({ length: 40 }, (_, i) => (i === 5 ? 'late' : i === 16 ? 'absent' : i === 19 ? 'leftEarly' : 'present'));
    await eventually(() => marked(training, room, sessionId), expected);
    // Who is on no roster is sent with the next, and waits for somebody: the page is not left before.
    const unmatched = `/v1/marks?session=${sessionId}&needs=match&limit=10`;
    await eventually(async () => done(await training.product.call(unmatched, { token: training.organiser })).json.items.length, 1);
    await page.goto(`/classes/${room.classId}?session=${sessionId}`);
    const sheet = page.getByRole('dialog', { name: '示例课' });
    await sheet.locator('dt:text-is("实名") + dd').getByText('39', { exact: true }).waitFor();
    expect(await sheet.locator('dt:text-is("现场人数") + dd').textContent()).toBe('46 已核实');
    const after = (await settled(training, month)).total;
    const grown = (measure: (total: typeof after) => number): number => measure(after) - measure(before);
    expect(grown(({ personTimes }) => personTimes.registered)).toBe(39);
    expect(grown(({ personTimes }) => personTimes.declared)).toBe(7);
    expect(grown(({ unidentified }) => unidentified)).toBe(1);
    expect(faults).toEqual([]);
  });

  describe('on a network that fails', () => {
    let room: Classroom;
    let sessionId: string;
    beforeAll(async () => {
      room = await classroom(training, { name: '断网班', many: 12, dates: [today()], host: training.county.hengqu });
      [sessionId] = room.sessions as [string];
    });
    /** How many marks the database holds of these rows of the grid, each. */
    const stored = async (...rows: number[]): Promise<number[]> => {
      const sql = 'SELECT COUNT(*) AS many FROM marks WHERE session_id = ? AND person_id = ?';
      const count = async (row: number) => Number((await training.product.db.query(sql, [sessionId, room.trainees[row - 1]]))[0].many);
      return Promise.all(rows.map(count));
    };
    async function atTheGrid(account = 'organiser') {
      const seen = await visitAs(account);
      await seen.page.goto(`/classes/${room.classId}/attendance`);
      await seen.page.getByRole('grid').focus();
      return seen;
    }
    /** Marks the person of this row of the body, the first is 1. */
    const mark = async (page: Page, row: number, key: string): Promise<void> => {
      await page.keyboard.press('Control+Home');
      for (let step = 1; step < row; step++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press(key);
    };

    it('keeps what is marked offline, says so, warns who leaves, and sends it once', async () => {
      const { page, context, faults } = await atTheGrid();
      await context.setOffline(true);
      await mark(page, 1, '1');
      await mark(page, 2, '2');
      await says(page, 1, '到课 · 正在保存');
      await page.getByText(/^2 条还没存上.*没有连上服务器/).waitFor();
      await says(page, 2, '迟到 · 正在保存');
      await page.getByRole('link', { name: '培训班', exact: true }).first().click();
      await page.getByRole('dialog', { name: '还有 2 条没有存上' }).waitFor();
      await page.getByRole('button', { name: '留下' }).click();
      expect(page.url()).toMatch(/attendance$/);
      const warning = page.waitForEvent('dialog');
      await page.close({ runBeforeUnload: true });
      const asked = await warning;
      expect(asked.type()).toBe('beforeunload');
      await asked.dismiss();
      expect(await stored(1, 2)).toEqual([0, 0]);
      await context.setOffline(false);
      await says(page, 1, '到课');
      await says(page, 2, '迟到');
      await page.getByText('已全部保存').waitFor();
      expect(await stored(1, 2)).toEqual([1, 1]);
      expect(faults).toEqual([]);
    });

    it('loses nothing and says nothing twice while every third answer is 503, over a reload too', async () => {
      const { page, faults } = await atTheGrid();
      let asked = 0;
      const busy = { status: 503, contentType: 'application/problem+json', body: '{"code":"unavailable","status":503}' };
      const answers: number[] = [];
      await page.route('**/v1/marks', async (route) => {
        answers.push(asked % 3 === 0 ? 503 : 200);
        return asked++ % 3 === 0 ? route.fulfill(busy) : route.continue();
      });
      for (const [row, key, said] of [
        [3, '1', '到课'],
        [4, '3', '早退'],
        [5, '4', '请假'],
        [6, '5', '缺课'],
      ] as const) {
        await mark(page, row, key);
        await says(page, row, said);
      }
      expect(answers.filter((one) => one === 503).length).toBeGreaterThan(1);
      await page.unroute('**/v1/marks');
      await page.route('**/v1/marks', (route) => route.fulfill(busy));
      await mark(page, 7, '1');
      await page.getByText(/^1 条还没存上/).waitFor();
      page.once('dialog', (dialog) => void dialog.accept());
      await page.reload();
      await says(page, 7, '到课 · 正在保存');
      await page.unroute('**/v1/marks');
      await says(page, 7, '到课');
      expect((await marked(training, room, sessionId)).slice(2, 7)).toEqual(['present', 'leftEarly', 'onLeave', 'absent', 'present']);
      expect(await stored(3, 4, 5, 6, 7)).toEqual([1, 1, 1, 1, 1]);
      expect(faults).toEqual([]);
    });

    it('sends again what was committed though its answer was lost, and it stands there once', async () => {
      const { page, faults } = await atTheGrid();
      let lost: number[] | undefined;
      await page.route('**/v1/marks', async (route) => {
        if (lost) return route.continue();
        await route.fetch();
        lost = await stored(8);
        return route.abort('connectionreset');
      });
      await mark(page, 8, '2');
      await says(page, 8, '迟到 · 正在保存');
      await page.getByText(/^1 条还没存上/).waitFor();
      await says(page, 8, '迟到');
      expect([lost, await stored(8), (await marked(training, room, sessionId))[7]]).toEqual([[1], [1], 'late']);
      expect(faults).toEqual([]);
    });

    it('says of a mark that it was refused when the right to mark has gone, and shows what stands instead', async () => {
      const userId = await addAccount(training.product, 'helper', 'townOrganiser', training.county.hengqu);
      await attend(training, sessionId, [room.trainees[8]!]);
      const { page } = await atTheGrid('helper');
      await says(page, 9, '到课');
      await training.product
        .get(SetGrants)
        .run(systemContext('cli'), { scope: { paths: ['/'] }, userId, version: 1, grants: [], markers: [] });
      await mark(page, 9, '5');
      await says(page, 9, '到课 · 没有存上');
      await page
        .getByRole('alert')
        .getByText(/^1 条没有存上\(示例\d+\)/)
        .waitFor();
      await page.getByRole('button', { name: '知道了' }).click();
      await says(page, 9, '到课');
      expect([await stored(9), (await marked(training, room, sessionId))[8]]).toEqual([[1], 'present']);
    });
  });
});
