import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { today } from '#platform/clock';
import {
  attend,
  done,
  heads,
  markOf,
  people,
  send,
  session,
  settled,
  startTraining,
  type Training,
  trainingClass,
} from '../factories/training.js';
import { signedIn, testPassword } from '../stories/support/county.js';
import { closeBrowser, visit } from './support/browser.js';
import { classroom, marked } from './support/classroom.js';
import { eventually } from './support/eventually.js';

/** What waits for somebody is worked through at a desk. */
describe('the worklists in a browser', () => {
  let training: Training;
  let reporter: string;
  beforeAll(async () => {
    training = await startTraining();
    reporter = await signedIn(training.product, 'reporter', 'reporter', training.county.doujiabu);
  });
  afterAll(async () => {
    await closeBrowser();
    await training?.stop();
  });
  const atTheDesk = () => visit(training.product, { account: 'organiser', password: testPassword });

  it('settle what two devices said of one person, by keeping one of the two or by a third word', async () => {
    const room = await classroom(training, { name: '不一致班', many: 2, dates: [today()] });
    const [sessionId] = room.sessions as [string];
    // Each call is a device of its own, and neither has seen what the other says.
    await attend(training, sessionId, room.trainees);
    await attend(training, sessionId, room.trainees, 'absent');
    const [first] = await marked(training, room, sessionId);
    expect(first).toMatch(/!$/);
    const { page, faults } = await atTheDesk();
    await page.goto('/waiting');
    await page.getByRole('navigation', { name: '待办' }).getByRole('link', { name: '登记不一致 2' }).click();
    const item = (person: string) =>
      page
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading', { name: new RegExp(`^示例${person}\\b`) }) })
        .first();
    const [one, other] = room.trainees as [string, string];
    await item(one).getByRole('button', { name: '以“到课”为准' }).click();
    await page.getByText('已定为到课。').waitFor();
    await item(one).waitFor({ state: 'detached' });
    // A phone that had not heard of it hands over what it said: it stands there again once the list is asked for.
    await attend(training, sessionId, [one], 'absent');
    const third = item(other).getByRole('combobox', { name: '另记为' });
    await third.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('已定为迟到。').waitFor();
    await page.getByRole('link', { name: '登记不一致 1' }).waitFor();
    await item(one).getByRole('button', { name: '以“到课”为准' }).click();
    await page.getByRole('heading', { name: '没有不一致的登记' }).waitFor();
    await eventually(() => marked(training, room, sessionId), ['present', 'late']);
    expect(faults).toEqual([]);
  });

  it('say to which unit they are narrowed, after a reload too, on the screen and on paper; and no longer once they are not', async () => {
    const { page, faults } = await atTheDesk();
    await page.goto(`/waiting?tab=disputes&unit=${training.county.jinqu}`);
    const paper = page.locator('.onPaper').filter({ hasText: '金渠镇' });
    await paper.waitFor({ state: 'attached' });
    await page.locator('.ant-select').getByText('金渠镇').first().waitFor();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await paper.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  });

  it('verify reported heads, one of them and all the others at once', async () => {
    const village = await trainingClass(training, { kind: 'demonstration', village: training.county.doujiabu });
    const counts = [46, 30, 21];
    for (const [i, count] of counts.entries())
      await heads(training, await session(training, village, { date: `2021-03-0${i + 1}` }), count, {}, reporter);
    const before = (await settled(training)).total;
    expect(before.unverified).toBe(97);
    const { page, faults } = await atTheDesk();
    await page.goto('/waiting?tab=heads');
    const table = page.getByRole('table', { name: '待核实人数' });
    const row = (count: string) => table.getByRole('row').filter({ has: page.getByRole('cell', { name: count, exact: true }) });
    await row('30').getByText('现场人数记为 30').waitFor();
    await row('30').getByRole('button', { name: '核实' }).click();
    await row('30').waitFor({ state: 'detached' });
    expect((await settled(training)).total).toMatchObject({ unverified: 67 });
    await page.getByRole('checkbox', { name: '全选可核实的 2 条' }).check();
    await page.getByRole('button', { name: '核实所选 2 条' }).click();
    await page.getByText('已核实 2 条').waitFor();
    await page.getByRole('heading', { name: '没有等待核实的人数' }).waitFor();
    const { total } = await settled(training);
    expect([total.unverified, total.personTimes.declared - before.personTimes.declared]).toEqual([0, 97]);
    expect(faults).toEqual([]);
  });

  it('match somebody off the roster to a person, take it back, and match again', async () => {
    const [person] = (
      await training.product.call(`/v1/people?limit=1&q=${encodeURIComponent('示例1')}`, { token: training.organiser })
    ).json.items.map(({ name }: { name: string }) => name) as [string];
    const open = await trainingClass(training, { kind: 'demonstration', village: training.county.doujiabu });
    const sessionId = await session(training, open, { date: '2021-04-06' });
    const walkIn = { name: person, village: '豆家堡村' };
    await send(training, [markOf(sessionId, '', 'present', { personId: undefined, walkIn })]);
    const before = (await settled(training)).total;
    const { page, faults } = await atTheDesk();
    await page.goto('/waiting?tab=marks');
    const list = page.getByRole('table', { name: '名单外的人是谁' });
    const match = async (): Promise<void> => {
      await list
        .getByRole('row', { name: new RegExp(person) })
        .getByRole('button', { name: '对上人' })
        .click();
      const sheet = page.getByRole('dialog', { name: `“${person}”是谁` });
      await sheet
        .getByRole('radio', { name: /村相同/ })
        .first()
        .check();
      await sheet.getByRole('button', { name: '对上', exact: true }).click();
      await sheet.waitFor({ state: 'hidden' });
    };
    const grown = async () => {
      const { total } = await settled(training);
      return [total.personTimes.registered - before.personTimes.registered, total.unidentified];
    };
    expect(before.unidentified).toBe(1);
    await match();
    expect(await grown()).toEqual([1, 0]);
    await page.getByRole('button', { name: '撤回' }).click();
    await list.getByRole('row', { name: new RegExp(person) }).waitFor();
    expect(await grown()).toEqual([0, 1]);
    await match();
    expect(await grown()).toEqual([1, 0]);
    const named = done(await training.product.call(`/v1/sessions/${sessionId}`, { token: training.organiser })).json.named;
    expect(named).toBe(1);
    expect(faults).toEqual([]);
  });

  it('are led to from the start, each by its own name and with as many as it then lists', async () => {
    const room = await classroom(training, { name: '首页所指班', many: 3, dates: [today()] });
    const [sessionId] = room.sessions as [string];
    const [once, twice] = room.trainees as [string, string, string];
    const [stranger] = (await people(training, 1)) as [string];
    for (const status of ['present', 'late', 'absent']) await attend(training, sessionId, [once], status);
    for (const status of ['present', 'absent']) await attend(training, sessionId, [twice], status);
    await attend(training, sessionId, [stranger]);
    for (const name of ['示例甲', '示例乙'])
      await send(training, [markOf(sessionId, '', 'present', { personId: undefined, walkIn: { name, village: '邻村' } })]);
    const village = await trainingClass(training, { kind: 'demonstration', village: training.county.doujiabu });
    await heads(training, await session(training, village, { date: '2021-05-06' }), 33, {}, reporter);
    await settled(training);

    const { page, faults } = await atTheDesk();
    const rowsOf = (table: string) => page.getByRole('table', { name: table }).locator('tbody').getByRole('row');
    for (const [word, many, tab, listed] of [
      ['待核实人数', 1, '待核实人数 1', rowsOf('待核实人数')],
      ['待处理登记:是否计入', 1, '待处理登记 3', rowsOf('是否计入')],
      ['待处理登记:名单外的人是谁', 2, '待处理登记 3', rowsOf('名单外的人是谁')],
      ['登记不一致', 2, '登记不一致 2', page.getByRole('main').getByRole('heading', { level: 2 })],
    ] as const) {
      await page.goto('/');
      await page.getByRole('link', { name: `${word} ${many}`, exact: true }).click();
      const open = page.getByRole('navigation', { name: '待办' }).locator('[aria-current=page]');
      await open.filter({ hasText: tab }).waitFor();
      await eventually(() => listed.count(), many);
    }
    expect(faults).toEqual([]);
  });
});
