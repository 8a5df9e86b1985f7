import { describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { type Field, todaysClass } from '../factories/field.js';
import { bring } from '../factories/unsent-files.js';
import { seriousFaults } from './support/axe.js';
import { eventually } from './support/eventually.js';
import { sticksOut } from './support/forms.js';
import { inTheField } from './support/in-the-field.js';
import { type Line } from './support/line.js';
import {
  countIn,
  exported,
  holderOf,
  inStore,
  invite,
  letIn,
  openRoll,
  row,
  stands,
  startPhone,
  storedMarks,
  waiting,
} from './support/phone.js';

const webKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const safari = `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${webKit} Version/17.5 Mobile/15E148 Safari/604.1`;
const chrome = 'Mozilla/5.0 (Linux; Android 13; 2201117TG) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36';
const weChat = {
  安卓: `${chrome} XWEB/1160117 MMWEBSDK/20240404 MicroMessenger/8.0.49.2600(0x28003156) WeChat/arm64`,
  iPhone: `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${webKit} Mobile/15E148 MicroMessenger/8.0.49(0x18003133)`,
};

/** How a phone gets in, is shut and opened, and leaves. */
describe('coming and going', () => {
  let field: Field;
  let line: Line;
  inTheField((made) => ({ field, line } = made));
  const asApp = (): void =>
    void Object.defineProperty((globalThis as unknown as { navigator: object }).navigator, 'standalone', { value: true });
  const endTokens = () => field.training.product.db.query("UPDATE tokens SET revoked_at = CURRENT_TIMESTAMP(3) WHERE kind = 'device'");

  /** What became of the records of a file that the organiser takes in, or why it was not taken. */
  const brought = async (text: string): Promise<unknown> => {
    const { product, organiser } = field.training;
    const { code, records } = (await bring(product, organiser, text)).json as { code?: string; records?: { verdict: string }[] };
    return records?.map(({ verdict }) => verdict) ?? code;
  };

  for (const [name, userAgent] of Object.entries(weChat))
    it(`WeChat on ${name}: the way to the browser in pictures, the code stays in the address and is not used up`, async () => {
      await todaysClass(field, 1);
      const code = await invite(field);
      const phone = await startPhone({ userAgent });
      const { page } = phone;
      await page.goto(`${line.origin}/field/#${code}`);
      await page.getByRole('heading', { name: '请换到浏览器里打开' }).waitFor();
      expect(await page.getByRole('button', { name, exact: true }).getAttribute('aria-pressed')).toBe('true');
      await page.getByText(name === '安卓' ? '或「安装应用」' : '点底部的分享按钮').waitFor();
      for (const other of ['安卓', 'iPhone']) {
        await page.getByRole('button', { name: other, exact: true }).tap();
        expect(await page.locator('ol svg').count()).toBe(other === '安卓' ? 4 : 5);
        expect([...(await seriousFaults(page, { sun: true })), ...(await sticksOut(page))]).toEqual([]);
      }
      expect(page.url()).toBe(`${line.origin}/field/#${code}`);
      // Also the second time, and without a code.
      await page.reload();
      await page.getByRole('heading', { name: '请换到浏览器里打开' }).waitFor();
      await page.goto(`${line.origin}/field/`);
      await page.getByRole('heading', { name: '请换到浏览器里打开' }).waitFor();
      expect(phone.faults).toEqual([]);
      const own = await startPhone({ userAgent: chrome });
      await own.page.goto(`${line.origin}/field/#${code}`);
      await own.page.getByText('可离线使用').waitFor();
    });

  it('a phone that was let in inside WeChat before hands over what waits there, and spends no further code', async () => {
    const room = await todaysClass(field, 2);
    let phone = await letIn(field, line);
    await openRoll(phone, line, room);
    line.cut();
    await row(phone.page, room.trainees[0]!).tap();
    await waiting(phone.page, 1);
    await phone.die();
    phone = await phone.wake({ userAgent: weChat.安卓 });
    line.mend();
    const code = await invite(field);
    await phone.page.goto(`${line.origin}/field/`);
    await waiting(phone.page, 0);
    expect(await storedMarks(field, room)).toBe(1);
    await phone.page.goto(`${line.origin}/field/#${code}`);
    await phone.page.getByRole('heading', { name: '请换到浏览器里打开' }).waitFor();
    expect(phone.page.url()).toContain(code);
  });

  it('Safari on an iPhone asks where first; from the home screen the pasted address lets it in, elsewhere a tap does', async () => {
    await todaysClass(field, 1);
    const code = await invite(field);
    const { page } = await startPhone({ userAgent: safari });
    const address = `${line.origin}/field/#${code}`;
    await page.goto(address);
    await page.getByRole('heading', { name: '先添加到主屏幕' }).waitFor();
    expect(page.url()).toBe(address);
    expect([...(await seriousFaults(page, { sun: true })), ...(await sticksOut(page))]).toEqual([]);
    const app = await startPhone({ userAgent: safari, prepare: asApp });
    await app.page.goto(`${line.origin}/field/`);
    const paste = app.page.getByRole('textbox', { name: '或粘贴登记码、登记地址' });
    await paste.fill('https://example.org/');
    await app.page.getByRole('button', { name: '进入' }).tap();
    await app.page.getByRole('alert').getByText('这里面没有登记码').waitFor();
    await paste.fill(address);
    await app.page.getByRole('button', { name: '进入' }).tap();
    await app.page.getByText('可离线使用').waitFor();
    expect(await app.page.getByText('不是主屏幕上的应用').count()).toBe(0);
    await page.goto(`${line.origin}/field/#${await invite(field)}`);
    await page.reload();
    await page.getByRole('button', { name: '就在浏览器里用' }).tap();
    await page.getByText('可离线使用').waitFor();
    expect(page.url()).toBe(`${line.origin}/field/`);
    await page.getByText('不是主屏幕上的应用').waitFor();
  });

  it('the way to the home screen is told once', async () => {
    const { page } = await letIn(field, line, { userAgent: chrome });
    await page.getByText('添加到主屏幕,下次点图标就能打开').waitFor();
    await page.getByRole('button', { name: '知道了' }).tap();
    await page.reload();
    await page.getByText('可离线使用').waitFor();
    expect(await page.getByText('添加到主屏幕,下次').count()).toBe(0);
  });

  it('a token that the county has forgotten takes the names along after a day, and no mark that waits', async () => {
    const room = await todaysClass(field, 3);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    line.cut();
    await row(page, room.trainees[0]!).tap();
    await waiting(page, 1);
    await endTokens();
    line.mend();
    await page.reload();
    // Served today: the class is still marked.
    await page.getByText('这部手机的登记已失效').waitFor();
    await row(page, room.trainees[1]!).tap();
    await waiting(page, 2);
    await inStore(
      page,
      'keepsakes',
      `store.get('served').onsuccess = ({ target }) => store.put({ ...target.result, at: new Date(Date.now() - 91 * 86400000).toISOString() }, 'served');`,
    );
    await page.reload();
    await page.getByRole('heading', { name: '这部手机的登记已失效' }).waitFor();
    await page.getByText('2 条登记留在手机里').waitFor();
    expect([await countIn(page, 'sessions'), await countIn(page, 'records'), await holderOf(page)]).toEqual([0, 2, null]);
    await page.getByRole('button', { name: '导出待发' }).waitFor();
    expect([...(await seriousFaults(page, { sun: true })), ...(await sticksOut(page))]).toEqual([]);
    // Nobody's token is here any more, and what waits can still leave as a file.
    expect(await brought(await exported(page))).toEqual(['accepted', 'accepted']);
    await page.goto(`${line.origin}/field/#${await invite(field)}`);
    await page.getByText('可离线使用').waitFor();
    await waiting(page, 0);
    expect(await storedMarks(field, room)).toBe(2);
  });

  it('who leaves while the county will not hear them leaves a file behind, and no key to write another', async () => {
    const { db } = field.training.product;
    const bundle = (to: string) =>
      db.query("UPDATE user_grants g JOIN users u ON u.id = g.user_id SET g.bundle = ? WHERE u.account = 'instructor'", [to]);
    const room = await todaysClass(field, 2);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    line.cut();
    await row(page, room.trainees[0]!).tap();
    await waiting(page, 1);
    await bundle('reporter');
    line.mend();
    await page.goto(`${line.origin}/field/lock`);
    await page.getByRole('button', { name: '退出这部手机' }).tap();
    await page.getByRole('button', { name: '发完并退出' }).tap();
    await page.getByRole('heading', { name: '让这部手机可以登记' }).waitFor();
    expect([await countIn(page, 'sessions'), await countIn(page, 'records'), await holderOf(page)]).toEqual([0, 1, null]);
    await bundle('instructor');
    const text = await exported(page);
    expect(await brought(text.replace('present', 'absent'))).toBe('unsentFileAltered');
    expect(await brought(text)).toEqual(['accepted']);
    expect(await storedMarks(field, room)).toBe(1);
    expect(phone.faults).toEqual([]);
  });

  it('told to forget while a mark is stuck: the names go at once, the mark stays', async () => {
    const room = await todaysClass(field, 2);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    line.turnAwayMarks();
    await row(page, room.trainees[0]!).tap();
    await waiting(page, 1);
    await field.training.product.db.query('UPDATE devices SET revoked_at = CURRENT_TIMESTAMP(3), wipe = 1 WHERE enrolled = 1');
    await page.reload();
    await page.getByText('这部手机已停用').waitFor();
    await eventually(() => countIn(page, 'sessions'), 0);
    expect(await countIn(page, 'records')).toBe(1);
    line.mend();
    await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await page.getByRole('heading', { name: '这部手机已停用' }).waitFor();
    expect(await storedMarks(field, room)).toBe(1);
  });

  it('revoked and told to forget nothing: the names go all the same, the mark is handed over', async () => {
    const room = await todaysClass(field, 2);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    line.cut();
    await row(page, room.trainees[0]!).tap();
    await page.getByRole('button', { name: '更多' }).tap();
    await page.getByRole('button', { name: '名单外' }).tap();
    await page.getByRole('textbox', { name: '姓名' }).fill('名单外的人');
    await page.getByRole('button', { name: '记下', exact: true }).tap();
    await waiting(page, 2);
    await field.training.product.db.query('UPDATE devices SET revoked_at = CURRENT_TIMESTAMP(3), wipe = 0 WHERE enrolled = 1');
    line.mend();
    line.turnAwayMarks();
    await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await page.getByText('名单已清除').waitFor();
    expect(await namesIn(page)).toBe(true);
    line.mend();
    await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await page.getByText('名单已清除').waitFor();
    await eventually(() => countIn(page, 'sessions'), 0);
    expect(await row(page, room.trainees[1]!).count()).toBe(0);
    await eventually(() => storedMarks(field, room), 2);
    // Nobody has read yet what became of it.
    await page.getByRole('banner').getByText('2 条要看').waitFor();
    await eventually(() => namesIn(page), false);
  });

  const namesIn = (page: Page): Promise<unknown> =>
    inStore(page, 'records', `store.getAll().onsuccess = ({ target }) => (found = JSON.stringify(target.result).includes('名单外的人'));`);

  it('without the county a roster goes a week after its day; what waits does not', async () => {
    const [past, waits] = [await todaysClass(field, 1), await todaysClass(field, 1)];
    const phone = await letIn(field, line);
    const { page } = phone;
    line.cut();
    await openRoll(phone, line, waits);
    await row(page, waits.trainees[0]!).tap();
    await waiting(page, 1);
    const many = Number(await countIn(page, 'sessions'));
    for (const { sessionId } of [past, waits])
      await inStore(
        page,
        'sessions',
        `store.get('${sessionId}').onsuccess = ({ target }) => store.put({ ...target.result, date: new Date(Date.now() - 9 * 86400000).toISOString().slice(0, 10) });`,
      );
    await page.reload();
    await eventually(() => countIn(page, 'sessions'), many - 1);
    expect(await countIn(page, 'records')).toBe(1);
    line.mend();
    await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await eventually(() => storedMarks(field, waits), 1);
    await eventually(() => countIn(page, 'sessions'), many);
  });

  /** Somebody comes back after six minutes. */
  const sixMinutes = (): void => {
    const { location, localStorage } = globalThis as unknown as {
      location: { protocol: string };
      localStorage: { setItem(key: string, value: string): void };
    };
    if (location.protocol.startsWith('http')) localStorage.setItem('sitang.field.here', String(Date.now() - 360_000));
  };

  it('the app PIN shuts the screens, is asked for after the minutes one chose, slows down guessing, and holds up no mark', async () => {
    const room = await todaysClass(field, 2);
    let phone = await letIn(field, line);
    await phone.page.goto(`${line.origin}/field/lock`);
    await phone.page.getByLabel('设一个口令').fill('2468');
    await phone.page.getByLabel('再输一遍').fill('2460');
    await phone.page.getByRole('alert').getByText('两遍不一样').waitFor();
    await phone.page.getByLabel('再输一遍').fill('2468');
    await phone.page.getByRole('button', { name: '设定' }).tap();
    await phone.page.getByText('已设定:离开 5 分钟').waitFor();
    await openRoll(phone, line, room);
    line.cut();
    await row(phone.page, room.trainees[0]!).tap();
    await waiting(phone.page, 1);
    // Back at once: nothing is asked.
    await phone.page.reload();
    await stands(phone.page, room.trainees[0]!, '到课');
    await phone.die();

    phone = await phone.wake({ prepare: sixMinutes });
    const { page } = phone;
    await page.goto(`${line.origin}/field/sessions/${room.sessionId}`);
    await page.getByRole('heading', { name: '输入口令' }).waitFor();
    await page.getByText('1 条待发').waitFor();
    expect(await page.content()).not.toContain(`示例${room.trainees[0]}`);
    line.mend();
    await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await eventually(() => storedMarks(field, room), 1);
    const attempt = async (pin: string): Promise<void> => {
      await page.getByLabel('口令', { exact: true }).fill(pin);
      await page.getByRole('button', { name: '打开' }).tap();
    };
    for (let tries = 1; tries <= 3; tries++) {
      await attempt(`111${tries}`);
      await page.getByRole('alert').waitFor();
      await eventually(() => page.getByLabel('口令', { exact: true }).inputValue(), '');
    }
    await page.getByRole('alert').getByText('请等').waitFor();
    await page.reload();
    await page.getByRole('alert').getByText('请等').waitFor();
    await page.getByLabel('口令', { exact: true }).fill('2468');
    expect(await page.getByRole('button', { name: '打开' }).isDisabled()).toBe(true);
    await inStore(page, 'keepsakes', `store.get('lock').onsuccess = ({ target }) => store.put({ ...target.result, triedAt: 0 }, 'lock');`);
    await page.reload();
    await attempt('2468');
    await stands(page, room.trainees[0]!, '到课');
    await page.goto(`${line.origin}/field/lock`);
    await attempt('2468');
    await page.getByRole('button', { name: '取消口令锁' }).waitFor();
    await page.getByLabel('口令', { exact: true }).fill('2468');
    await page.getByRole('button', { name: '取消口令锁' }).tap();
    await page.getByLabel('设一个口令').waitFor();
    expect(phone.faults).toEqual([]);
  });

  it('a forgotten PIN costs no mark: leaving waits for the network, and a new code opens the phone as it is', async () => {
    const room = await todaysClass(field, 3);
    let phone = await letIn(field, line);
    const setPin = async (): Promise<void> => {
      await phone.page.goto(`${line.origin}/field/lock`);
      await phone.page.getByLabel('设一个口令').fill('975310');
      await phone.page.getByLabel('再输一遍').fill('975310');
      await phone.page.getByRole('button', { name: '设定' }).tap();
      await phone.page.getByText('已设定').waitFor();
    };
    const shut = async (): Promise<void> => {
      await phone.die();
      phone = await phone.wake({ prepare: sixMinutes });
      await phone.page.goto(`${line.origin}/field/`);
      await phone.page.getByRole('heading', { name: '输入口令' }).waitFor();
    };
    await setPin();
    await openRoll(phone, line, room);
    line.turnAwayMarks();
    await row(phone.page, room.trainees[0]!).tap();
    await waiting(phone.page, 1);
    await shut();
    const { page } = phone;
    await page.getByText('忘了口令').tap();
    await page.getByRole('button', { name: '退出这部手机' }).tap();
    await page.getByRole('button', { name: '发完并退出' }).tap();
    await page.getByText('还有登记或照片没有发出,没有退出').waitFor();
    expect([await countIn(page, 'records'), await holderOf(page)]).toEqual([1, '示例讲师']);
    line.mend();
    await page.getByRole('button', { name: '再试一次' }).tap();
    await page.getByRole('heading', { name: '让这部手机可以登记' }).waitFor();
    expect(await storedMarks(field, room)).toBe(1);
    expect([await countIn(page, 'sessions'), await holderOf(page)]).toEqual([0, null]);

    await phone.stop();
    phone = await letIn(field, line);
    await setPin();
    await openRoll(phone, line, room);
    line.cut();
    await row(phone.page, room.trainees[1]!).tap();
    await waiting(phone.page, 1);
    await shut();
    line.mend();
    await phone.page.goto(`${line.origin}/field/#${await invite(field)}`);
    await phone.page.getByText('可离线使用').waitFor();
    await eventually(() => storedMarks(field, room), 2);
  });
});
