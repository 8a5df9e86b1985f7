import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { atRest, bookOf, formOf, Importing, sendForm } from '../factories/importing.js';
import { type County, plantCounty, signedIn } from './support/county.js';
import { type Product, startProduct } from './support/start-product.js';

let product: Product;
let county: County;
let organiser: string;
let importing: Importing;

beforeAll(async () => {
  product = await startProduct({ worker: true });
  county = await plantCounty(product.db);
  organiser = await signedIn(product, 'organiser', 'organiser', county.county);
  importing = new Importing(product, organiser);
});
afterAll(() => product?.stop());

const base = (code: string, name: string, unit = '610326101') => ({ 基地编号: code, 基地名称: name, 单位代码: unit });
const book = (prefix: string) => bookOf({ 培训基地: [base(`${prefix}1`, '横渠基地'), base(`${prefix}2`, '无此单位', '610326199')] });
const call = (path: string, token = organiser, method = 'GET') => product.call(`/v1/imports${path}`, { token, method });
const bases = async (): Promise<string[]> =>
  (await product.db.query('SELECT code FROM training_bases ORDER BY code')).map((row: { code: string }) => row.code);

describe('a workbook', () => {
  test('is sent, checked row by row, applied, and taken back whole', async () => {
    const sent = await sendForm(product, organiser, formOf('sites', await book('A')));
    expect([sent.status, Object.keys(sent.json)]).toEqual([202, ['id']]);
    const { id } = sent.json;
    expect(await atRest(product, organiser, id)).toMatchObject({
      id,
      kind: 'sites',
      state: 'checked',
      fileName: '学员名单.xlsx',
      rows: { total: 2, done: 2, create: 1, update: 0, unchanged: 0, faulty: 1 },
      fault: null,
    });
    expect(await bases()).toEqual([]);
    expect((await call(`/${id}/rows`)).json).toEqual({
      items: [
        { sheet: '培训基地', row: 2, verdict: 'create', faults: [] },
        { sheet: '培训基地', row: 3, verdict: 'faulty', faults: [{ column: '单位代码', code: 'referenceUnknown' }] },
      ],
      nextCursor: null,
    });
    expect((await call(`/${id}/apply`, organiser, 'POST')).status).toBe(202);
    expect(await atRest(product, organiser, id)).toMatchObject({ state: 'applied', rows: { create: 1, faulty: 1 } });
    expect(await bases()).toEqual(['A1']);
    expect((await call(`/${id}/apply`, organiser, 'POST')).json).toMatchObject({
      status: 409,
      code: 'transitionNotAllowed',
      state: 'applied',
    });
    expect((await call(`/${id}/revert`, organiser, 'POST')).status).toBe(202);
    expect(await atRest(product, organiser, id)).toMatchObject({ state: 'reverted', fault: null });
    expect(await bases()).toEqual([]);
    expect((await call(`/${id}/revert`, organiser, 'POST')).json).toMatchObject({ status: 409, code: 'importNotApplied' });
  });

  test('that cannot be read fails with a stable word, and cannot be applied', async () => {
    const { json } = await sendForm(product, organiser, formOf('sites', Buffer.from('基地编号,基地名称\n1,锅')));
    expect(await atRest(product, organiser, json.id)).toMatchObject({ state: 'failed', fault: 'notAWorkbook', rows: { total: 0 } });
    expect((await call(`/${json.id}/apply`, organiser, 'POST')).json).toMatchObject({
      code: 'transitionNotAllowed',
      fault: 'notAWorkbook',
    });
    const headless = await importing.check('sites', { 培训基地: [{ 姓名: '张三' }] });
    expect(headless).toMatchObject({ state: 'failed', fault: 'headerMissing' });
  });

  test.each([
    ['filename="学员 名单.xlsx"', '学员 名单.xlsx'],
    ["filename*=UTF-8''%E5%AD%A6%E5%91%98.xlsx", '学员.xlsx'],
    ['filename="C:\\\\我的文档\\\\名单.xlsx"', '名单.xlsx'],
  ])('keeps its Chinese name: %s', async (disposition, name) => {
    const part = (head: string, body: string): string => `--border\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
    const body = `${part('name="kind"', 'sites')}${part(`name="file"; ${disposition}`, 'x')}--border--\r\n`;
    const { json } = await sendForm(product, organiser, body, { 'content-type': 'multipart/form-data; boundary=border' });
    expect((await call(`/${json.id}`)).json.fileName).toBe(name);
  });

  test('sent again with the same idempotency key is the same import; another one of the same size is not', async () => {
    const headers = { 'idempotency-key': 'once-1' };
    const bytes = randomBytes(3_000);
    const first = await sendForm(product, organiser, formOf('sites', bytes), headers);
    expect((await sendForm(product, organiser, formOf('sites', bytes), headers)).json).toEqual(first.json);
    const other = await sendForm(product, organiser, formOf('sites', randomBytes(3_000)), headers);
    expect(other.json).toMatchObject({ status: 409, code: 'idempotencyKeyReused' });
  });
});

describe('a form', () => {
  const form = (change: (form: FormData) => void): FormData => {
    const made = formOf('sites', Buffer.from('x'));
    change(made);
    return made;
  };

  test.each<[string, string, (form: FormData) => void]>([
    ['without a file', 'fileMissing', (made) => made.delete('file')],
    ['with an empty file', 'fileMissing', (made) => made.set('file', new Blob([]), 'a.xlsx')],
    ['without a kind', 'invalidFields', (made) => made.delete('kind')],
    ['of a kind that is none', 'importKindUnknown', (made) => made.set('kind', '__proto__')],
    ['of a kind that nobody imports yet', 'importKindUnknown', (made) => made.set('kind', 'videos')],
    ['with a field too many', 'invalidFields', (made) => made.set('scope', '/')],
    ['with a field twice', 'invalidFields', (made) => made.append('kind', 'people')],
    ['with two files', 'bodyTooLarge', (made) => made.append('file', new Blob(['x']), 'b.xlsx')],
    ['above 20 MB', 'bodyTooLarge', (made) => made.set('file', new Blob([Buffer.alloc(20 * 1_048_576 + 1)]), 'a.xlsx')],
  ])('%s is refused: %s', async (_, code, change) => {
    const answer = await sendForm(product, organiser, form(change));
    expect(answer.json).toMatchObject({ code });
    expect(answer.type).toContain('application/problem+json');
    expect(answer.status).toBeLessThan(500);
  });

  test.each([
    ['application/json', '{}', 415],
    ['multipart/form-data', 'x', 400],
    ['multipart/form-data; boundary=b', 'no part at all', 400],
    ['multipart/form-data; boundary=b', '', 400],
    ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\ncut off', 400],
    ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nx\r\n--b--\r\n', 400],
  ])('called %s, of %j, is refused', async (type, body, status) => {
    expect((await sendForm(product, organiser, body, { 'content-type': type })).status).toBe(status);
  });
});

describe('the right to import', () => {
  test('is asked before the form is read, and again for the kind', async () => {
    const official = await signedIn(product, 'official', 'official', county.county);
    expect((await sendForm(product, official, 'not even a form')).status).toBe(403);
    const town = await signedIn(product, 'town', 'townOrganiser', county.hengqu);
    expect((await sendForm(product, town, formOf('sites', await book('B')))).json).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await sendForm(product, town, formOf('people', await book('B')))).status).toBe(202);
  });

  test('ends at the unit: what others import is not there', async () => {
    const { id } = await importing.check('sites', { 培训基地: [base('C1', '基地')] });
    const jinqu = await signedIn(product, 'jinqu', 'townOrganiser', county.jinqu);
    for (const [path, method] of [
      ['', 'GET'],
      ['/rows', 'GET'],
      ['/apply', 'POST'],
      ['/revert', 'POST'],
    ] as const)
      expect((await call(`/${id}${path}`, jinqu, method)).json.code).toBe('notFound');
    expect((await call('', jinqu)).json.items).toEqual([]);
    expect((await call('/999999')).status).toBe(404);
    expect((await call('/abc')).status).toBe(404);
  });
});

test('imports and their rows come in pages, filtered', async () => {
  const lines = Array.from({ length: 25 }, (_, i) => base(`D${i}`, '基地', i % 5 === 0 ? '0' : '610326101'));
  const { id } = await importing.check('sites', { 培训基地: lines });
  const rows: number[] = [];
  let cursor = '';
  do {
    const page = (await call(`/${id}/rows?limit=2&verdict=faulty${cursor && `&cursor=${cursor}`}`)).json;
    rows.push(...page.items.map((item: { row: number }) => item.row));
    cursor = page.nextCursor;
  } while (cursor);
  expect(rows).toEqual([2, 7, 12, 17, 22]);
  const [newest] = (await call('?limit=1&kind=sites&state=checked')).json.items;
  expect(newest.id).toBe(id);
  expect((await call('?state=odd')).json).toMatchObject({ status: 400, code: 'invalidParameters' });
  expect((await call(`/${id}/rows?verdict=odd`)).json).toMatchObject({ status: 400, code: 'invalidParameters' });
});
