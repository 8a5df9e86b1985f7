import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { atRest, formOf, Importing, sendForm } from '../factories/importing.js';
import { bomb, rawWorkbook, worksheet } from '../../libs/platform/workbook/raw-zip.fixture.js';
import { type County, plantCounty, signedIn } from './support/county.js';
import { everyRow, whole } from './support/rows.js';
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
  // What the first file of all brings into memory is code.
  const { json } = await sendForm(product, organiser, formOf('sites', rawWorkbook({ sheets: [header + line(1)] })));
  await atRest(product, organiser, json.id);
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
/** What this process holds, garbage included, in MiB; buffers are part of what is external. */
const lying = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1_048_576;
};
const held = (): number => {
  // The first finds what its finalizers let go of only for the second.
  collect();
  collect();
  return lying();
};
/**
 * The most that is held beyond what is held now while the work is done, until it is too much. Garbage is collected only where enough lies
 * about to look like a fault, and never for more than a fifth of the time.
 */
async function mostHeld(allowed: number, work: () => Promise<unknown>): Promise<number> {
  const before = held();
  let most = 0;
  let watch: NodeJS.Timeout;
  const look = (): void => {
    const since = performance.now();
    if (lying() - before > allowed) most = Math.max(most, held() - before);
    if (most <= allowed) watch = setTimeout(look, Math.max(50, 4 * (performance.now() - since)));
  };
  look();
  await work().finally(() => clearTimeout(watch));
  return most;
}

const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (...cells: string[]): string => `<row>${cells.join('')}</row>`;
const header = row(text('基地编号'), text('基地名称'), text('单位代码'));
const line = (i: number | string): string => row(text(`B${i}`), text('锅'), text('610326101'));
const sheet = (inside: string): string => worksheet(inside).split('</sheetData>')[0]!;
const inflating = (head: string, piece: string, times: number): Buffer =>
  rawWorkbook({ parts: [{ name: 'xl/worksheets/sheet1.xml', data: '', deflated: bomb(head, piece, times), statedSize: 1_000 }] });
const withType = (doctype: string): Buffer => rawWorkbook({ sheets: [{ xml: doctype + worksheet(header + line('&b;')) }] });
const laughs = Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');

/** 109 MiB, 157 : 1, which a sheet may be: long texts without a header, the last row too wide. Who inflates it whole holds it whole. */
const long = (): Buffer => {
  const rows = Array.from({ length: 1_000 }, () => line(randomBytes(6).toString('hex') + '渠'.repeat(900))).join('');
  const [begin, block, end] = [sheet(''), rows, `${row(text('x').repeat(65))}</sheetData></worksheet>`].map((xml) => Buffer.from(xml));
  const all = [begin!, ...Array<Buffer>(40).fill(block!), end!];
  const packed = new Map([...new Set(all)].map((bytes) => [bytes, deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH })]));
  const deflated = Buffer.concat([...all.map((bytes) => packed.get(bytes)!), deflateRawSync('')]);
  const crc = all.reduce((sum, bytes) => crc32(bytes, sum), 0);
  return rawWorkbook({ parts: [{ name: 'xl/worksheets/sheet1.xml', data: '', deflated, crc }] });
};

const tables = whole(['training_bases', 'import_pages', 'marks', 'head_counts', 'people', 'classes', 'sessions', 'outbox']);
const rows = () => everyRow(product.db, tables);

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
  ['100 MiB as compressed as a sheet may be', 'tooManyColumns', long],
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
  const before = await rows();
  let id = '';
  // The file itself is held a few times on its way. Whoever inflates one whole holds 100 MiB and more: a third of that is room enough for
  // the worker's own garbage, which one collection does not always find all of.
  const allowed = 32 + (3 * bytes.length) / 1_048_576;
  const most = await mostHeld(allowed, async () => {
    ({ id } = (await sendForm(product, organiser, formOf('sites', bytes))).json);
    const found = await atRest(product, organiser, id);
    expect(found).toMatchObject({ state: 'failed', fault, rows: { total: 0, done: 0, create: 0, faulty: 0 } });
  });
  expect(most).toBeLessThan(allowed);
  const apply = await product.call(`/v1/imports/${id}/apply`, { token: organiser, method: 'POST' });
  expect(apply.json).toMatchObject({ code: 'transitionNotAllowed', fault });
  expect(await rows()).toEqual(before);
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
