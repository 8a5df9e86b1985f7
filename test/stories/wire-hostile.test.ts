import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connect } from 'node:net';
import { explainRefusal, type RefusalCode } from '#contract';
import { type Answer, type CallOptions } from './support/call.js';
import { type County, plantCounty, signedIn, testPassword } from './support/county.js';
import { type Product, startProduct } from './support/start-product.js';

let product: Product;
let county: County;
let admin: string;
let reporter: string;

beforeAll(async () => {
  product = await startProduct();
  county = await plantCounty(product.db);
  admin = await signedIn(product, 'admin', 'admin', county.county);
  reporter = await signedIn(product, 'reporter', 'reporter', county.doujiabu);
});
afterAll(() => product?.stop());

/** Every no is a problem of RFC 9457 that says its code, in both languages, and nothing of the machinery. */
function expectProblem(answer: Answer, code: RefusalCode): void {
  const { status, zh, en } = explainRefusal(code);
  expect([answer.status, answer.json?.code, answer.type]).toEqual([status, code, 'application/problem+json; charset=utf-8']);
  expect(answer.json).toMatchObject({ type: `urn:sitang:problem:${code}`, title: zh, titleEn: en, status });
  expect(answer.json.requestId).toBe(answer.headers.get('x-request-id'));
  expect(answer.text).not.toMatch(/node_modules|\.ts|\.js|SELECT|INSERT|at \w+ \(/);
}

const token = { account: 'admin', password: testPassword, label: 'x' };
const user = () => ({
  account: 'someone',
  name: '某人',
  password: testPassword,
  grants: [{ bundle: 'official', unitId: String(county.county) }],
});
const post = (path: string, options: CallOptions) => product.call(path, { method: 'POST', ...options });

describe('bodies', () => {
  const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const objects = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  const text = (password: string): string => `{"account":"admin","label":"x","password":${password}}`;
  const hostile: [string, string | Uint8Array, RefusalCode][] = [
    ['not JSON', '{"account":', 'malformedBody'],
    ['empty', '', 'malformedBody'],
    ['only blanks', '   ', 'malformedBody'],
    ['with a byte order mark', '\ufeff{}', 'malformedBody'],
    ['a list', '[]', 'invalidFields'],
    ['a word', '"hello"', 'invalidFields'],
    ['a number', '7', 'invalidFields'],
    ['nothing', 'null', 'invalidFields'],
    ['10 MB', `{"account":"${'x'.repeat(10 * 1_048_576)}"}`, 'bodyTooLarge'],
    ['10,000 deep in lists', nested(10_000), 'tooDeep'],
    ['half a million deep in lists', nested(500_000), 'tooDeep'],
    ['10,000 deep in objects', objects(10_000), 'tooDeep'],
    ['33 deep', `{"account":${nested(32)}}`, 'tooDeep'],
    ['NUL in a text', text('"a\\u0000b"'), 'malformedText'],
    ['NUL in a key', '{"a\\u0000":1}', 'malformedText'],
    ['the first half of a pair', text('"\\ud83d"'), 'malformedText'],
    ['the second half of a pair', text('"\\ude00x"'), 'malformedText'],
    ['half a pair in a key', '{"\\ud83d":1}', 'malformedText'],
    [
      'bytes that are no UTF-8',
      Buffer.concat([Buffer.from('{"account":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
      'malformedText',
    ],
    ['__proto__', '{"__proto__":{"isAdmin":true}}', 'malformedBody'],
    ['__proto__ within', `{"account":"admin","x":{"__proto__":[]}}`, 'malformedBody'],
    ['__proto__ by escapes', '{"\\u005f_proto__":1}', 'malformedBody'],
    ['constructor', '{"constructor":{"prototype":{"isAdmin":true}}}', 'malformedBody'],
    ['1e999', text('1e999'), 'malformedBody'],
    ['-1e999 in a list', '{"account":[-1e999]}', 'malformedBody'],
    ['1e308', text('1e308'), 'invalidFields'],
    ['-0', text('-0'), 'invalidFields'],
    ['an integer beyond exactness', text('9007199254740993'), 'invalidFields'],
  ];
  test.each(hostile)('%s → problem', async (_, raw, code) => {
    expectProblem(await post('/v1/tokens', { raw, headers: { 'content-type': 'application/json' } }), code);
  });

  test('names that every object has are just unknown fields, wherever they stand', async () => {
    const names = [
      'toString',
      'hasOwnProperty',
      'valueOf',
      'then',
      'toJSON',
      'length',
      'isPrototypeOf',
      '__defineGetter__',
      'Symbol(x)',
      '',
    ];
    for (const name of names) {
      for (const value of [1, null, 'x', [], {}, { [name]: { [name]: 1 } }, [{ [name]: 1 }]]) {
        expectProblem(await post('/v1/tokens', { body: { ...token, [name]: value } }), 'invalidFields');
        const inside = { ...user(), grants: [{ ...user().grants[0], [name]: value }] };
        expectProblem(await post('/v1/users', { token: admin, body: inside }), 'invalidFields');
      }
    }
  });

  test('another content type is not read', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'application/jsonx', 'nonsense']) {
      expectProblem(await post('/v1/tokens', { raw: JSON.stringify(token), headers: { 'content-type': type } }), 'mediaTypeUnsupported');
    }
  });

  test('an unknown field, a missing one and a wrong type are named', async () => {
    const faults = async (body: object) => (await post('/v1/tokens', { body })).json.fields;
    expect(await faults({ ...token, isAdmin: true })).toEqual([{ field: 'isAdmin', fault: 'unknown' }]);
    expect(await faults({ account: 'admin', password: 'x' })).toEqual([{ field: 'label', fault: 'required' }]);
    expect(await faults({ ...token, label: 7 })).toEqual([{ field: 'label', fault: 'text' }]);
    expect(await faults({ ...token, label: null })).toEqual([{ field: 'label', fault: 'required' }]);
    expect(await faults({ ...token, label: ['x'] })).toEqual([{ field: 'label', fault: 'text' }]);
    expect(await faults({ ...token, label: '  ' })).toEqual([{ field: 'label', fault: 'empty' }]);
    expect(await faults({ ...token, label: '长'.repeat(101) })).toEqual([{ field: 'label', fault: 'tooLong', allowed: { max: 100 } }]);
  });

  test('inside lists of parts, too; ids are texts', async () => {
    const faults = async (grants: unknown) => (await post('/v1/users', { token: admin, body: { ...user(), grants } })).json.fields;
    const one = user().grants[0];
    expect(await faults([one, { ...one, more: 1 }])).toEqual([{ field: 'grants[1].more', fault: 'unknown' }]);
    expect(await faults([{ bundle: 'king', unitId: '1' }])).toMatchObject([{ field: 'grants[0].bundle', fault: 'oneOf' }]);
    for (const unitId of [county.county, '0', '-1', '1.5', '1e3', ' 1', '99999999999', '４２', '\u0661']) {
      expect(await faults([{ ...one, unitId }])).toEqual([{ field: 'grants[0].unitId', fault: 'id' }]);
    }
    for (const wrong of [{}, 'x', 7, true]) expect(await faults(wrong)).toEqual([{ field: 'grants', fault: 'list' }]);
    expect(await faults([7])).toEqual([{ field: 'grants', fault: 'object' }]);
    expect(await faults([])).toMatchObject([{ field: 'grants', fault: 'tooFew' }]);
    expect(await faults(Array.from({ length: 51 }, () => one))).toMatchObject([{ field: 'grants', fault: 'tooMany' }]);
  });
});

describe('who may is asked first', () => {
  test('an unreadable body from somebody who may not is forbidden, not malformed', async () => {
    for (const raw of ['{', '[['.repeat(10_000), 'x'.repeat(2 * 1_048_576)]) {
      expectProblem(await post('/v1/users', { token: reporter, raw }), 'forbidden');
      expectProblem(await post('/v1/users', { raw }), 'notSignedIn');
    }
    expectProblem(await post('/v1/users', { token: reporter, raw: 'x', headers: { 'content-type': 'text/plain' } }), 'forbidden');
    expectProblem(await post('/v1/users', { token: admin, raw: '{' }), 'malformedBody');
  });
});

describe('addresses', () => {
  const at = (path: string, bearer = admin) => product.call(path, { token: bearer });
  test.each([
    '/v1/users/%00',
    '/v1/users/abc',
    '/v1/users/0',
    '/v1/users/-1',
    '/v1/users/1e3',
    '/v1/users/99999999999',
    '/v1/users/99999999',
  ])('%s is not found', async (path) => expectProblem(await at(path), 'notFound'));
  test.each([
    '/v1/users/%zz',
    '/v1/%',
    `/v1/users/${'9'.repeat(150)}`,
    '/v1/users/',
    '/v1/users//grants',
    '/v1/nothing-here',
    '/nothing',
    '/v1/users/%c0%ae',
  ])('%s is not found, whoever asks', async (path) => {
    expectProblem(await at(path), 'notFound');
    if (!path.startsWith('/v1/users')) expectProblem(await product.call(path), 'notFound');
  });
  test('a route under another method is not found', async () => {
    expectProblem(await product.call('/v1/users', { method: 'DELETE', token: admin }), 'notFound');
    expectProblem(await product.call('/v1/tokens', { method: 'PUT', body: token }), 'notFound');
  });

  const parameters: [string, RefusalCode][] = [
    ['limit=0', 'invalidParameters'],
    ['limit=201', 'invalidParameters'],
    ['limit=abc', 'invalidParameters'],
    ['limit=', 'invalidParameters'],
    ['limit=1e2', 'invalidParameters'],
    ['limit=-0', 'invalidParameters'],
    ['limit=1&limit=2', 'invalidParameters'],
    ['limit[a]=1', 'invalidParameters'],
    ['nothing=1', 'invalidParameters'],
    ['__proto__=1', 'invalidParameters'],
    ['__proto__[x]=1', 'invalidParameters'],
    ['constructor=1', 'invalidParameters'],
    ['toString=1', 'invalidParameters'],
    ['cursor=%00', 'malformedText'],
    ['%00=1', 'malformedText'],
    ['cursor=!!', 'cursorInvalid'],
    ['cursor=abc', 'cursorInvalid'],
    [`cursor=${Buffer.from('["a","b"]').toString('base64url')}`, 'cursorInvalid'],
    [`cursor=${Buffer.from('[7]').toString('base64url')}`, 'cursorInvalid'],
    [`cursor=${Buffer.from('[{"$gt":""}]').toString('base64url')}`, 'cursorInvalid'],
    [`cursor=${Buffer.from('["a\\u0000"]').toString('base64url')}`, 'cursorInvalid'],
    [`cursor=${'A'.repeat(501)}`, 'invalidParameters'],
  ];
  test.each(parameters)('?%s is refused', async (query, code) => expectProblem(await at(`/v1/users?${query}`), code));
  test('a broken escape in a parameter does no harm', async () => {
    expect((await at('/v1/users?cursor=%zz')).status).toBe(400);
    expect((await at('/v1/users?limit=7')).json.items).toHaveLength(2);
  });
});

describe('requests that cannot be read', () => {
  test('a cursor of 20,000 characters is read, and judged as one', async () => {
    const pack = (length: number) => product.call(`/v1/field/pack?since=${'A'.repeat(length)}`, { token: admin });
    expectProblem(await pack(20_000), 'cursorInvalid');
    expectProblem(await pack(20_001), 'invalidParameters');
  });

  test('an address or headers beyond 64 KiB are a problem like any other, and the connection ends', async () => {
    expectProblem(await product.call(`/v1/users?cursor=${'A'.repeat(70_000)}`, { token: admin }), 'headTooLarge');
    expectProblem(await product.call('/v1/users', { token: admin, headers: { 'x-long': 'A'.repeat(400_000) } }), 'headTooLarge');
    expect(product.lines.at(-1)).toMatch(/ - unread 431 headTooLarge [\w-]{36}$/);
    expect((await product.call('/v1/me', { token: admin })).status).toBe(200);
  });

  /** Bytes as they are, and all that came back until the connection ended. */
  const say = (bytes: string): Promise<string> =>
    new Promise((done, fail) => {
      let heard = '';
      const { hostname, port } = new URL(product.origin);
      const socket = connect(Number(port), hostname, () => socket.write(bytes));
      socket.on('data', (chunk) => (heard += String(chunk))).on('error', fail);
      socket.on('close', () => done(heard));
    });

  test.each([
    ['nonsense', 'HELLO\r\n\r\n'],
    ['two lengths', 'POST /v1/tokens HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nx'],
    ['a length and pieces', 'POST /v1/tokens HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a header with NUL', 'GET /v1/me HTTP/1.1\r\nhost: x\r\nx-y: a\0b\r\n\r\n'],
  ])('%s is no HTTP', async (_, bytes) => {
    const [head = '', body = ''] = (await say(bytes)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(head).toMatch(/content-type: application\/problem\+json/);
    expect(JSON.parse(body)).toMatchObject({ code: 'requestMalformed', requestId: /x-request-id: (\S+)/.exec(head)![1] });
  });
});
