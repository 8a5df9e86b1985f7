import { describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { today } from '#platform/clock';
import { routeWith, type Field, todaysClass, viewingPointAt } from '../factories/field.js';
import { done, enroll, move, people, settled } from '../factories/training.js';
import { testPassword } from '../stories/support/county.js';
import { seriousFaults } from './support/axe.js';
import { visit } from './support/browser.js';
import { eventually } from './support/eventually.js';
import { sticksOut } from './support/forms.js';
import { inTheField } from './support/in-the-field.js';
import { type Line } from './support/line.js';
import { type Class, letIn, openRoll, type Phone, row, stands, waiting } from './support/phone.js';

const thisMonth = (): string => today().slice(0, 7);
const stopsOfRoute = ['豆家堡人居环境治理', '横渠家风馆'];

/** What a roll holds beside taps on names. */
describe('the roll of a session', () => {
  let field: Field;
  let line: Line;
  inTheField((made) => ({ field, line } = made));

  const call = async (path: string, body?: object) =>
    done(await field.training.product.call(path, { token: field.training.organiser, body })).json;
  const figures = async (month: string) => (await settled(field.training, `from=${month}&to=${month}`)).total;
  interface Stored {
    slot: number;
    status: string;
    method: string;
    viewingPointId: string | null;
    live: boolean;
    personId: string | null;
    walkIn: { name: string; village: string | null; phoneTail: string | null } | null;
    reason: string | null;
    witness: string | null;
  }
  const inForce = async ({ sessionId }: Class): Promise<Stored[]> =>
    ((await call(`/v1/marks?session=${sessionId}&limit=200`)).items as Stored[]).filter((mark) => mark.live);
  const reportsOf = async ({ sessionId }: Class): Promise<object[]> => (await call(`/v1/head-counts?session=${sessionId}&limit=200`)).items;
  const headsOf = async ({ sessionId }: Class) => (await call(`/v1/sessions/${sessionId}`)).headCount;

  const goOffline = async (phone: Phone): Promise<void> => {
    line.cut();
    await phone.context.setOffline(true);
  };
  const goOnline = async (phone: Phone): Promise<void> => {
    line.mend();
    await phone.context.setOffline(false);
  };
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const typedIn = (page: Page, line: string) => page.getByRole('textbox', { name: line });
  const tapWay = async (page: Page, way: string): Promise<void> => {
    await button(page, '更多').tap();
    await button(page, way).tap();
  };
  const stranger = (page: Page, name: string, status: string) =>
    page.getByRole('button').filter({ hasText: name }).filter({ hasText: status });
  const typeNumber = async (page: Page, digits: string): Promise<void> => {
    for (const digit of digits) await button(page, digit).tap();
  };
  it('by village, each with how many came, and a village all present by one tap', async () => {
    const { county } = field.training;
    const strangers = await people(field.training, 2, { unitId: county.hengqu });
    const room = await todaysClass(field, 3);
    await enroll(field.training, room.classId, strangers);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    await goOffline(phone);
    await tapWay(page, '按村');
    const village = (name: string) => page.getByRole('region', { name });
    await village('豆家堡村').getByText('到 0 / 3').waitFor();
    await row(page, room.trainees[0]!).tap();
    await row(page, room.trainees[0]!).tap();
    await row(page, strangers[0]!).tap();
    await village('豆家堡村').getByRole('button', { name: '全到' }).tap();
    await village('豆家堡村').getByText('到 3 / 3').waitFor();
    await stands(page, room.trainees[0]!, '迟到');
    await stands(page, room.trainees[2]!, '到课');
    expect(await village('豆家堡村').getByRole('button', { name: '全到' }).isDisabled()).toBe(true);
    await village('横渠镇').getByText('到 1 / 2').waitFor();
    await waiting(page, 5);
    expect([...(await seriousFaults(page, { sun: true })), ...(await sticksOut(page))]).toEqual([]);
    await button(page, '撤销').tap();
    await village('豆家堡村').getByText('到 1 / 3').waitFor();
    await goOnline(phone);
    await waiting(page, 0);
    expect((await inForce(room)).map(({ personId }) => personId).sort()).toEqual([room.trainees[0], strangers[0]].sort());
  });

  const openHeads = async (phone: Phone, { sessionId }: Class): Promise<void> => {
    await phone.page.goto(`${line.origin}/field/sessions/${sessionId}/heads`);
    await phone.page.getByRole('heading', { name: '清点人数' }).waitFor();
  };
  const total = (page: Page, count: number) => page.getByText(`共 ${count}`, { exact: true }).waitFor();

  it('somebody on no list is kept within ten seconds without a network, survives the battery, is sent, and is matched at the console', async () => {
    const room = await todaysClass(field, 3);
    const [personId] = (await people(field.training, 1)) as [string];
    const name = `示例${personId}`;
    const month = thisMonth();
    const before = await figures(month);
    let phone = await letIn(field, line);
    await goOffline(phone);
    await openRoll(phone, line, room);
    const since = performance.now();
    const { page } = phone;
    await tapWay(page, '名单外');
    await typedIn(page, '姓名').pressSequentially(name);
    await button(page, '豆家堡村').tap();
    await typedIn(page, '手机后四位').pressSequentially('0123');
    await button(page, '记下').tap();
    await stranger(page, name, '到课').waitFor();
    const seconds = (performance.now() - since) / 1_000;
    process.stdout.write(`somebody on no list kept in ${seconds.toFixed(1)} s\n`);
    expect(seconds).toBeLessThan(10);
    // Corrected like anybody else, and the correction takes the place of what was said.
    await stranger(page, name, '到课').tap();
    await stranger(page, name, '迟到').waitFor();
    await waiting(page, 2);
    await phone.die();

    phone = await phone.wake();
    await phone.context.setOffline(true);
    await openRoll(phone, line, room);
    await stranger(phone.page, name, '迟到').waitFor();
    await waiting(phone.page, 2);
    await goOnline(phone);
    await waiting(phone.page, 0);
    const made = { status: 'late', method: 'roll', slot: 1, personId: null, walkIn: { name, village: '豆家堡村', phoneTail: '0123' } };
    expect(await inForce(room)).toMatchObject([made]);
    expect((await figures(month)).unidentified - before.unidentified).toBe(1);
    // Sent, it still stands there; and nobody else has to enter it again.
    await openRoll(phone, line, room);
    await stranger(phone.page, name, '迟到').waitFor();
    const other = await letIn(field, line);
    await openRoll(other, line, room);
    await stranger(other.page, name, '迟到').waitFor();

    const desk = await visit(field.training.product, { account: 'organiser', password: testPassword });
    await desk.page.goto('/waiting?tab=marks');
    const item = desk.page.getByRole('table', { name: '名单外的人是谁' }).getByRole('row', { name: new RegExp(name) });
    await item.getByRole('button', { name: '对上人' }).click();
    const sheet = desk.page.getByRole('dialog', { name: `“${name}”是谁` });
    await sheet.getByRole('radio', { name: new RegExp(`^${name} .*村相同`) }).check();
    await sheet.getByRole('button', { name: '对上', exact: true }).click();
    await sheet.waitFor({ state: 'hidden' });
    const after = await figures(month);
    expect([after.unidentified - before.unidentified, after.attendances - before.attendances]).toEqual([0, 1]);
    await openRoll(phone, line, room);
    await button(phone.page, new RegExp(`^${name} .*已对上人`)).waitFor();
    expect([...phone.faults, ...other.faults, ...desk.faults]).toEqual([]);
  });

  it('names of any kind are kept as typed; what cannot be kept is said beside the line, and stays there', async () => {
    const room = await todaysClass(field, 1);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    await tapWay(page, '名单外');
    await typedIn(page, '姓名').fill('记错的人');
    await button(page, '记下').tap();
    await stranger(page, '记错的人', '到课').waitFor();
    await button(page, '撤销').tap();
    await page.getByText('已撤销').waitFor();
    expect(await stranger(page, '记错的人', '到课').count()).toBe(0);
    await goOffline(phone);
    await button(page, '名单外').tap();
    const long = '李'.repeat(200);
    await typedIn(page, '姓名').fill(long);
    await page.getByText('至多 60 个字,多了 140 个。').waitFor();
    await typedIn(page, '手机后四位').fill('12');
    await button(page, '记下').tap();
    await page.getByText('请填 4 个数字,或不填。').waitFor();
    expect(await typedIn(page, '姓名').inputValue()).toBe(long);
    await typedIn(page, '手机后四位').fill('13900000123');
    const odd = '<b>李四</b>🍒&amp;';
    await typedIn(page, '姓名').fill(odd);
    await button(page, '记下,再记一位').tap();
    await page.getByText(`已记下 ${odd}。`).waitFor();
    await typedIn(page, '姓名').fill(odd);
    await typedIn(page, '手机后四位').fill('0123');
    await button(page, '记下').tap();
    await page.getByText(`${odd} 已经记过了`).waitFor();
    await typedIn(page, '姓名').fill(`示例${room.trainees[0]}`);
    await page.getByText('名单上有同名的人:豆家堡村').waitFor();
    await button(page, '返回').tap();
    await stranger(page, odd, '到课').waitFor();
    await goOnline(phone);
    await waiting(page, 0);
    expect((await inForce(room)).map(({ walkIn }) => walkIn)).toEqual([{ name: odd, village: null, phoneTail: '0123' }]);
    expect(phone.faults).toEqual([]);
  });

  it('heads of two counters add up, two different wholes are a dispute, and whoever has seen both settles it', async () => {
    const room = await todaysClass(field, 0, { ofClass: { roster: 'open' } });
    const phones = [await letIn(field, line), await letIn(field, line)] as const;
    const [one, two] = phones;
    const both = async (counts: [string, string], how: RegExp, seen: number | null): Promise<void> => {
      for (const phone of phones) {
        await openHeads(phone, room);
        if (seen !== null) await total(phone.page, seen);
      }
      for (const phone of phones) await goOffline(phone);
      for (const [i, phone] of phones.entries()) {
        await typeNumber(phone.page, counts[i]!);
        await button(phone.page, how).tap();
        await waiting(phone.page, 1);
      }
      for (const phone of phones) await goOnline(phone);
      for (const phone of phones) await waiting(phone.page, 0);
    };
    await both(['30', '16'], /^加上这一部分/, null);
    expect(await headsOf(room)).toMatchObject({ count: 46, verified: false, disputed: false });
    // Each has seen both parts by then.
    await both(['50', '52'], /^作为总数/, 46);
    expect(await headsOf(room)).toMatchObject({ disputed: true });
    await openHeads(one, room);
    await one.page.getByText('报的总数不一致').waitFor();
    await goOffline(one);
    await button(one.page, '估计').tap();
    await typedIn(one.page, '清点人').fill('村文书');
    await typeNumber(one.page, '51');
    await button(one.page, /^作为总数/).tap();
    await total(one.page, 51);
    await one.page.getByText('约 51').waitFor();
    await one.die();
    const again = await one.wake();
    await openHeads(again, room);
    await total(again.page, 51);
    await goOnline(again);
    await waiting(again.page, 0);
    expect(await headsOf(room)).toMatchObject({ count: 51, disputed: false });
    expect(await reportsOf(room)).toContainEqual(expect.objectContaining({ count: 51, countedBy: '村文书', method: 'estimated' }));
    await openHeads(two, room);
    await total(two.page, 51);
    expect([...again.faults, ...two.faults]).toEqual([]);
  });

  it('a count is taken back before it leaves; what needs a person comes back with the reason', async () => {
    const room = await todaysClass(field, 1);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openHeads(phone, room);
    await typeNumber(page, '999999');
    await page.getByText('人数至多 100,000。').waitFor();
    await button(page, '清除').tap();
    await typeNumber(page, '407');
    await button(page, '退一格').tap();
    await button(page, /^作为总数/).tap();
    await total(page, 40);
    await button(page, '撤销').tap();
    await page.getByText('这里还没有清点过。').waitFor();
    await waiting(page, 0);
    await goOffline(phone);
    await typeNumber(page, '41');
    await button(page, /^作为总数/).tap();
    await waiting(page, 1);
    await move(field.training, `/v1/sessions/${room.sessionId}`, 'cancelled');
    await goOnline(phone);
    await waiting(page, 0);
    await page.getByRole('banner').getByRole('button').first().tap();
    const said = page.getByRole('listitem').filter({ hasText: '清点人数' });
    await said.getByText('原因:课次已取消').waitFor();
    await said.getByText('41 · 总数').waitFor();
    expect(phone.faults).toEqual([]);
  });

  it('people at a viewing point are marked there, and the phone remembers where it stands', async () => {
    const room = await todaysClass(field, 3, { ofClass: { deliveryMode: 'live' } });
    const point = '豆家堡会议室';
    const id = await viewingPointAt(field, room.sessionId, point);
    const phone = await letIn(field, line);
    const { page } = phone;
    const [first, second, third] = room.trainees as [string, string, string];
    await openRoll(phone, line, room);
    await goOffline(phone);
    await row(page, first).tap();
    await stands(page, first, '到课');
    await button(page, point).tap();
    await row(page, second).tap();
    await stands(page, second, '到课');
    await row(page, third).tap();
    await stands(page, third, '到课');
    await goOnline(phone);
    await waiting(page, 0);
    await openRoll(phone, line, room);
    expect(await button(page, point).getAttribute('aria-pressed')).toBe('true');
    await row(page, third).filter({ hasText: point }).waitFor();
    // Somebody recorded in another room is first of all here; back in the main one it is the same.
    await button(page, '主课堂').tap();
    await row(page, third).tap();
    await eventually(async () => (await inForce(room)).find((mark) => mark.personId === third)?.viewingPointId, null);
    const places = (await inForce(room)).map(({ personId, status, viewingPointId }) => [personId, status, viewingPointId]);
    expect(places.sort()).toEqual(
      [
        [first, 'present', null],
        [second, 'present', id],
        [third, 'present', null],
      ].sort(),
    );
    await button(page, point).tap();
    await tapWay(page, '清点人数');
    await typeNumber(page, '12');
    await button(page, /^作为总数/).tap();
    await total(page, 12);
    await waiting(page, 0);
    expect(await reportsOf(room)).toMatchObject([{ count: 12, viewingPointId: id }]);
    expect(phone.faults).toEqual([]);
  });

  it('somebody who does not sign is marked with a reason and a witness, which the console shows', async () => {
    const room = await todaysClass(field, 2);
    const phone = await letIn(field, line);
    const { page } = phone;
    const [first] = room.trainees as [string];
    await openRoll(phone, line, room);
    await tapWay(page, '代为登记');
    await page.getByText('请点这个人的名字').waitFor();
    await row(page, first).tap();
    await page.getByRole('heading', { name: `代为登记 · 示例${first}` }).waitFor();
    await button(page, '记下').tap();
    await page.getByText('请填见证人。').waitFor();
    await button(page, '本人不便书写').tap();
    await typedIn(page, '见证人').fill('村支书王某');
    await button(page, '记下').tap();
    await stands(page, first, '到课');
    await waiting(page, 0);
    expect(await inForce(room)).toMatchObject([
      { personId: first, status: 'present', method: 'assisted', reason: '本人不便书写', witness: '村支书王某' },
    ]);
    const desk = await visit(field.training.product, { account: 'organiser', password: testPassword });
    await desk.page.goto(`/classes/${room.classId}?tab=attendance`);
    const cell = desk.page.getByRole('gridcell', { name: /到课/ }).first();
    await cell.click();
    await desk.page.keyboard.press('Enter');
    await desk.page.getByText('村支书王某').waitFor();
    await desk.page.getByText('本人不便书写').waitFor();
    expect([...phone.faults, ...desk.faults]).toEqual([]);
  });

  it('at two stops of a route people are marked twice and counted once', async () => {
    const routeId = await routeWith(field, stopsOfRoute);
    const room = await todaysClass(field, 4, { ofClass: { kind: 'practical' }, ofSession: { routeId } });
    const month = thisMonth();
    const before = await figures(month);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    await goOffline(phone);
    await button(page, '全部到课').tap();
    await button(page, '都已登记').waitFor();
    await button(page, `2 ${stopsOfRoute[1]}`).tap();
    await button(page, '未登记 4').waitFor();
    await row(page, room.trainees[0]!).tap();
    await stands(page, room.trainees[0]!, '到课');
    for (const [i, name] of stopsOfRoute.entries()) await button(page, new RegExp(`^${i + 1} ${name}\\s*到站 \\d\\d:\\d\\d$`)).waitFor();
    await phone.die();
    const again = await phone.wake();
    await openRoll(again, line, room);
    // The second stop was chosen, and stays so.
    await button(again.page, '未登记 3').waitFor();
    await goOnline(again);
    await waiting(again.page, 0);
    expect((await inForce(room)).map(({ slot }) => slot).sort()).toEqual([1, 1, 1, 1, 2]);
    expect((await figures(month)).attendances - before.attendances).toBe(4);
    const desk = await visit(field.training.product, { account: 'organiser', password: testPassword });
    await desk.page.goto(`/sessions/${room.sessionId}`);
    for (const many of [4, 1]) await desk.page.getByText(new RegExp(`^到站 \\d\\d:\\d\\d · ${many} 人$`)).waitFor();
    expect([...again.faults, ...desk.faults]).toEqual([]);
  });

  it('a class is called a second time in the same half-day', async () => {
    const room = await todaysClass(field, 2);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    await button(page, '全部到课').tap();
    await button(page, '都已登记').waitFor();
    await tapWay(page, '再点一次');
    await button(page, '未登记 2').waitFor();
    await row(page, room.trainees[1]!).tap();
    await stands(page, room.trainees[1]!, '到课');
    await button(page, '第 1 次点名').tap();
    await button(page, '都已登记').waitFor();
    await waiting(page, 0);
    expect((await inForce(room)).map(({ slot }) => slot).sort()).toEqual([1, 1, 2]);
    expect(phone.faults).toEqual([]);
  });
});
