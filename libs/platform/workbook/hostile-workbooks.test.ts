import { deflateRawSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { WorkbookLimits } from './limits.js';
import { bomb, rawParts, rawWorkbook, rawZip, worksheet } from './raw-zip.fixture.js';
import { readRows } from './read-rows.js';
import { WorkbookFault } from './workbook-fault.js';

/** The fault that reading gives; how many rows were given before does not matter. */
async function faultOf(bytes: Buffer, limits?: Partial<WorkbookLimits>): Promise<WorkbookFault> {
  try {
    for await (const row of readRows(bytes, limits)) void row;
  } catch (error) {
    if (error instanceof WorkbookFault) return error;
    throw error;
  }
  throw new Error('no fault');
}

const row = (inside: string) => `<row>${inside}</row>`;
const ONE = row('<c><v>1</v></c>');
const SHEET = 'xl/worksheets/sheet1.xml';

test('what is no workbook', async () => {
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('P'),
    Buffer.from('姓名,身份证号\n'),
    Buffer.from('<html><table><tr><td>姓名'),
    Buffer.from('PK\x03\x04 and then nothing'),
    rawZip([]),
    rawZip([{ name: 'readme.txt', data: 'hello' }]),
    rawWorkbook({ sheets: [ONE] }).subarray(0, -30),
    rawWorkbook({ parts: [{ name: 'xl/workbook.xml', data: '<document/>' }] }),
    rawWorkbook({ parts: [{ name: 'xl/_rels/workbook.xml.rels', data: '<Relationships/>' }] }),
    rawZip([...rawParts({}), { name: 'XL\\workbook.xml', data: '<workbook/>' }]),
  ]) {
    expect((await faultOf(bytes)).code).toBe('notAWorkbook');
  }
});

test('a damaged part: wrong checksum, cut short, no deflate data, unknown method', async () => {
  const whole = deflateRawSync(worksheet(ONE.repeat(100)));
  for (const part of [{ crc: 1 }, { deflated: whole.subarray(0, -9) }, { deflated: Buffer.alloc(50, 255) }, { method: 12 }]) {
    const bytes = rawWorkbook({ parts: [{ name: SHEET, data: worksheet(ONE.repeat(100)), ...part }] });
    expect(await faultOf(bytes)).toMatchObject({ code: 'notAWorkbook' });
  }
});

test('headers that point outside the file', async () => {
  const parts = rawParts({ sheets: [ONE] });
  const far = { ...parts[0]!, offset: 0x7fff_ffff };
  const long = { ...parts[0]!, statedDeflated: 0x7fff_ffff };
  for (const bytes of [
    rawZip([far, ...parts.slice(1)]),
    rawZip([long, ...parts.slice(1)]),
    rawZip(parts, { offset: 0xffff_fff0 }),
    rawZip(parts, { count: 9_999 }),
  ]) {
    expect((await faultOf(bytes)).code).toBe('notAWorkbook');
  }
  // A zip64 locator with an offset that no number can hold.
  const zip = rawZip(parts);
  const locator = Buffer.concat([Buffer.from('PK\x06\x07'), Buffer.alloc(16, 255)]);
  expect((await faultOf(Buffer.concat([zip.subarray(0, -22), locator, zip.subarray(-22)]))).code).toBe('notAWorkbook');
});

test('old and encrypted formats are told apart', async () => {
  const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(66_000)]);
  expect((await faultOf(compound)).code).toBe('oldFormat');
  const encrypted = Buffer.from(compound);
  encrypted.write('EncryptedPackage', 65_520, 'utf16le'); // across the border of two pieces
  expect((await faultOf(encrypted)).code).toBe('passwordProtected');
  expect((await faultOf(rawWorkbook({ parts: [{ name: SHEET, data: worksheet(ONE), flags: 1 }] }))).code).toBe('passwordProtected');
  const xlsb = rawParts({}).map((p) => ({ ...p, data: String(p.data).replace('workbook.xml', 'workbook.bin') }));
  expect((await faultOf(rawZip(xlsb))).code).toBe('oldFormat');
});

const OPEN = worksheet('').split('</sheetData>')[0]!;

const MIB = 1024 * 1024;

/** The fault of a sheet that would go on for very long. It must be found before `mib` of it are inflated, or it is that limit's. */
function bombFault(piece: string, times: number, mib: number, limits?: Partial<WorkbookLimits>): Promise<WorkbookFault> {
  const part = { name: SHEET, data: '', deflated: bomb(OPEN, piece, times), statedSize: 1_000 };
  return faultOf(rawWorkbook({ parts: [part] }), { bytes: mib * MIB, ...limits });
}

test('bombs are stopped while they inflate, whatever size the headers state', async () => {
  const endless = await bombFault(' ', 2_000_000_000, 2);
  expect([endless.code, endless.message]).toEqual(['tooLarge', expect.stringContaining('one XML token without end')]);
  expect(await bombFault('<x/>', 500_000_000, 17)).toMatchObject({ code: 'tooLarge', limit: 200 }); // 1,000 : 1
  expect(await bombFault('<x/>', 500_000_000, 1)).toMatchObject({ code: 'tooLarge', limit: MIB, sheet: 'Sheet1' });
});

test('ten million rows', async () => {
  expect(await bombFault(ONE, 10_000_000, 6)).toMatchObject({ code: 'tooManyRows', row: 200_001, limit: 200_000 });
  expect(await bombFault(row(''), 10_000_000, 12, { ratio: 2_000 })).toMatchObject({ code: 'tooManyRows', row: 1_048_577 });
});

test('rows are counted over all sheets, and only those in which something stands', async () => {
  const bytes = rawWorkbook({ sheets: [ONE + row('') + ONE, ONE] });
  await expect(faultOf(bytes, { rows: 3 })).rejects.toThrow('no fault');
  expect(await faultOf(bytes, { rows: 2 })).toMatchObject({ code: 'tooManyRows', sheet: 'Sheet2', row: 1, limit: 2 });
});

test('cells far to the right', async () => {
  expect(await faultOf(rawWorkbook({ sheets: [ONE + row('<c r="BM2"><v>1</v></c>')] }))).toMatchObject({
    code: 'tooManyColumns',
    sheet: 'Sheet1',
    row: 2,
    column: 65,
  });
  expect((await faultOf(rawWorkbook({ sheets: [row('<c><v>1</v></c>'.repeat(16_384))] }))).code).toBe('tooManyColumns');
  expect((await faultOf(rawWorkbook({ sheets: [row('<c/>'.repeat(16_385))] }))).code).toBe('malformedXml');
  for (const reference of ['XFE1', 'ZZZZZZZZZZ1', '1', '中1']) {
    expect((await faultOf(rawWorkbook({ sheets: [row(`<c r="${reference}"><v>1</v></c>`)] }))).code).toBe('malformedXml');
  }
});

test('the table of strings is bounded by count and by length', async () => {
  const strings = '<si><t>一二三四</t></si>'.repeat(10);
  expect((await faultOf(rawWorkbook({ sheets: [ONE], strings }), { sharedStrings: 9 })).code).toBe('tooManyStrings');
  expect((await faultOf(rawWorkbook({ sheets: [ONE], strings }), { sharedLength: 39 })).code).toBe('tooManyStrings');
  await expect(faultOf(rawWorkbook({ sheets: [ONE], strings }), { sharedStrings: 10, sharedLength: 40 })).rejects.toThrow('no fault');
});

test('a text too long for a cell, wherever it stands; one that no cell uses does not matter', async () => {
  const long = '长'.repeat(2_001);
  const strings = `<si><t>短</t></si><si><t>${long}</t></si>`;
  const used = row('<c t="s"><v>1</v></c>');
  const place = { code: 'cellTooLong', sheet: 'Sheet1', row: 2, limit: 2_000 };
  expect(await faultOf(rawWorkbook({ sheets: [ONE + used], strings }))).toMatchObject({ ...place, column: 1 });
  await expect(faultOf(rawWorkbook({ sheets: [row('<c t="s"><v>0</v></c>')], strings }))).rejects.toThrow('no fault');
  expect(await faultOf(rawWorkbook({ sheets: [ONE + row(`<c t="inlineStr"><is><t>${long}</t></is></c>`)] }))).toMatchObject(place);
  expect(
    await faultOf(rawWorkbook({ sheets: [ONE + row(`<c t="inlineStr"><is>${'<r><t>长</t></r>'.repeat(2_001)}</is></c>`)] })),
  ).toMatchObject(place);
  expect(await faultOf(rawWorkbook({ sheets: [ONE + row(`<c t="str"><v>${long}</v></c>`)] }))).toMatchObject(place);
  expect(await faultOf(rawWorkbook({ sheets: [`${ONE}<row><c t="str"><v>${'x'.repeat(3_000_000)}`] }))).toMatchObject(place);
  const escaped = row(`<c t="inlineStr"><is><t>${'_x000D_'.repeat(2_000)}</t></is></c>`);
  await expect(faultOf(rawWorkbook({ sheets: [escaped] }))).rejects.toThrow('no fault');
});

test('XML that is not well formed', async () => {
  const sheets = [
    '<row>',
    '</row>',
    '<row><c></row></c>',
    '<row a="1" a="2"/>',
    '<row a=1/>',
    '<row>&nope;</row>',
    '<row>\x01</row>',
    '<row>&#0;</row>',
  ];
  for (const sheet of sheets) expect((await faultOf(rawWorkbook({ sheets: [sheet] }))).code).toBe('malformedXml');
  const gbk = Buffer.from(worksheet('<row><c t="str"><v>\xd5\xc5\xc8\xfd</v></c></row>'), 'latin1');
  expect((await faultOf(rawWorkbook({ parts: [{ name: SHEET, data: gbk }] }))).code).toBe('malformedXml');
  expect((await faultOf(rawWorkbook({ parts: [{ name: SHEET, data: '' }] }))).code).toBe('malformedXml');
});

test('rows and columns that go backwards, or strings that do not exist', async () => {
  for (const data of [
    '<row r="2"/><row r="2"/>',
    '<row r="0"/>',
    '<row r="x"/>',
    row('<c r="B1"/><c r="A1"/>'),
    row('<c t="s"><v>3</v></c>'),
    row('<c t="s"><v>-1</v></c>'),
  ]) {
    expect((await faultOf(rawWorkbook({ sheets: [data] }))).code).toBe('malformedXml');
  }
});

test('any document type is refused, in any part, before it is read', async () => {
  const laughs = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
  const outside = '<!DOCTYPE x SYSTEM "file:///etc/passwd">';
  for (const doctype of [laughs, outside, '<!DOCTYPE' + ' '.repeat(3_000_000)]) {
    expect(await faultOf(rawWorkbook({ sheets: [{ xml: doctype + worksheet(row('<c t="str"><v>&b;</v></c>')) }] }))).toMatchObject({
      code: 'doctype',
      sheet: 'Sheet1',
    });
  }
  for (const name of ['_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/sharedStrings.xml', 'xl/styles.xml']) {
    expect((await faultOf(rawWorkbook({ parts: [{ name, data: `${outside}<x/>` }] }))).code).toBe('doctype');
  }
});

test('no visible sheet, too many sheets, parts, formats, or depth', async () => {
  expect((await faultOf(rawWorkbook({ sheets: [] }))).code).toBe('noSheet');
  expect((await faultOf(rawWorkbook({ sheets: [{ state: 'hidden', data: ONE }] }))).code).toBe('noSheet');
  expect((await faultOf(rawWorkbook({ sheets: Array<string>(257).fill('') }))).code).toBe('tooLarge');
  expect((await faultOf(rawZip(Array.from({ length: 10_001 }, (_, i) => ({ name: `${i}`, data: '' }))))).code).toBe('tooLarge');
  expect((await faultOf(rawWorkbook({ styles: `<cellXfs>${'<xf/>'.repeat(65_537)}</cellXfs>` }))).code).toBe('tooLarge');
  expect((await faultOf(rawWorkbook({ sheets: ['<a>'.repeat(65)] }))).code).toBe('malformedXml');
  expect((await faultOf(rawWorkbook({ sheets: [`<row ${Array.from({ length: 300 }, (_, i) => `a${i}=""`).join(' ')}/>`] }))).code).toBe(
    'malformedXml',
  );
});

test('whatever bytes are changed, reading ends with rows or with a fault', async () => {
  const strings = '<si><t>张三</t></si><si><r><t>李</t></r><r><t>四</t></r></si>';
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
  const data = row('<c t="s"><v>0</v></c><c s="1"><v>44260</v></c>') + row('<c t="s"><v>1</v></c><c t="inlineStr"><is><t>x</t></is></c>');
  const stored = rawZip(rawParts({ sheets: [data], strings, styles }).map((p) => ({ ...p, stored: true })));
  const deflated = rawWorkbook({ sheets: [data], strings, styles });
  const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(stored, deflated), fc.array(change, { minLength: 1, maxLength: 4 }), async (original, changes) => {
      const bytes = Buffer.from(original);
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      await faultOf(bytes).catch((error: Error) => expect(error.message).toBe('no fault'));
    }),
    { numRuns: 600, seed: 2021 },
  );
});
