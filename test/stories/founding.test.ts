import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Product, startProduct } from './support/start-product.js';
import { testPassword } from './support/county.js';

/** The first day of a real county. */
describe('a county', () => {
  let product: Product;
  beforeEach(async () => {
    product = await startProduct({ settings: { mode: 'county' } });
  });
  afterEach(() => product?.stop());
  const begin = (more: object = {}, headers: Record<string, string> = {}) =>
    product.call('/v1/founding', {
      body: { countyCode: '610326', account: 'chief', name: '县管理员', password: testPassword, ...more },
      headers,
    });

  /** What is answered to whoever calls the server by this name: a proxy that tells nothing, or a page that points its own name here. */
  const statusAt = (host: string): Promise<number | undefined> =>
    new Promise((answer, fail) => {
      const body = JSON.stringify({ countyCode: '610326', account: 'chief', name: '县管理员', password: testPassword });
      const headers = { host, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      request(`${product.origin}/v1/founding`, { method: 'POST', headers }, (response) => answer(response.resume().statusCode))
        .on('error', fail)
        .end(body);
    });

  it('is set up once: its published units, and an administrator who signs in and sees them', async () => {
    expect((await product.call('/v1/founding')).json).toMatchObject({
      founded: false,
      here: true,
      counties: expect.arrayContaining([{ code: '610326', name: '眉县' }]),
    });
    expect((await begin()).status).toBe(201);
    const { token } = (await product.call('/v1/tokens', { body: { account: 'chief', password: testPassword, label: 'story' } })).json;
    const towns = (await product.call('/v1/units?level=town&limit=200', { token })).json.items as { name: string }[];
    // Eight towns and two zones that the statistics list beside them.
    expect(towns.map(({ name }) => name)).toEqual(expect.arrayContaining(['横渠镇', '首善街道']));
    expect(towns).toHaveLength(10);
    expect((await product.call('/v1/founding')).json).toEqual({ founded: true, here: false, counties: [] });
    const again = await begin({ account: 'other' });
    expect([again.status, again.json.code]).toEqual([409, 'alreadyFounded']);
  });

  it('has one first administrator, however many ask at once', async () => {
    const answers = await Promise.all(['a1', 'b2', 'c3', 'd4'].map((account) => begin({ account })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(await product.db.query('SELECT account FROM users')).toHaveLength(1);
  });

  const countiesThere = async () =>
    (await product.db.query("SELECT code FROM units WHERE level = 'county'")).map(({ code }: { code: string }) => code);

  it('is one of those begun at one moment: of the others nothing stays', async () => {
    const wanted = ['610326', '610323', '610327', '610328'];
    const answers = await Promise.all(wanted.map((countyCode, i) => begin({ countyCode, account: `chief${i}` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(await countiesThere()).toEqual([wanted[answers.findIndex(({ status }) => status === 201)]]);
  });

  it('is begun anew where its setting up broke off, as another county even', async () => {
    await product.db.query('RENAME TABLE user_grants TO grants_away');
    await product.errors.provokedBy(async () => expect((await begin()).status).toBe(500));
    await product.db.query('RENAME TABLE grants_away TO user_grants');
    expect((await begin({ countyCode: '610323' })).status).toBe(201);
    expect(await countiesThere()).toEqual(['610323']);
  });

  it('is set up at the server alone, from its own page, for a county that is known', async () => {
    expect((await begin({}, { 'x-forwarded-for': '203.0.113.9' })).status).toBe(404);
    expect((await product.call('/v1/founding', { headers: { 'x-forwarded-for': '203.0.113.9' } })).json).toEqual({
      founded: false,
      here: false,
      counties: [],
    });
    expect(await statusAt('sitang.example')).toBe(404);
    expect((await begin({}, { origin: 'https://elsewhere.example' })).json.code).toBe('originMismatch');
    expect((await begin({ countyCode: '999999' })).json).toMatchObject({
      status: 400,
      code: 'referenceUnknown',
      fields: [{ field: 'countyCode', fault: 'unknown' }],
    });
    expect((await begin({ password: 'short' })).json.code).toBe('invalidFields');
    // Nothing of all that stayed.
    expect((await begin()).status).toBe(201);
  });
});
