import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertRows } from '#platform/database';
import { alwaysThere } from '#units';
import { attend, done, people, session, settled, startTraining, type Training, trainingClass } from '../factories/training.js';
import { testPassword } from '../stories/support/county.js';
import { closeBrowser, visit } from './support/browser.js';
import { tabTo } from './support/keys.js';
import { workOf } from './support/page-work.js';

/** As much of a browser's window as is asked of it here. */
interface Windowed {
  innerHeight: number;
  document: {
    documentElement: { scrollHeight: number };
    querySelectorAll(what: string): Iterable<{ innerHTML: string }> & { length: number };
    elementFromPoint(x: number, y: number): { closest(what: string): object | null } | null;
  };
  scrollTo(left: number, top: number): void;
  requestAnimationFrame(next: () => void): void;
}

/** The registers at a desk: people who are one, the stops of a route, and lists as long as a county's. */
describe('the registers in a browser', () => {
  let training: Training;
  beforeAll(async () => {
    training = await startTraining();
  });
  afterAll(async () => {
    await closeBrowser();
    await training?.stop();
  });
  const atTheDesk = () => visit(training.product, { account: 'organiser', password: testPassword });
  const read = async (path: string) => done(await training.product.call(`/v1/${path}`, { token: training.organiser })).json;

  it('merge two records and part them again, and the figures move exactly as was said before', async () => {
    const [kept, twin] = (await people(training, 2)) as [string, string];
    await training.product.db.query("UPDATE people SET name = '测试同人' WHERE id IN (?, ?)", [kept, twin]);
    const village = await trainingClass(training, { kind: 'demonstration', village: training.county.doujiabu });
    await attend(training, await session(training, village, { date: '2021-06-08' }), [kept, twin]);
    await attend(training, await session(training, village, { date: '2021-06-09' }), [twin]);
    const figures = async (): Promise<number[]> => {
      const { total } = await settled(training);
      return [total.people, total.personTimes.registered, total.personTimes.declared, total.attendances];
    };
    const before = await figures();
    const { page, faults } = await atTheDesk();
    /** The line of the preview: what stands there now and what will, measure by measure. */
    const previewed = async (): Promise<{ now: number[]; then: number[] }> => {
      const line = page.getByRole('dialog').getByRole('table', { name: '统计的变化' }).getByRole('row', { name: /^2021/ });
      await line.waitFor();
      const cells = (await line.getByRole('cell').allTextContents()).map((text) => text.replaceAll(',', '').split(' → ').map(Number));
      return { now: cells.map((cell) => cell[0]!), then: cells.map((cell) => cell.at(-1)!) };
    };
    await page.goto(`/people/${kept}`);
    await page.getByRole('table', { name: '疑似同一人' }).getByRole('button', { name: '合并' }).click();
    const merging = page.getByRole('dialog', { name: '合并两条记录' });
    await merging.getByText(`合并后眉县 2021 年人数 ${before[0]} → ${before[0]! - 1}。`).waitFor();
    const merge = await previewed();
    expect(merge.now).toEqual(before);
    expect(merge.then).not.toEqual(before);
    expect(await figures()).toEqual(before);
    await merging.getByRole('button', { name: '合并', exact: true }).click();
    await merging.waitFor({ state: 'hidden' });
    await page.getByRole('table', { name: '已并入此人的记录' }).waitFor();
    expect(await figures()).toEqual(merge.then);

    await page.getByRole('button', { name: '撤销合并' }).click();
    const parting = page.getByRole('dialog', { name: /^撤销合并/ });
    expect(await previewed()).toEqual({ now: merge.then, then: before });
    await parting.getByRole('button', { name: '撤销合并' }).click();
    await parting.waitFor({ state: 'hidden' });
    await page.getByRole('table', { name: '疑似同一人' }).waitFor();
    expect(await figures()).toEqual(before);
    expect(faults).toEqual([]);
  });

  it('put the stops of a route into another order from the keyboard', async () => {
    const { product, organiser, county } = training;
    const post = async (path: string, body: object): Promise<string> =>
      done(await product.call(`/v1/${path}`, { token: organiser, body })).json.id;
    const stops: object[] = [];
    for (const name of ['甲点', '乙点', '丙点'])
      stops.push({
        siteId: await post('teaching-sites', { name, unitId: String(county.doujiabu), capacity: 60 }),
        minutes: 40,
        travelMinutes: 10,
      });
    const id = await post('routes', { name: '猕猴桃线路', unitId: String(county.hengqu), stops });
    const { page, faults, asked } = await atTheDesk();
    const { keyboard } = page;
    await page.goto(`/sites/routes/${id}`);
    await tabTo(page, page.getByRole('button', { name: '修改' }));
    // What is said of a stop comes with the route, however many sites there are.
    expect(asked.filter((one) => one.includes('/v1/teaching-sites'))).toEqual([]);
    await keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: '修改 猕猴桃线路' });
    // Moved by its button, and the focus goes with the stop; then by Alt and an arrow from wherever one is in it.
    await tabTo(page, sheet.getByRole('button', { name: '下移第 1 站' }));
    await keyboard.press('Enter');
    await sheet.getByRole('status').getByText('甲点 第 2 站').waitFor();
    await keyboard.press('Enter');
    await sheet.getByRole('status').getByText('甲点 第 3 站').waitFor();
    await keyboard.press('Shift+Tab');
    await keyboard.press('Alt+ArrowUp');
    await sheet.getByRole('status').getByText('甲点 第 2 站').waitFor();
    await tabTo(page, sheet.getByRole('button', { name: '保存' }));
    await keyboard.press('Enter');
    await sheet.waitFor({ state: 'hidden' });
    const named = (await read(`routes/${id}`)).stops.map(({ site }: { site: string }) => site);
    expect(named).toEqual(['乙点', '甲点', '丙点']);
    const shown = page.getByRole('table', { name: '站点' }).locator('tbody');
    await shown.getByRole('row', { name: /^1 乙点 横渠镇/ }).waitFor();
    expect(await shown.getByRole('row').count()).toBe(3);
    expect(faults).toEqual([]);
  });

  it('show sites where they lie: each point is passed once by keyboard, and says its name on the map', async () => {
    const { product, organiser, county } = training;
    const named = ['西边教学点', '中间教学点', '一个名字很长很长很长很长很长很长的东边教学点'];
    for (const [i, name] of named.entries()) {
      const body = { name, unitId: String(county.hengqu), latitude: 34.2, longitude: 107.7 + i / 10 };
      done(await product.call('/v1/teaching-sites', { token: organiser, body }));
    }
    const { page, faults } = await atTheDesk();
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto('/sites');
      const map = page.getByRole('group', { name: /^教学点位置示意图/ });
      const point = (name: string) => map.getByRole('link', { name: new RegExp(name) });
      await point(named[0]!).waitFor();
      await point(named[0]!).focus();
      for (const name of named) {
        expect(await map.locator(':focus').getAttribute('aria-label')).toBe(`${name} 横渠镇`);
        const label = map.locator('text', { hasText: name.slice(0, 5) }).last();
        const [own, whole] = [(await label.boundingBox())!, (await map.boundingBox())!];
        expect(own.x).toBeGreaterThanOrEqual(whole.x);
        expect(own.x + own.width).toBeLessThanOrEqual(whole.x + whole.width);
        expect(own.height).toBeGreaterThan(11);
        await page.keyboard.press('Tab');
      }
    }
    expect(faults).toEqual([]);
  });

  it('list five thousand people without ever standing still for long', async () => {
    const { product, county } = training;
    const [{ next }] = await product.db.query('SELECT COALESCE(MAX(id), 0) + 1 AS next FROM people');
    const ids = Array.from({ length: 5_000 }, (_, i) => Number(next) + i);
    for (let i = 0; i < ids.length; i += 1_000) {
      const some = ids.slice(i, i + 1_000);
      const unit_id = county.jinquVillage;
      await insertRows(
        product.db,
        'people',
        some.map((id) => ({ id, name: `长名单${id}`, unit_id, born: '1980-02-03', phone_last4: '1234' })),
      );
      await insertRows(
        product.db,
        'person_units',
        some.map((person_id) => ({ person_id, valid_from: alwaysThere, unit_id })),
      );
    }
    const { page, faults } = await atTheDesk();
    const work = await workOf(page, `/people?unit=${county.jinquVillage}`, async () => {
      const more = page.getByRole('button', { name: '再列一些' });
      for (let shown = 200; shown <= 5_000; shown += 100) {
        await more.click();
        await page.getByText(new RegExp(`^已列 ${shown.toLocaleString('zh-CN')} 行( ·|$)`)).waitFor();
      }
      await page.getByText('已是全部').waitFor();
    });
    const scrolled = await page.evaluate(async () => {
      const { document, scrollTo, innerHeight, requestAnimationFrame: next } = globalThis as unknown as Windowed;
      const [rows, result] = [new Set<string>(), { rows: 0, most: 0, blanks: 0 }];
      for (let top = 0; top < document.documentElement.scrollHeight; top += 2 * innerHeight) {
        scrollTo(0, top);
        for (let frames = 0; frames < 3; frames++) await new Promise<void>((go) => next(() => setTimeout(go)));
        const drawn = document.querySelectorAll('tbody tr:not([aria-hidden])');
        for (const { innerHTML } of drawn) rows.add(innerHTML);
        result.most = Math.max(result.most, drawn.length);
        if (document.elementFromPoint(700, innerHeight / 2)?.closest('tr[aria-hidden]')) result.blanks += 1;
      }
      return { ...result, rows: rows.size };
    });
    // Every row comes into view somewhere on the way, and never are more drawn than some screens hold.
    expect([scrolled.rows, scrolled.blanks]).toEqual([5_000, 0]);
    expect(scrolled.most).toBeLessThan(500);
    // Another page draws that page, not the whole list anew.
    expect(work.longest).toBeLessThan(500);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => (globalThis as unknown as EventTarget).dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('tbody tr').count()).toBe(5_000);
    expect(faults).toEqual([]);
  }, 120_000);
});
