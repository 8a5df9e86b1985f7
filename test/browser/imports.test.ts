import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import { type Locator, type Page } from 'playwright-core';
import { type CellToWrite, readRows, type Row, workbookBuffer } from '#platform/workbook';
import { atRest, formOf, sendForm } from '../factories/importing.js';
import { done } from '../factories/training.js';
import { type County, plantCounty, signedIn, testPassword } from '../stories/support/county.js';
import { type Product, startProduct } from '../stories/support/start-product.js';
import { closeBrowser, visit } from './support/browser.js';
import { eventually } from './support/eventually.js';

/** Lists as they really are: titles above, words of their own, sums between, and seven rows that cannot stand. */
describe('imports in a browser', () => {
  let product: Product;
  let county: County;
  let admin: string;
  let organiser: string;
  beforeAll(async () => {
    product = await startProduct({ worker: true });
    county = await plantCounty(product.db);
    organiser = await signedIn(product, 'organiser', 'organiser', county.county);
    admin = await signedIn(product, 'admin', 'admin', county.county);
  });
  afterAll(async () => {
    await closeBrowser();
    await product?.stop();
  });
  const visitAs = (account: string) => visit(product, { account, password: testPassword });
  const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const choose = (page: Page, name: string, buffer: Buffer): Promise<void> =>
    page.getByLabel('选择文件', { exact: true }).setInputFiles({ name, mimeType: xlsx, buffer });
  const imported = async (): Promise<number> =>
    Number((await product.db.query("SELECT COUNT(*) AS many FROM people WHERE code LIKE 'HQ-%'"))[0].many);
  async function downloaded(page: Page, link: Locator): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  const header = ['序号', '花名册号', '参训人员', '村的代号', '性别', '出生', '身份证', '联系电话', '备注'];
  const line = (no: number, more: Record<number, CellToWrite> = {}): CellToWrite[] => {
    const cells: CellToWrite[] = [no, `HQ-${no}`, `示例学员${no}`, '610326101204', '女', '1980-02-03', null, null, null];
    for (const [place, value] of Object.entries(more)) cells[Number(place)] = value;
    return cells;
  };
  const rows: CellToWrite[][] = [
    ['横渠镇参训人员名单(示例数据)'],
    [],
    ['填报单位:横渠镇', null, null, null, null, null, null, '2021年6月'],
    header,
    line(1),
    line(2, { 1: null }),
    line(3, { 2: null }),
    line(4),
    ['小计', null, null, null, null, null, null, 4],
    header,
    line(5, { 3: '610326199999' }),
    line(6, { 4: '不详' }),
    line(7, { 5: '1980-02-30' }),
    line(8, { 6: '610326198002030010' }),
    line(9, { 7: '12345' }),
    ...Array.from({ length: 900 }, (_, i) => line(10 + i, i < 600 ? {} : { 3: '610326105200' })),
    ['横渠镇合计:', null, null, null, null, null, null, 909],
  ];
  const reasons: [row: number, why: string][] = [
    [6, '人员编号没有填。'],
    [7, '姓名没有填。'],
    [11, '单位代码查无此项,或不在你的单位范围内。'],
    [12, '性别只能填:男、女。'],
    [13, '出生日期不是日期,请写成 2021-06-08。'],
    [14, '身份证号的位数或末位校验码不符。'],
    [15, '手机号不是手机号。'],
  ];
  const sound = 902;

  it('read a list under a mapping given here, tell each faulty row, write the others, and take them back', async () => {
    const { page, faults } = await visitAs('organiser');
    await page.goto('/imports?for=people');
    await choose(page, '横渠名单.xlsx', await workbookBuffer([{ name: '六月', rows }]));
    await page.getByText('没有找到表头', { exact: false }).waitFor();
    const mapping = page.getByRole('region', { name: '列的对应' });
    await mapping.getByRole('radio', { name: '第 4 行是表头' }).check();
    await mapping.getByText('还缺必填的列:人员编号、单位代码').waitFor();
    const check = mapping.getByRole('button', { name: '按这样重新检查' });
    expect(await check.isDisabled()).toBe(true);
    for (const [letter, field] of [
      ['B', '人员编号'],
      ['D', '单位代码'],
    ]) {
      await mapping.getByRole('combobox', { name: `${letter} 列是什么` }).fill(field!);
      await page.keyboard.press('Enter');
    }
    await mapping.getByText('不读的列:序号、备注').waitFor();
    await check.click();

    await page.getByText(`909 行数据中 7 行有误。请核对后重新上传,或只导入其余 ${sound} 行。`).waitFor();
    const faulty = page.getByRole('table', { name: '有误' });
    for (const [row, why] of reasons) await faulty.getByRole('row', { name: new RegExp(`^第 ${row} 行 ${why}`) }).waitFor();
    expect(await faulty.locator('tbody').getByRole('row').count()).toBe(7);
    await page.getByRole('button', { name: /^不是数据/ }).click();
    const skipped = page.getByRole('table', { name: '不是数据' });
    await skipped.waitFor();
    expect(await skipped.getByRole('rowheader').allTextContents()).toEqual(['第 9 行', '第 10 行', '第 916 行']);

    const back = await downloaded(page, page.getByRole('link', { name: '下载有误的 7 行' }));
    const read: Row[] = [];
    for await (const row of readRows(back.bytes)) read.push(row);
    expect(read.slice(-7).map(({ cells }) => cells.slice(9))).toEqual(reasons);
    expect(await imported()).toBe(0);

    // Somebody else holds the village of the last rows for a while: the work stands still in the middle, and the page is loaded anew.
    const held = await createConnection({ uri: product.config.databaseUrl });
    try {
      await held.query('START TRANSACTION');
      await held.query('SELECT id FROM units WHERE id = ? FOR UPDATE', [county.jinquVillage]);
      await page.getByRole('button', { name: `只导入其余 ${sound} 行` }).click();
      for (const again of [false, true]) {
        if (again) await page.reload();
        await page.getByText(/^已完成 500 行,还有约 409 行/).waitFor();
        expect(await page.getByRole('progressbar', { name: '正在写入。' }).getAttribute('aria-valuenow')).toBe('55');
      }
    } finally {
      await held.query('ROLLBACK');
      await held.end();
    }
    await page.getByText(`909 行数据中写入了 ${sound} 行,0 行与原有内容相同,7 行有误没有写入。`).waitFor();
    expect(await imported()).toBe(sound);

    // Somebody else holds one of the first people for a while.
    const heldAgain = await createConnection({ uri: product.config.databaseUrl });
    try {
      await heldAgain.query('START TRANSACTION');
      await heldAgain.query("SELECT id FROM people WHERE code = 'HQ-10' FOR UPDATE");
      await page.getByRole('button', { name: '整批撤回' }).click();
      await page.getByRole('dialog', { name: '撤回这次导入?' }).getByRole('button', { name: '整批撤回' }).click();
      for (const again of [false, true]) {
        if (again) await page.reload();
        await page.getByText(/^已完成 409 行,还有约 500 行/).waitFor();
      }
    } finally {
      await heldAgain.query('ROLLBACK');
      await heldAgain.end();
    }
    await page.getByText(`曾写入 ${sound} 行,已全部撤回。`).waitFor();
    expect(await imported()).toBe(0);
    expect(faults).toEqual([]);
  });

  /** A header like the one above, of which somebody has said before what it is. */
  async function knownHeader(last: string): Promise<string[]> {
    const titles = [...header.slice(0, -1), last];
    const list = await workbookBuffer([{ name: '名单', rows: [titles, line(1)] }]);
    const { id } = done(await sendForm(product, organiser, formOf('people', list))).json;
    await atRest(product, organiser, id);
    const [{ mapping }] = done(await product.call(`/v1/imports/${id}/sheets`, { token: organiser })).json;
    const columns = [...mapping.columns, { key: 'code', column: 2 }, { key: 'unitCode', column: 4 }];
    done(await product.call(`/v1/imports/${id}/mapping`, { token: organiser, body: { sheets: [{ ...mapping, columns }] } }));
    await atRest(product, organiser, id);
    return titles;
  }

  it('know the header of the next file, wherever it stands', async () => {
    const known = await knownHeader('说明');
    const { page, faults } = await visitAs('organiser');
    await page.goto('/imports?for=people');
    await choose(page, '七月名单.xlsx', await workbookBuffer([{ name: '七月', rows: [['七月名单'], known, line(2_001), line(2_002)] }]));
    const mapping = page.getByRole('region', { name: '列的对应' });
    await mapping.getByText('与上次表头相同,已按上次填好,请核对').waitFor();
    expect(await mapping.getByRole('radio', { name: '第 2 行是表头' }).isChecked()).toBe(true);
    await mapping.getByRole('button', { name: '按这样重新检查' }).click();
    // What is chosen over the page is not lost to Esc, and not let go unasked.
    await page.getByRole('button', { name: '核对列的对应' }).click();
    const sheet = page.getByRole('dialog', { name: '列的对应' });
    await sheet.getByRole('radio', { name: '第 1 行是表头' }).check();
    for (const key of ['Escape', 'Escape']) await page.keyboard.press(key);
    await sheet.getByRole('button', { name: '关闭' }).click();
    await sheet.getByText('已填的内容还没有保存。').waitFor();
    expect(await sheet.getByRole('radio', { name: '第 1 行是表头' }).isChecked()).toBe(true);
    await sheet.getByRole('button', { name: '放弃' }).click();
    await sheet.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '导入 2 行' }).click();
    await page.getByText('2 行数据中写入了 2 行', { exact: false }).waitFor();
    await page.goto('/people?q=HQ-200');
    await page.getByRole('link', { name: '示例学员2002' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('call off a check and an application under way, saying what became of it', async () => {
    const { page, faults } = await visitAs('organiser');
    const list = await workbookBuffer([
      {
        name: '名单',
        rows: [
          ['人员编号', '姓名', '单位代码'],
          ...Array.from({ length: 900 }, (_, i) => [`HQ-C${i}`, '示例学员', i < 600 ? '610326101204' : '610326105200']),
        ],
      },
    ]);
    const held = await createConnection({ uri: product.config.databaseUrl });
    const idle = () => eventually(async () => (await product.db.query("SELECT 1 FROM outbox WHERE job LIKE '%-import'")).length, 0);
    try {
      await held.query('LOCK TABLES people WRITE');
      await page.goto('/imports?for=people');
      await choose(page, '名单.xlsx', list);
      await page.getByText('取消后不留下任何判定').waitFor();
      await page.getByRole('button', { name: '取消检查' }).click();
      await page.getByText('已取消,没有写入任何内容。').waitFor();
      expect(await page.getByRole('button', { name: '整批撤回' }).count()).toBe(0);
      await held.query('UNLOCK TABLES');
      await idle();

      await page.getByRole('button', { name: '重新检查' }).click();
      await page.getByRole('button', { name: '导入 900 行' }).waitFor();
      await page.getByRole('button', { name: /^会新增\s*900$/ }).waitFor();
      await held.query('START TRANSACTION');
      await held.query('SELECT id FROM units WHERE id = ? FOR UPDATE', [county.jinquVillage]);
      await page.getByRole('button', { name: '导入 900 行' }).click();
      await page.getByText(/^已完成 500 行,还有约 400 行/).waitFor();
      await page.getByText('取消后什么都不写入。').waitFor();
      await page.getByRole('button', { name: '取消写入' }).click();
      await page.getByText('已取消,没有写入任何内容。').waitFor();
    } finally {
      await held.query('ROLLBACK');
      await held.end();
    }
    await idle();
    await page.reload();
    await page.locator('dt:text-is("状态") + dd').getByText('已取消', { exact: true }).waitFor();
    await page.getByText('一行也没有写入:共 900 行,900 行会新增或更新', { exact: false }).waitFor();
    await page.getByRole('button', { name: /^会新增\s*900$/ }).waitFor();
    await page.goto('/imports?state=cancelled');
    const [titles, cells] = [page.getByRole('columnheader'), page.getByRole('table').locator('tbody tr').first().locator('th, td')];
    await cells.first().waitFor();
    const written = (await titles.allTextContents()).indexOf('写入');
    expect((await cells.allTextContents())[written]).toBe('0');
    expect((await product.db.query("SELECT 1 FROM people WHERE code LIKE 'HQ-C%'")).length).toBe(0);
    expect(faults).toEqual([]);
  });

  it('send a large file with the time left, and stop when told to', async () => {
    const { page, context, faults } = await visitAs('organiser');
    const before = (await product.db.query('SELECT 1 FROM imports')).length;
    await page.goto('/imports?for=people');
    const line = await context.newCDPSession(page);
    await line.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 400_000 });
    await choose(page, '大名单.xlsx', Buffer.alloc(12_000_000, 1));
    await page.getByText(/^已上传 \d+% · 约 \d+ 秒$/).waitFor();
    await page.getByRole('button', { name: '取消上传' }).click();
    await page.getByText('已取消上传。').waitFor();
    await page.getByText('导入人员:把工作簿拖到这里', { exact: false }).waitFor();
    expect((await product.db.query('SELECT 1 FROM imports')).length).toBe(before);
    expect(faults).toEqual([]);
  });

  it('go on showing the work when one answer is lost', async () => {
    const known = await knownHeader('附注');
    const { page } = await visitAs('organiser');
    await page.goto('/imports?for=people');
    await choose(page, '八月名单.xlsx', await workbookBuffer([{ name: '八月', rows: [known, line(3_001)] }]));
    const check = page.getByRole('button', { name: '按这样重新检查' });
    await check.waitFor();
    let lost = 0;
    await page.route(new URL(page.url()).pathname.replace('/imports', '**/v1/imports'), async (route) => {
      if (lost++ > 0) return route.fallback();
      await route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"code":"unexpected"}' });
    });
    await check.click();
    await page.getByRole('button', { name: '导入 1 行' }).waitFor();
    expect(lost).toBeGreaterThan(1);
  });

  it('give an empty list for every kind, and know its header when it comes back', async () => {
    const { json: kinds } = await product.call('/v1/imports/kinds', { token: admin });
    expect(kinds).toHaveLength(8);
    const { page, faults } = await visitAs('admin');
    for (const { kind } of kinds as { kind: string }[]) {
      await page.goto(`/imports?for=${kind}`);
      const link = page.getByRole('radiogroup', { name: '导入什么' }).locator(`a[href$="/templates/${kind}"]`);
      const template = await downloaded(page, link);
      expect([kind, template.name]).toEqual([kind, expect.stringMatching(/\.xlsx$/)]);
      await choose(page, template.name, template.bytes);
      await page.waitForURL(/\/imports\/\d+/);
      await page.locator('dt:text-is("状态") + dd').getByText('待确认', { exact: true }).waitFor();
      expect([kind, await page.getByRole('alert').count()]).toEqual([kind, 0]);
    }
    expect(faults).toEqual([]);
  });
});
