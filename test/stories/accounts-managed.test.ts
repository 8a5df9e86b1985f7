import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bundleNames } from '#contract';
import { insertRows } from '#platform/database';
import { addAccount, type County, plantCounty, signedIn, testPassword, tokenOf } from './support/county.js';
import { type Product, startProduct } from './support/start-product.js';

let product: Product;
let county: County;
let admin: string;
let townAdmin: string;

beforeAll(async () => {
  product = await startProduct();
  county = await plantCounty(product.db);
  admin = await signedIn(product, 'admin', 'admin', county.county);
  townAdmin = await signedIn(product, 'townAdmin', 'admin', county.hengqu);
});
afterAll(() => product?.stop());

const grant = (bundle: string, unitId: number) => ({ bundle, unitId: String(unitId) });
const newcomer = (account: string, ...grants: object[]) => ({ account, name: '新人', password: testPassword, grants });
const add = (token: string, body: object) => product.call('/v1/users', { token, body });

describe('accounts', () => {
  test('an administrator adds one, which signs in and may do what was granted', async () => {
    const added = await add(admin, newcomer('clerk', grant('townOrganiser', county.jinqu)));
    expect(added.status).toBe(201);
    expect(added.headers.get('etag')).toBe('"1"');
    const me = (await product.call('/v1/me', { token: await tokenOf(product, 'clerk') })).json;
    expect(me).toMatchObject({ id: added.json.id, grants: [{ bundle: 'townOrganiser', unitName: '金渠镇' }] });
    expect(me.permissions).toContain('headCount.verify');
    expect(me.permissions).not.toContain('accounts.manage');
    expect((await add(admin, newcomer('CLERK', grant('official', county.county)))).json).toMatchObject({
      code: 'alreadyExists',
      fields: [{ field: 'account', fault: 'taken' }],
    });
  });

  test('an administrator sees where an account is signed in and ends one, which is kept; another town’s is not there', async () => {
    const id = await addAccount(product, 'leftOpen', 'townOrganiser', county.jinqu);
    const token = await tokenOf(product, 'leftOpen');
    const path = `/v1/users/${id}/tokens`;
    const [open] = (await product.call(path, { token: admin })).json as { id: string; current: boolean }[];
    expect(open).toMatchObject({ kind: 'bearer', current: false });
    for (const method of ['GET', 'DELETE']) {
      const at = method === 'GET' ? path : `${path}/${open!.id}`;
      expect((await product.call(at, { token: townAdmin, method })).status).toBe(404);
    }
    expect((await product.call(path, { token: await signedIn(product, 'looks', 'auditor', county.county) })).status).toBe(403);
    expect((await product.call('/v1/me', { token })).status).toBe(200);
    expect((await product.call(`${path}/${open!.id}`, { token: admin, method: 'DELETE' })).status).toBe(204);
    expect((await product.call('/v1/me', { token })).status).toBe(401);
    expect((await product.call(`${path}/${open!.id}`, { token: admin, method: 'DELETE' })).status).toBe(404);
    const [entry] = (
      await product.call(`/v1/audit?noun=user&id=${id}&limit=1`, { token: await signedIn(product, 'reads', 'auditor', county.county) })
    ).json.items;
    expect(entry).toMatchObject({ action: 'token.revoked', nounId: String(id) });
  });

  test('only administrators manage accounts', async () => {
    for (const bundle of bundleNames.filter((name) => name !== 'admin')) {
      const token = await signedIn(product, `is-${bundle}`, bundle, county.county);
      const answer = await add(token, newcomer(`by-${bundle}`, grant('official', county.county)));
      expect([answer.status, answer.json.code]).toEqual([403, 'forbidden']);
    }
  });

  test('an administrator of a town grants nothing outside it, and sees nobody outside it', async () => {
    const refused = await add(townAdmin, newcomer('reach', grant('reporter', county.doujiabu), grant('official', county.jinqu)));
    expect(refused.json).toMatchObject({ code: 'referenceUnknown', fields: [{ field: 'grants[1].unitId', fault: 'unknown' }] });
    const unknown = await add(townAdmin, newcomer('reach', grant('official', 999_999)));
    expect({ ...unknown.json, requestId: '', fields: [] }).toEqual({ ...refused.json, requestId: '', fields: [] });

    const jinquClerk = await addAccount(product, 'jinquClerk', 'townOrganiser', county.jinqu);
    expect((await product.call(`/v1/users/${jinquClerk}`, { token: townAdmin })).status).toBe(404);
    expect((await product.call(`/v1/users/${jinquClerk}`, { token: admin })).status).toBe(200);
    const seen = (await product.call('/v1/users?limit=200', { token: townAdmin })).json.items.map(
      (user: { account: string }) => user.account,
    );
    expect(seen).toEqual(['townAdmin']);
  });

  test('an administrator of a town makes no account that speaks for another town’s instructor', async () => {
    await insertRows(product.db, 'instructors', [
      { id: 71, name: '示例教师', unit_id: county.jinqu, engagement: 'partTime' },
      { id: 72, name: '示例教师', unit_id: county.doujiabu, engagement: 'partTime' },
    ]);
    const teaching = (account: string, instructorId: string) => ({
      ...newcomer(account, grant('instructor', county.hengqu)),
      instructorId,
    });
    expect((await add(townAdmin, teaching('foreign', '71'))).json).toMatchObject({
      code: 'referenceUnknown',
      fields: [{ field: 'instructorId' }],
    });
    expect((await add(townAdmin, teaching('local', '72'))).status).toBe(201);
  });

  test('an administrator of a town cannot take over an account that holds more', async () => {
    const both = await addAccount(product, 'both', 'reporter', county.doujiabu);
    const wider = await product.call(`/v1/users/${both}/grants`, {
      method: 'PUT',
      token: admin,
      headers: { 'if-match': '"1"' },
      body: { grants: [grant('reporter', county.doujiabu), grant('organiser', county.county)] },
    });
    expect(wider.json.version).toBe(2);
    expect((await product.call(`/v1/users/${both}`, { token: townAdmin })).status).toBe(200);
    const reset = await product.call(`/v1/users/${both}/password`, {
      method: 'PUT',
      token: townAdmin,
      body: { password: 'Taken-over-2021' },
    });
    expect([reset.status, reset.json.code]).toEqual([403, 'forbidden']);
  });

  test('a change demands the version last read, and counts from the next request', async () => {
    const id = await addAccount(product, 'changed', 'official', county.county);
    const token = await tokenOf(product, 'changed');
    const path = `/v1/users/${id}`;
    const patch = (headers: Record<string, string>) =>
      product.call(path, { method: 'PATCH', token: admin, headers, body: { disabled: true } });
    expect((await patch({})).json.code).toBe('preconditionRequired');
    for (const stale of ['"7"', '7', 'W/"1"', '*', '"x"']) expect((await patch({ 'if-match': stale })).json.code).toBe('versionMismatch');
    expect((await product.call(path, { token: admin })).headers.get('etag')).toBe('"1"');
    expect((await patch({ 'if-match': '"1"' })).json).toEqual({ id: String(id), version: 2 });
    expect((await product.call('/v1/me', { token })).status).toBe(401);
    await product.call(path, { method: 'PATCH', token: admin, headers: { 'if-match': '"2"' }, body: { disabled: false } });
    expect((await product.call('/v1/me', { token })).status).toBe(401);
    expect((await product.call('/v1/me', { token: await tokenOf(product, 'changed') })).status).toBe(200);
  });

  test('pages hold every account once', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = (await product.call(`/v1/users?limit=3${cursor && `&cursor=${cursor}`}`, { token: admin })).json;
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items.map((user: { account: string }) => user.account));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    const [{ all }] = await product.db.query('SELECT COUNT(*) AS `all` FROM users');
    expect(seen.length).toBe(all);
  });

  test('what was done is written down, without passwords', async () => {
    const entries = JSON.stringify(await product.db.query('SELECT action, subject, facts FROM audit_entries'));
    for (const action of ['user.created', 'user.grantsSet', 'user.updated', 'token.issued']) expect(entries).toContain(action);
    expect(entries).not.toContain(testPassword);
    expect(product.lines.join('\n')).not.toMatch(/clerk|Shuguo/);
  });
});
