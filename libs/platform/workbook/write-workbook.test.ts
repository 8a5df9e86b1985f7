import { PassThrough, Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { fromBufferPromise } from 'yauzl';
import { readRows } from './read-rows.js';
import type { CellToWrite, SheetToWrite } from './sheet-xml.js';
import { workbookBuffer, writeWorkbook } from './write-workbook.js';

async function backOf(bytes: Buffer) {
  const rows: { sheet: string; row: number; cells: unknown[] }[] = [];
  for await (const row of readRows(bytes, { cellLength: 32_767 })) rows.push(row);
  return rows;
}

/** Every part of the zip as text, through a reader that checks the sizes that the headers state. */
async function partsOf(bytes: Buffer): Promise<Record<string, string>> {
  const zip = await fromBufferPromise(bytes);
  const parts: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    expect(entry.getLastModDate({ timezone: 'UTC' }).toISOString()).toBe('1980-01-01T00:00:00.000Z');
    parts[entry.fileName] = Buffer.concat(chunks).toString();
  }
  return parts;
}

const one = (rows: CellToWrite[][], more: Partial<SheetToWrite> = {}): SheetToWrite[] => [{ name: '名单', rows, ...more }];

test('what is written reads back', async () => {
  async function* later(): AsyncGenerator<CellToWrite[]> {
    yield ['甲', 1];
    yield [];
    yield [null, null, '丙'];
  }
  const bytes = await workbookBuffer([
    { name: '学员 & <名单>', headerRows: 1, columns: [{ width: 20 }, {}, { text: true }], rows: [['姓名', '生日'], ['张三', { date: '1966-02-28' }, true, -1.5, false, '', 'x']] }, // prettier-ignore
    { name: 'A_x0041_', rows: later() },
  ]);
  expect(await backOf(bytes)).toEqual([
    { sheet: '学员 & <名单>', row: 1, cells: ['姓名', '生日'] },
    { sheet: '学员 & <名单>', row: 2, cells: ['张三', '1966-02-28', true, -1.5, false, null, 'x'] },
    { sheet: 'A_x0041_', row: 1, cells: ['甲', 1] },
    { sheet: 'A_x0041_', row: 3, cells: [null, null, '丙'] },
  ]);
});

test('any text and any number read back as they were', async () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('_', 'x', '0', '_x000D_', '\r', '\n', ' ', '&', '<', ']]>', '\x00', '\x1f', '\uffff', '="'),
      fc.string({ unit: 'grapheme', maxLength: 1 }),
    ),
  });
  const cell = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.boolean());
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }), async (rows) => {
      const back = await backOf(await workbookBuffer(one([...rows, ['end']])));
      rows.forEach((row, i) => {
        const cells = back.find((b) => b.row === i + 1)?.cells ?? [];
        row.forEach((value, c) => {
          const exact = typeof value !== 'number' || Number.isSafeInteger(value) || !Number.isInteger(value);
          if (exact) expect(cells[c] ?? null).toEqual(value === '' ? null : value === 0 ? 0 : value);
          else expect(Number(cells[c])).toBe(value);
        });
      });
    }),
    { numRuns: 300, seed: 2021 },
  );
});

test('every part is well-formed and named in the content types', async () => {
  const parts = await partsOf(
    await workbookBuffer([
      { name: 'A"', rows: [['x']] },
      { name: 'B', rows: [] },
    ]),
  );
  expect(Object.keys(parts)).toEqual(['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']); // prettier-ignore
  for (const xml of Object.values(parts)) new SaxesParser({ xmlns: true }).write(xml).close();
  const types = parts['[Content_Types].xml']!;
  for (const name of Object.keys(parts).filter((n) => n.startsWith('xl/') && !n.endsWith('.rels')))
    expect(types).toContain(`PartName="/${name}"`);
});

test('a sheet as Excel wants it: frozen bold header, widths, styles, in the order of the schema', async () => {
  const rows: CellToWrite[][] = [
    ['姓名'],
    ['=1+1', '+86', '-', '@x', '610326199001011234', { date: '2021-03-05' }, { date: '1850-01-01' }, ' a ', 'a&b'],
  ];
  const xml = (await partsOf(await workbookBuffer(one(rows, { headerRows: 1, columns: [{ width: 12.5 }, { text: true }] }))))[
    'xl/worksheets/sheet1.xml'
  ]!;
  const body = xml.slice(xml.indexOf('<sheetViews>'));
  const text = (place: string, value: string) => `<c r="${place}2" s="3" t="inlineStr"><is><t>${value}</t></is></c>`;
  expect(body).toBe(
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>' +
      '<cols><col min="1" max="1" width="12.5" customWidth="1"/><col min="2" max="2" width="9" customWidth="1" style="3"/></cols>' +
      '<sheetData><row r="1"><c r="A1" s="2" t="inlineStr"><is><t>姓名</t></is></c></row><row r="2">' +
      text('A', '=1+1') + text('B', '+86') + text('C', '-') + text('D', '@x') + text('E', '610326199001011234') +
      '<c r="F2" s="1"><v>44260</v></c>' + text('G', '1850-01-01') +
      '<c r="H2" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c><c r="I2" t="inlineStr"><is><t>a&amp;b</t></is></c>' +
      '</row></sheetData></worksheet>', // prettier-ignore
  );
});

test('columns are named A to XFD', async () => {
  const xml = (await partsOf(await workbookBuffer(one([Array<string>(16_384).fill('x')]))))['xl/worksheets/sheet1.xml']!;
  const names = [...xml.matchAll(/r="([A-Z]+)1"/g)].map((m) => m[1]);
  expect([names[0], names[25], names[26], names[701], names[702], names.at(-1)]).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
});

test('the same rows give the same bytes, through a stream as in memory', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i): CellToWrite[] => [`学员${i}`, i, { date: '2021-03-05' }]);
  const chunks: Buffer[] = [];
  const target = new PassThrough();
  target.on('data', (chunk: Buffer) => chunks.push(chunk));
  await writeWorkbook(one(rows), target);
  expect(Buffer.concat(chunks).equals(await workbookBuffer(one(rows)))).toBe(true);
});

test('what no workbook can hold is refused, and the target is destroyed', async () => {
  const bad: SheetToWrite[][] = [
    [],
    one([[NaN]]),
    one([[Infinity]]),
    one([[{ date: '2021-02-30' }]]),
    one([['x'.repeat(32_768)]]),
    one([Array<number>(16_385).fill(1)]),
    ...['', 'x'.repeat(32), 'a/b', 'a:b', '[a]', "'a", 'a\n'].map((name) => [{ name, rows: [] }]),
    [...one([]), ...one([])],
  ];
  for (const sheets of bad) await expect(workbookBuffer(sheets)).rejects.toThrow(RangeError);

  const target = new PassThrough();
  target.resume();
  await expect(writeWorkbook(one([['ok'], [NaN]]), target)).rejects.toThrow('A2: not a finite number');
  expect(target.destroyed).toBe(true);
  const failing = (function* () {
    yield ['x'];
    throw new Error('the cursor broke');
  })();
  await expect(workbookBuffer([{ name: 'x', rows: failing }])).rejects.toThrow('the cursor broke');
});

test('rows are asked for only as fast as the target takes bytes', async () => {
  let asked = 0;
  function* rows() {
    for (; asked < 1_000_000; asked++) yield [Math.sin(asked), Math.cos(asked)];
  }
  const stuck = new Writable({ write: () => {} });
  const writing = writeWorkbook([{ name: 'x', rows: rows() }], stuck);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(asked).toBeLessThan(50_000);
  stuck.destroy();
  await expect(writing).rejects.toThrow();
});
