import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { atRest, formOf, Importing, sendForm } from '../factories/importing.js';
import { bomb, rawWorkbook, worksheet } from '../../libs/platform/workbook/raw-zip.fixture.js';
import { type County, plantCounty, signedIn } from './support/county.js';
import { type Product, startProduct } from './support/start-product.js';

/*
 * A file that harms is read by the product as by the reader alone: with a reason, in little memory, and nothing comes of it. Proven
 * elsewhere: every way in which a workbook may be broken (hostile-workbooks), what is no workbook and what has no header, also as one of
 * several sheets (import-uploads, imports, read-import), more than 20 MB (import-uploads), a file that kills its worker (broken-off),
 * 200,000 honest rows in little memory (flat-memory), times and formulas of single cells (cells, read-rows).
 */
let product: Product;
let county: County;
let organiser: string;
let importing: Importing;
beforeAll(async () => {
  product = await startProduct({ worker: true });
  county = await plantCounty(product.db);
  organiser = await signedIn(product, 'organiser', 'organiser', county.county);
  importing = new Importing(product, organiser);
  await new Promise<void>((done) => outside.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  outside.close();
  await product?.stop();
});

/** Where an entity of a file leads; nobody is to come. */
const visits: (string | undefined)[] = [];
const outside = createServer((request, answer) => {
  visits.push(request.url);
  answer.end();
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** What is really held, in MiB: how much garbage lies about depends on what else this process has run. */
const held = (): number => {
  collect();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return (heapUsed + external + arrayBuffers) / 1_048_576;
};

const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (...cells: string[]): string => `<row>${cells.join('')}</row>`;
const header = row(text('基地编号'), text('基地名称'), text('单位代码'));
const line = (i: number | string): string => row(text(`B${i}`), text('锅'), text('610326101'));
const sheet = (inside: string): string => worksheet(inside).split('</sheetData>')[0]!;
const inflating = (head: string, piece: string, times: number): Buffer =>
  rawWorkbook({ parts: [{ name: 'xl/worksheets/sheet1.xml', data: '', deflated: bomb(head, piece, times), statedSize: 1_000 }] });
const withType = (doctype: string): Buffer => rawWorkbook({ sheets: [{ xml: doctype + worksheet(header + line('&b;')) }] });
const laughs = Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');

const counted = async (): Promise<object> => {
  const tables = ['training_bases', 'import_rows', 'marks', 'head_counts', 'people', 'classes', 'sessions', 'outbox'];
  const [sizes] = await product.db.query(`SELECT ${tables.map((table) => `(SELECT COUNT(*) FROM ${table}) AS ${table}`).join()}`);
  return sizes;
};

test.each<[string, string, () => Buffer]>([
  ['a bomb of blanks', 'tooLarge', () => inflating(sheet(header), ' ', 2_000_000_000)],
  ['a bomb of cells that hold nothing', 'tooLarge', () => inflating(sheet(header), '<x/>', 500_000_000)],
  ['10,000,000 rows', 'tooLarge', () => inflating(sheet(header), line(1), 10_000_000)],
  ['10,000,000 rows without a header', 'tooLarge', () => inflating(sheet(''), row('<c><v>1</v></c>'), 10_000_000)],
  [
    'one row more than is read',
    'tooManyRows',
    () => rawWorkbook({ sheets: [header + Array.from({ length: 200_000 }, (_, i) => row(`<c><v>${i}</v></c>`)).join('')] }),
  ],
  ['16,384 columns', 'tooManyColumns', () => rawWorkbook({ sheets: [header + row(text('x').repeat(16_384))] })],
  ['a header of 16,384 columns', 'tooManyColumns', () => rawWorkbook({ sheets: [row(text('基地编号').repeat(16_384))] })],
  ['an entity that is a file', 'doctype', () => withType('<!DOCTYPE x [<!ENTITY b SYSTEM "file:///etc/passwd">]>')],
  [
    'an entity that is an address',
    'doctype',
    () => withType(`<!DOCTYPE x [<!ENTITY b SYSTEM "http://127.0.0.1:${(outside.address() as AddressInfo).port}/">]>`),
  ],
  ['a billion laughs', 'doctype', () => withType(`<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}<!ENTITY b "&l10;">]>`)],
  ['an entity that nobody declared', 'malformedXml', () => rawWorkbook({ sheets: [header + line('&b;')] })],
  ['no header, only rows', 'headerMissing', () => rawWorkbook({ sheets: [line(1) + line(2)] })],
])('%s: %s, nothing comes of it, and little is held meanwhile', async (_, fault, make) => {
  const bytes = make();
  const before = await counted();
  const { json } = await sendForm(product, organiser, formOf('sites', bytes));
  const sent = held();
  let most = sent;
  const watch = setInterval(() => (most = Math.max(most, held())), 500);
  const found = await atRest(product, organiser, json.id).finally(() => clearInterval(watch));
  expect(found).toMatchObject({ state: 'failed', fault, rows: { total: 0, done: 0, create: 0, faulty: 0 } });
  expect(Math.max(most, held()) - sent).toBeLessThan(20);
  const apply = await product.call(`/v1/imports/${json.id}/apply`, { token: organiser, method: 'POST' });
  expect(apply.json).toMatchObject({ code: 'transitionNotAllowed', fault });
  expect(await counted()).toEqual(before);
  expect((await product.call('/health/ready')).status).toBe(200);
  expect(visits).toEqual([]);
});

test('a formula is its value as it was calculated last: none is nobody’s guess, and no cell is one when it is read again', async () => {
  const cell = (formula: string, value: string): string => `<c t="str"><f>${formula}</f>${value}</c>`;
  const rows = [
    row(cell('"F"&amp;1', '<v>F1</v>'), text('锅'), text('610326101')),
    row(text('F2'), '<c><f>A1</f></c>', text('610326101')),
    row(text('F3'), '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', text('610326101')),
    row(text('F4'), text('=HYPERLINK("http://example.com","锅")'), text('610326101')),
    row(text('F5'), cell('WEBSERVICE("http://example.com")', '<v>锅</v>'), text('610326101')),
  ];
  const { json } = await sendForm(product, organiser, formOf('sites', rawWorkbook({ sheets: [header + rows.join('')] })));
  await atRest(product, organiser, json.id);
  expect(await importing.faults(json.id)).toEqual(['Sheet1 3 基地名称 uncalculated', 'Sheet1 4 基地名称 formulaError']);
  expect(await importing.act(json.id, 'apply')).toMatchObject({ state: 'applied', rows: { create: 3, faulty: 2 } });
  expect(await product.db.query("SELECT code, name FROM training_bases WHERE code LIKE 'F%' ORDER BY code")).toEqual([
    { code: 'F1', name: '锅' },
    { code: 'F4', name: '=HYPERLINK("http://example.com","锅")' },
    { code: 'F5', name: '锅' },
  ]);
});
