import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { MAIN, rawWorkbook, worksheet, type RawWorkbook } from './raw-zip.fixture.js';
import { readRows } from './read-rows.js';
import type { Row } from './sheet-rows.js';
import type { WorkbookSource } from './workbook-source.js';

async function rowsOf(source: WorkbookSource): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of readRows(source)) rows.push(row);
  return rows;
}

async function cellsOf(workbook: RawWorkbook): Promise<Row['cells'][]> {
  return (await rowsOf(rawWorkbook(workbook))).map((row) => row.cells);
}

const inline = (text: string) => `<row><c t="inlineStr"><is>${text}</is></c></row>`;

test('visible sheets come in the order of their tabs, rows with their numbers', async () => {
  const rows = await rowsOf(
    rawWorkbook({
      sheets: [
        { name: '理论&amp;课', data: '<row r="2"><c r="A2"><v>1</v></c></row><row r="7"><c r="A7"><v>2</v></c></row>' },
        { name: '代码', state: 'hidden', data: '<row><c><v>3</v></c></row>' },
        { name: '内部', state: 'veryHidden', data: '<row><c><v>4</v></c></row>' },
        { name: 'A_x0042_C', state: 'visible', data: '<row><c><v>5</v></c></row>' },
      ],
    }),
  );
  expect(rows).toEqual([
    { sheet: '理论&课', row: 2, cells: [1] },
    { sheet: '理论&课', row: 7, cells: [2] },
    { sheet: 'ABC', row: 1, cells: [5] },
  ]);
});

test('cells stand where their reference says, or next to the one before', async () => {
  const data =
    '<row r="1"><c r="B1"><v>1</v></c><c><v>2</v></c><c r="AA1"><v>3</v></c></row>' +
    '<row><c><v>4</v></c></row>' +
    '<row><c r="A9"><v>5</v></c></row>' +
    '<row><c><v>6</v></c></row>';
  const rows = await rowsOf(rawWorkbook({ sheets: [data] }));
  expect(rows.map((r) => r.row)).toEqual([1, 2, 9, 10]);
  expect(rows[0]!.cells).toEqual([null, 1, 2, ...Array(23).fill(null), 3]);
});

test('rows and cells in which nothing stands are left out', async () => {
  const data =
    '<row r="1"/><row r="2" ht="30"><c r="A2" s="1"/><c r="ZZ2" s="1"/></row><row r="3"><c r="A3"><v>1</v></c><c r="XFD3" s="1"/></row>' +
    '<row r="4"><c t="inlineStr"><is><t></t></is></c><c t="inlineStr"><is/></c><c t="str"><f>IF(A1,"x","")</f><v></v></c></row>';
  expect(await rowsOf(rawWorkbook({ sheets: [data] }))).toEqual([{ sheet: 'Sheet1', row: 3, cells: [1] }]);
});

test('every type of cell', async () => {
  const data =
    '<row><c t="s"><v>1</v></c><c t="inlineStr"><is><t>内</t></is></c><c t="str"><f>A1&amp;"x"</f><v>张三x</v></c>' +
    '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><f>NA()</f><v>#N/A</v></c><c t="n"><v>-1.5E2</v></c><c><f>1+1</f><v>2</v></c>' +
    '<c t="d"><v>2021-03-05T09:30:00</v></c><c t="d"><v>2021-03-05</v></c></row>';
  const strings = '<si><t>零</t></si><si><t>一</t></si>';
  expect(await cellsOf({ sheets: [data], strings })).toEqual([
    ['一', '内', '张三x', true, false, '#N/A', -150, 2, '2021-03-05 09:30', '2021-03-05'],
  ]);
});

test('a formula that was never calculated is null, and its column is told', async () => {
  const data = '<row><c><v>1</v></c><c><f>A1+1</f><v></v></c><c><f>A1+2</f></c></row>';
  expect(await rowsOf(rawWorkbook({ sheets: [data] }))).toEqual([{ sheet: 'Sheet1', row: 1, cells: [1], uncalculated: [2, 3] }]);
});

test('an integer that no number can hold keeps its digits', async () => {
  const data = '<row><c><v>610326199001011234</v></c><c><v>9007199254740991</v></c><c><v>6.1032619900101101E+17</v></c></row>';
  expect(await cellsOf({ sheets: [data] })).toEqual([['610326199001011234', 9007199254740991, 610326199001011010]]);
});

test('rich text is put together, phonetic readings are not part of it', async () => {
  const rich =
    '<r><rPr><b/></rPr><t>党支部</t></r><r><t xml:space="preserve"> 书记 </t></r><rPh sb="0" eb="1"><t>ダン</t></rPh><phoneticPr fontId="1"/>';
  const data = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>' + inline(rich);
  expect(await cellsOf({ sheets: [data], strings: `<si>${rich}</si><si><t>末</t></si>` })).toEqual([
    ['党支部 书记 ', '末'],
    ['党支部 书记 '],
  ]);
});

test('text keeps its spaces and line ends, and gets back what XML cannot carry', async () => {
  const data =
    inline('<t xml:space="preserve">  a \n b\t</t>') +
    inline('<t>c_x000D_\nd_x005F_x000D_&amp;<![CDATA[<e>]]><!-- no -->&#x4e2d;</t>') +
    inline('<t>_x12_ _xZZZZ_</t>');
  expect(await cellsOf({ sheets: [data] })).toEqual([['  a \n b\t'], ['c\r\nd_x000D_&<e>中'], ['_x12_ _xZZZZ_']]);
});

test('dates, by built-in and custom formats, in both systems', async () => {
  const styles =
    '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode="#,##0.00&quot;元/d&quot;"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="20"/></cellXfs>' +
    '<dxfs><dxf><numFmt numFmtId="177" formatCode="yyyy-mm-dd"/></dxf></dxfs>';
  const cell = (style: number, value: number) => `<c s="${style}"><v>${value}</v></c>`;
  const data = `<row>${cell(0, 44260)}${cell(1, 44260)}${cell(2, 44260.395833333336)}${cell(3, 44260)}${cell(4, 44260)}${cell(5, 0.3958333333333333)}${cell(99, 44260)}</row>`;
  expect(await cellsOf({ sheets: [data], styles })).toEqual([
    [44260, '2021-03-05', '2021-03-05 09:30', '2021-03-05', 44260, '09:30', 44260],
  ]);
  expect(await cellsOf({ sheets: [`<row>${cell(1, 42798)}</row>`], styles, properties: 'date1904="1"' })).toEqual([['2021-03-05']]);
});

test('any prefix, strict namespaces, UTF-16, backslashes and capitals in names of parts', async () => {
  const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
  const sheet = `\ufeff<?xml version="1.0" encoding="utf-16"?><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="3"><x:c r="B3" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  const workbook = `<x:workbook xmlns:x="urn:x" xmlns:rel="${strict}"><x:sheets><x:sheet name="名单" sheetId="1" rel:id="a"/></x:sheets></x:workbook>`;
  const bytes = rawWorkbook({
    strings: '<si><t>横渠</t></si>',
    parts: [
      {
        name: '_rels/.rels',
        data: `<Relationships><Relationship Id="b" Type="${strict}/officeDocument" Target="/x/Book.xml"/></Relationships>`,
      },
      { name: 'x/Book.xml', data: workbook },
      {
        name: 'x/_rels/Book.xml.rels',
        data: `<Relationships><Relationship Id="a" Type="${strict}/worksheet" Target="../S.xml"/><Relationship Id="c" Type="${strict}/sharedStrings" Target="../xl/sharedStrings.xml"/></Relationships>`,
      },
      { name: '\\s.XML', data: Buffer.from(sheet, 'utf16le') },
      { name: '../outside.xml', data: 'never looked at' },
    ],
  });
  expect(await rowsOf(bytes)).toEqual([{ sheet: '名单', row: 3, cells: [null, '横渠'] }]);
});

test('only what stands in sheetData is data', async () => {
  const xml =
    `<worksheet xmlns="${MAIN}"><sheetPr/><sheetData><row><c><v>1</v><extLst><ext><v>9</v></ext></extLst></c><x><c><v>8</v></c></x></row></sheetData>` +
    '<extLst><row><c><v>7</v></c></row></extLst></worksheet>';
  expect(await cellsOf({ sheets: [{ xml }] })).toEqual([[1]]);
});

test('a chart sheet holds no rows', async () => {
  const relationships = `<Relationships><Relationship Id="rId1" Type="x/chartsheet" Target="chart.xml"/><Relationship Id="rId2" Type="x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`;
  const data = '<row><c><v>2</v></c></row>';
  expect(await cellsOf({ sheets: ['', data], parts: [{ name: 'xl/_rels/workbook.xml.rels', data: relationships }] })).toEqual([[2]]);
});

test('a file on the disk reads like one in memory and is closed, also when the reader leaves early', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'workbook-'));
  const path = join(folder, '学员名单.xlsx');
  const data = Array.from({ length: 5_000 }, (_, i) => `<row><c><v>${i}</v></c></row>`).join('');
  try {
    const bytes = rawWorkbook({ sheets: [data] });
    await writeFile(path, bytes);
    const open = () => readdirSync('/proc/self/fd').length;
    const before = process.platform === 'linux' ? open() : 0;
    expect(await rowsOf({ path })).toEqual(await rowsOf(bytes));
    for await (const row of readRows({ path })) if (row.row === 3) break;
    await expect(rowsOf({ path: `${path}.none` })).rejects.toMatchObject({ code: 'ENOENT' });
    if (process.platform === 'linux') expect(open()).toBe(before);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('the root of a sheet is checked', async () => {
  await expect(rowsOf(rawWorkbook({ sheets: [{ xml: worksheet('').replaceAll('worksheet', 'chart') }] }))).rejects.toMatchObject({
    code: 'malformedXml',
  });
});
