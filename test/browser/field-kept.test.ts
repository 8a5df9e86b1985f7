import { describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { type Field, todaysClass } from '../factories/field.js';
import { done } from '../factories/training.js';
import { seriousFaults } from './support/axe.js';
import { marked } from './support/classroom.js';
import { eventually } from './support/eventually.js';
import { sticksOut } from './support/forms.js';
import { inTheField } from './support/in-the-field.js';
import { type Line } from './support/line.js';
import {
  countIn,
  holderOf,
  inStore,
  invite,
  letIn,
  openRoll,
  type PhoneWishes,
  row,
  stands,
  storedMarks,
  waiting,
} from './support/phone.js';

/** What the county has not taken stays on the phone, whole. */
describe('what a phone keeps until the county has it', () => {
  let field: Field;
  let line: Line;
  inTheField((made) => ({ field, line } = made));

  /** Somebody else who may hold the phone. */
  async function another(): Promise<Field> {
    const { product, county, organiser } = field.training;
    const body = { name: '示例接手', unitId: String(county.county), engagement: 'partTime' };
    return { ...field, instructorId: done(await product.call('/v1/instructors', { token: organiser, body })).json.id as string };
  }

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

  it('what one who is let in no more has not handed over is no tick of the next one’s, who marks everybody', async () => {
    const { product } = field.training;
    const other = await another();
    const room = await todaysClass(field, 3, { ofSession: { instructorIds: [field.instructorId, other.instructorId] } });
    const { page } = await openPhone(room.sessionId);
    line.cut();
    for (const personId of room.trainees.slice(0, 2)) {
      await row(page, personId).tap();
      await stands(page, personId, '到课');
    }
    await product.db.query("UPDATE tokens SET revoked_at = CURRENT_TIMESTAMP(3) WHERE kind = 'device'");
    line.mend();
    await page.goto(`${line.origin}/field/#${await invite(other)}`);
    await eventually(() => holderOf(page), '示例接手');
    await page.goto(`${line.origin}/field/sessions/${room.sessionId}`);
    await page.getByText('有 2 条没有交出').waitFor();
    await page.getByRole('button', { name: '未登记 3' }).waitFor();
    await page.getByRole('button', { name: '全部到课' }).tap();
    await eventually(() => storedMarks(field, room), 3);
    // Those two are the other's to send.
    await waiting(page, 2);
    await page.getByText('有 2 条没有交出').waitFor();
  });

  it('a phone that is full hands over what it holds, once, and makes room of what the county has', async () => {
    const room = await todaysClass(field, 4);
    let phone = await openPhone(room.sessionId);
    await row(phone.page, room.trainees[3]!).tap();
    const kept = (how: string): Promise<unknown> =>
      inStore(phone.page, 'records', `store.getAll().onsuccess = ({ target }) => (found = target.result.map(${how}));`);
    await eventually(() => kept('({ inPack }) => inPack'), [true]);
    line.cut();
    for (const personId of room.trainees.slice(0, 3)) {
      await row(phone.page, personId).tap();
      await stands(phone.page, personId, '到课');
    }
    await phone.die();
    // A browser that was just started knows nothing yet of the room that there is.
    phone = await phone.wake();
    const { page } = phone;
    const devtools = await phone.context.newCDPSession(page);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: line.origin, quotaSize: 1 });
    await openRoll(phone, line, room);
    await waiting(page, 3);
    line.packets.length = 0;
    line.mend();
    await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await waiting(page, 0);
    expect([await storedMarks(field, room), line.packets]).toEqual([4, [3]]);
    expect(await kept('({ state }) => state')).toEqual(['waiting', 'waiting', 'waiting']);
    // With room again it is written down, and nobody is asked.
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: line.origin });
    await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await eventually(() => kept('({ state }) => state'), ['accepted', 'accepted', 'accepted']);
    expect([await storedMarks(field, room), line.packets]).toEqual([4, [3]]);
  });

  it('a number of heads that is tapped twice counts once; a part is not added to a whole that another tab has given', async () => {
    const room = await todaysClass(field, 0, { ofClass: { roster: 'open' } });
    const phone = await openPhone(room.sessionId, {
      prepare: () => void Reflect.deleteProperty(globalThis, 'BroadcastChannel'),
    });
    const [one, two] = [phone.page, await phone.context.newPage()];
    const pages = [one, two];
    for (const page of pages) await page.goto(`${line.origin}/field/sessions/${room.sessionId}/heads`);
    for (const page of pages) await page.getByRole('heading', { name: '清点人数' }).waitFor();
    line.cut();
    await one.getByRole('button', { name: '7', exact: true }).tap();
    // Both before the disk has answered.
    await one.getByRole('button', { name: /^加上这一部分/ }).evaluate((button) => {
      const { click } = button as unknown as { click: () => void };
      for (let taps = 0; taps < 2; taps++) click.call(button);
    });
    await waiting(one, 1);
    for (const page of pages) await page.getByRole('button', { name: '9', exact: true }).tap();
    await one.getByRole('button', { name: /^作为总数/ }).tap();
    await waiting(one, 2);
    await two.getByRole('button', { name: /^加上这一部分/ }).tap();
    await two.getByText('已有人报了总数').waitFor();
    expect(await countIn(one, 'records')).toBe(2);
  });

  it('an answer to the token of the one before, that comes late, revokes and clears nothing of the next one’s', async () => {
    const other = await another();
    const room = await todaysClass(other, 1);
    const phone = await letIn(field, line, {
      prepare: () => {
        Reflect.deleteProperty(globalThis, 'BroadcastChannel');
        Reflect.deleteProperty((globalThis as unknown as { Navigator: { prototype: object } }).Navigator.prototype, 'locks');
      },
    });
    const [one, two] = [phone.page, await phone.context.newPage()];
    let answer: () => Promise<void> = () => Promise.reject(new Error('nothing was asked'));
    const asked = new Promise<void>((go) => {
      void one.route(
        '**/v1/field/pack',
        (route) => {
          answer = () =>
            route.fulfill({ status: 403, contentType: 'application/problem+json', json: { code: 'deviceRevoked', wipe: true } });
          go();
        },
        { times: 1 },
      );
    });
    await one.evaluate(`window.dispatchEvent(new Event('online'))`);
    await asked;
    await two.goto(`${line.origin}/field/#${await invite(other)}`);
    await eventually(() => holderOf(two), '示例接手');
    await openRoll({ ...phone, page: two }, line, room);
    // It has seen who holds the phone by the time it asks again.
    const next = one.waitForResponse((response) => response.url().endsWith('/v1/field/pack') && response.status() === 200);
    await answer();
    await one.evaluate(`window.dispatchEvent(new Event('online'))`);
    await next;
    const names = await inStore(two, 'keepsakes', 'store.getAllKeys().onsuccess = ({ target }) => (found = target.result);');
    expect([await holderOf(two), names]).toEqual(['示例接手', expect.not.arrayContaining(['revoked', 'wiped'])]);
    expect(await countIn(two, 'sessions')).toBe(1);
  });

  it('a phone that is told to forget keeps what the county did not take of another, and a code that was opened meanwhile', async () => {
    const room = await todaysClass(field, 1);
    const { page } = await openPhone(room.sessionId);
    await row(page, room.trainees[0]!).tap();
    await eventually(() => storedMarks(field, room), 1);
    await waiting(page, 0);
    await inStore(
      page,
      'records',
      `store.getAll().onsuccess = ({ target: { result: [{ seq, ...record }] } }) => {
        for (const state of ['refused', 'conflict', 'accepted'])
          store.add({ ...record, state, by: 'another', mark: { ...record.mark, id: state } });
      };`,
    );
    const code = await invite(field);
    await page.route(
      '**/v1/field/pack',
      async (route) => {
        await inStore(page, 'keepsakes', `store.put('${code}', 'invitation');`);
        await route.fulfill({ status: 403, contentType: 'application/problem+json', json: { code: 'deviceRevoked', wipe: true } });
      },
      { times: 1 },
    );
    await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await page.getByRole('heading', { name: '这部手机已停用' }).waitFor();
    expect(
      await inStore(page, 'records', 'store.getAll().onsuccess = ({ target }) => (found = target.result.map(({ state }) => state));'),
    ).toEqual(['refused', 'conflict']);
    await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await eventually(() => holderOf(page), '示例讲师');
  });

  it('a browser that has cleared the marks is found out: how many of whose are lost, and the same phone comes back', async () => {
    const room = await todaysClass(field, 2);
    const { page } = await openPhone(room.sessionId);
    const deviceOf = (): Promise<unknown> =>
      inStore(page, 'keepsakes', `store.get('deviceId').onsuccess = ({ target }) => (found = target.result);`);
    const device = await deviceOf();
    line.cut();
    await page.getByRole('button', { name: '全部到课' }).tap();
    await waiting(page, 2);
    line.mend();
    await page.goto(`${line.origin}/field/manifest.webmanifest`);
    await page.evaluate(`new Promise((go) => (indexedDB.deleteDatabase('sitang-field').onsuccess = go))`);
    await page.goto(`${line.origin}/field/`);
    await page.getByRole('heading', { name: '让这部手机可以登记' }).waitFor();
    await page.getByRole('alert').getByText('示例讲师有 2 条登记还没有发出,已经丢了').waitFor();
    expect([...(await seriousFaults(page, { sun: true })), ...(await sticksOut(page))]).toEqual([]);
    await page.goto(`${line.origin}/field/#${await invite(field)}`);
    await page.getByText('可离线使用').waitFor();
    await page.getByRole('alert').getByText('示例讲师有 2 条').waitFor();
    expect(await deviceOf()).toBe(device);
    // The organiser sees it, too.
    const { product, organiser } = field.training;
    const { items } = done(await product.call('/v1/devices?limit=200', { token: organiser })).json;
    expect(items.filter(({ lost }: { lost: number | null }) => lost !== null)).toMatchObject([{ lost: 2, lostOf: '示例讲师' }]);
    await page.getByRole('button', { name: '知道了' }).first().tap();
    await page.reload();
    await page.getByText('可离线使用').waitFor();
    expect(await page.getByText('已经丢了').count()).toBe(0);
  });

  it('all present in a tab whose roster is older than the one on the disk says nothing over what another tab has said', async () => {
    const room = await todaysClass(field, 2);
    const phone = await openPhone(room.sessionId, { prepare: () => void Reflect.deleteProperty(globalThis, 'BroadcastChannel') });
    const [one, two] = [phone.page, await phone.context.newPage()];
    const [first, second] = room.trainees as [string, string];
    await openRoll({ ...phone, page: two }, line, room);
    for (const status of ['到课', '迟到', '缺课']) {
      await row(one, first).tap();
      await stands(one, first, status);
    }
    const inPack = 'store.getAll().onsuccess = ({ target }) => (found = target.result.map(({ inPack }) => inPack));';
    await eventually(() => inStore(one, 'records', inPack), [true, true, true]);
    await stands(two, first, '未登记');
    await two.getByRole('button', { name: '全部到课' }).tap();
    await stands(two, second, '到课');
    await eventually(() => storedMarks(field, room), 4);
    expect(await marked(field.training, { ...room, name: '', sessions: [] }, room.sessionId)).toEqual(['absent', 'present']);
  });

  it('an update that is taken in one tab leaves another, on an open roll, all that its version needs; closed, it goes', async () => {
    const room = await todaysClass(field, 1);
    const phone = await openPhone(room.sessionId);
    const [old, one] = [phone.page, await phone.context.newPage()];
    await one.goto(`${line.origin}/field/`);
    await one.getByText('可离线使用').waitFor();
    // The next version has no use for a file that the open roll has not asked for yet.
    const file = '/assets/[^"]*[.]wasm';
    const name = new RegExp(file).exec(await (await fetch(`${line.origin}/field/sw.js`)).text())![0];
    line.change('/field/sw.js', (source) => source.replace(/"version":"\w+"/, '"version":"two"').replace(new RegExp(`,?"${file}"`), ''));
    await one.evaluate('navigator.serviceWorker.getRegistration().then((one) => one.update())');
    await one.getByRole('button', { name: '更新' }).tap();
    // The tab loads itself anew meanwhile, and cannot be asked in that moment.
    const kept = () => one.evaluate<string[]>('caches.keys()').catch((): string[] => []);
    await eventually(async () => (await kept()).includes('sitang-field-two'), true);
    await one.getByText('可离线使用').waitFor();
    await eventually(() => old.evaluate('navigator.serviceWorker.controller.state'), 'activated');
    line.cut();
    const loaded = (): Promise<unknown> =>
      old.evaluate(`fetch('${name}', { cache: 'no-store' }).then(({ status }) => status).catch(() => 'not there')`).catch(String);
    expect(await loaded()).toBe(200);
    line.mend();
    await old.close();
    await one.reload();
    await eventually(() => one.evaluate('caches.keys()'), ['sitang-field-two']);
    line.change('/field/sw.js', null);
  });

  it('past a proxy that takes no packed and no long packet everything gets to the county all the same', async () => {
    const room = await todaysClass(field, 60);
    const { page } = await openPhone(room.sessionId);
    const passed: number[] = [];
    await page.route('**/v1/field/marks', async (route) => {
      const isPacked = 'content-encoding' in route.request().headers();
      const marks = isPacked ? [] : (route.request().postDataJSON() as { marks: unknown[] }).marks;
      if (isPacked || marks.length > 20) return route.fulfill({ status: 413, contentType: 'text/html', body: 'too large' });
      passed.push(marks.length);
      await route.continue();
    });
    await page.getByRole('button', { name: '全部到课' }).tap();
    await waiting(page, 60);
    await waiting(page, 0);
    expect([await storedMarks(field, room), passed]).toEqual([60, [15, 15, 15, 15]]);
  });

  async function openPhone(sessionId: string, wishes: PhoneWishes = {}) {
    const phone = await letIn(field, line, wishes);
    await openRoll(phone, line, { classId: '', sessionId, trainees: [] });
    return phone;
  }
});
