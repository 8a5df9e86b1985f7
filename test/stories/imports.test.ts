import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ImporterRegistry } from '#platform/imports';
import { workbookBuffer } from '#platform/workbook';
import { ImportPots, potsBook } from '../../libs/platform/imports/pots.fixture.js';
import { type Answer } from './support/call.js';
import { type County, plantCounty, signedIn } from './support/county.js';
import { type Product, startProduct } from './support/start-product.js';

let product: Product;
let county: County;
let organiser: string;

beforeAll(async () => {
  product = await startProduct({ worker: true });
  county = await plantCounty(product.db);
  organiser = await signedIn(product, 'organiser', 'organiser', county.county);
  await product.db.query(ImportPots.table);
  product.get(ImporterRegistry).register(new ImportPots());
  product.worker!.get(ImporterRegistry, { strict: false }).register(new ImportPots());
});
afterAll(() => product?.stop());

async function send(form: FormData | null, token = organiser, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${product.origin}/v1/imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...headers },
    body: form,
  });
  const text = await response.text();
  return { status: response.status, type: '', headers: response.headers, text, json: JSON.parse(text) };
}
test('raw', async () => {
  const form = new FormData();
  form.set('kind', 'sites');
  form.set('file', new Blob([await potsBook([['A', '锅'], ['B', null]])]), '学员名单.xlsx');
  const a = await send(form);
  console.log(a.status, a.text);
  await new Promise((go) => setTimeout(go, 500));
  console.log((await product.call('/v1/imports/' + a.json.id, { token: organiser })).text);
  console.log((await product.call('/v1/imports/' + a.json.id + '/rows', { token: organiser })).text);
  console.log((await product.call('/v1/imports/' + a.json.id + '/apply', { method: 'POST', token: organiser })).text);
  const raw = async (type: string, body: string | Buffer, extra = {}) => {
    const r = await fetch(`${product.origin}/v1/imports`, { method: 'POST', headers: { authorization: `Bearer ${organiser}`, 'content-type': type, ...extra }, body: body as never });
    console.log(type, r.status, await r.text());
  };
  await raw('application/json', '{}');
  await raw('multipart/form-data', 'x');
  await raw('multipart/form-data; boundary=xx', '--xx\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nabc');
  await raw('multipart/form-data; boundary=xx', 'abc');
  await raw('multipart/form-data; boundary=xx', '');
  await raw('multipart/form-data; boundary=xx', '--xx\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nabc\r\n--xx--\r\n');
  await raw('multipart/form-data; boundary=xx', '--xx\r\nContent-Disposition: form-data; name="kind"\r\n\r\nsites\r\n--xx\r\nContent-Disposition: form-data; name="file"; filename*=UTF-8\'\'%E5%AD%A6%E5%91%98.xlsx\r\n\r\nabc\r\n--xx--\r\n');
  await raw('multipart/form-data; boundary=xx', '--xx\r\nContent-Disposition: form-data; name="kind"\r\n\r\nsites\r\n--xx\r\nContent-Disposition: form-data; name="file"; filename="' + '\u5b66'.repeat(500) + '"\r\n\r\nabc\r\n--xx--\r\n');
  for (const mb of [5, 19, 21, 70]) {
    const f = new FormData();
    f.set('file', new Blob([Buffer.alloc(mb * 1e6)]), 'a.xlsx');
    f.set('kind', 'sites');
    console.log(mb, (await send(f)).text);
  }
  const f = new FormData();
  f.set('kind', 'nothing'); f.set('other', 'x'.repeat(2000)); f.set('file', new Blob(['a']), 'a.xlsx'); 
  console.log((await send(f)).text);
  console.log((await product.call('/v1/imports', { token: organiser })).text);
  console.log(product.lines.slice(-20).join('\n'));
}, 60000);
