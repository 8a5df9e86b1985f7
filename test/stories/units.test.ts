import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type County, plantCounty, signedIn } from './support/county.js';
import { type Product, startProduct } from './support/start-product.js';

let product: Product;
let county: County;
let admin: string;
let official: string;
let hengqu: string;

beforeAll(async () => {
  product = await startProduct();
  county = await plantCounty(product.db);
  admin = await signedIn(product, 'admin', 'admin', county.county);
  official = await signedIn(product, 'official', 'official', county.county);
  hengqu = await signedIn(product, 'hengqu', 'townOrganiser', county.hengqu);
});
afterAll(() => product?.stop());

const add = (body: object, token = admin) => product.call('/v1/units', { token, body });
const village = (name: string, parentId: number, code?: string) => ({ parentId: String(parentId), level: 'village', name, code });
const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });
const retire = (id: string, version: number, body: object, token = admin) =>
  product.call(`/v1/units/${id}/retire`, { token, body, headers: ifMatch(version) });
const names = async (token: string, query = '') => {
  const answer = await product.call(`/v1/units?limit=200${query}`, { token });
  return answer.json.items.map((unit: { name: string }) => unit.name);
};

describe('units', () => {
  test('a town sees its own part of the tree; another town looks exactly like none', async () => {
    expect(await names(hengqu)).toEqual(['横渠镇', '豆家堡村', '横渠村']);
    expect(await names(official)).toHaveLength(7);
    const foreign = await product.call(`/v1/units/${county.jinqu}`, { token: hengqu });
    const absent = await product.call('/v1/units/999999', { token: hengqu });
    expect([foreign.status, absent.status]).toEqual([404, 404]);
    expect({ ...foreign.json, requestId: '' }).toEqual({ ...absent.json, requestId: '' });
    expect(await names(hengqu, `&parentId=${county.jinqu}`)).toEqual([]);
    for (const id of ['0', '007', '1e3', '4294967296', 'x'])
      expect((await product.call(`/v1/units/${id}`, { token: hengqu })).status).toBe(404);
  });

  test('a page ends where the next one begins', async () => {
    const first = (await product.call('/v1/units?limit=4', { token: official })).json;
    const second = (await product.call(`/v1/units?limit=4&cursor=${first.nextCursor}`, { token: official })).json;
    expect([...first.items, ...second.items].map(({ name }: { name: string }) => name)).toEqual(await names(official));
    expect(second.nextCursor).toBeNull();
    expect((await product.call('/v1/units?cursor=WyJ4Il0', { token: official })).json.code).toBe('cursorInvalid');
  });

  test('is found by its code, in any form of it', async () => {
    expect(await names(official, '&code=610326101000')).toEqual(['横渠镇']);
    expect(await names(official, '&code=610326101204')).toEqual(['豆家堡村']);
    expect(await names(official, `&q=${encodeURIComponent('渠')}&level=town`)).toEqual(['横渠镇', '金渠镇']);
  });

  test('an administrator adds a village, which knows its place and its kind', async () => {
    const added = await add(village('新民村委会', county.hengqu, '610326101299'));
    expect(added.status).toBe(201);
    expect(added.headers.get('etag')).toBe('"1"');
    expect(added.json).toMatchObject({
      displayName: '新民村',
      villageKind: 'villageCommittee',
      level: 'village',
      parentId: String(county.hengqu),
    });
    const [row] = await product.db.query('SELECT * FROM units WHERE id = ?', [added.json.id]);
    const [town] = await product.db.query('SELECT * FROM units WHERE id = ?', [county.hengqu]);
    expect(row).toMatchObject({ path: `${town.path}${row.id}/`, access_path: `${town.path}${row.id}/`, key_village: row.id });
    expect(row).toMatchObject({ key_town: town.id, key_county: county.county });
    expect(await names(hengqu)).toContain('新民村委会');
  });

  test('an organ is counted under what it serves', async () => {
    const added = await add({ parentId: String(county.county), level: 'organ', name: '眉县融媒体中心' });
    const [row] = await product.db.query('SELECT * FROM units WHERE id = ?', [added.json.id]);
    expect(row).toMatchObject({ key_village: county.county, key_town: county.county, key_county: county.county });
  });

  test('refusals say what to mend', async () => {
    expect((await add(village('重号村', county.hengqu, '610326101204'))).json).toMatchObject({
      code: 'alreadyExists',
      fields: [{ field: 'code', fault: 'taken' }],
    });
    expect((await add({ ...village('镇下镇', county.hengqu), level: 'town' })).json.code).toBe('unitLevelInvalid');
    expect((await add(village('无上级', 999_999))).json).toMatchObject({ status: 400, code: 'referenceUnknown' });
    expect((await add({ parentId: null, level: 'province', name: '另一省' })).json.code).toBe('referenceUnknown');
    expect((await add(village('越权村', county.hengqu), hengqu)).status).toBe(403);
    expect((await add({ ...village('多余', county.hengqu), path: '/' })).json).toMatchObject({
      fields: [{ field: 'path', fault: 'unknown' }],
    });
  });

  test('renaming needs the version that was seen', async () => {
    const { id } = (await add(village('旧名村', county.jinqu))).json;
    const rename = (headers: Record<string, string>, body: object = { name: '新名村' }) =>
      product.call(`/v1/units/${id}`, { method: 'PATCH', token: admin, body, headers });
    expect((await rename({})).json).toMatchObject({ status: 428, code: 'preconditionRequired' });
    expect((await rename(ifMatch(7))).json).toMatchObject({ status: 412, code: 'versionMismatch', version: 1 });
    const renamed = await rename(ifMatch(1));
    expect([renamed.status, renamed.headers.get('etag'), renamed.json.name]).toEqual([200, '"2"', '新名村']);
    expect((await rename(ifMatch(1))).status).toBe(412);
  });

  test('a retired unit goes to its successor, with everything that had gone to it before', async () => {
    const oldest = (await add(village('最早村', county.hengqu))).json;
    const old = (await add(village('旧村', county.hengqu))).json;
    expect((await retire(oldest.id, 1, { validTo: '2020-12-31', successorId: old.id })).status).toBe(200);
    const retired = await retire(old.id, 1, { validTo: '2021-12-31', successorId: String(county.jinquVillage) });
    expect(retired.json).toMatchObject({ validTo: '2021-12-31', successorId: String(county.jinquVillage), version: 2 });

    expect(await names(hengqu)).not.toContain('旧村');
    const jinqu = await signedIn(product, 'jinqu', 'townOrganiser', county.jinqu);
    expect(await names(jinqu)).toEqual(expect.arrayContaining(['旧村', '最早村']));
    expect(await names(jinqu, '&living=true')).not.toContain('旧村');
    const [row] = await product.db.query('SELECT path, key_town FROM units WHERE id = ?', [old.id]);
    expect(row.key_town).toBe(county.hengqu);

    expect((await retire(old.id, 2, { validTo: '2021-12-31' })).json.code).toBe('unitRetired');
    expect((await add(village('已撤村组', Number(old.id)))).json.code).toBe('unitRetired');
  });

  test('a unit does not retire with living ones in it, before it began, in the future, or to itself', async () => {
    const town = (await add({ parentId: String(county.county), level: 'town', name: '待撤镇', validFrom: '2000-01-01' })).json;
    await add(village('镇中村', Number(town.id)));
    expect((await retire(town.id, 1, { validTo: '2021-12-31' })).json).toMatchObject({ status: 409, code: 'unitNotEmpty', living: 1 });
    const alone = (await add({ ...village('独村', county.jinqu), validFrom: '2000-01-01' })).json;
    expect((await retire(alone.id, 1, { validTo: '1999-12-31' })).json.code).toBe('datesReversed');
    expect((await retire(alone.id, 1, { validTo: '2199-12-31' })).json.code).toBe('invalidFields');
    expect((await retire(alone.id, 1, { validTo: '2021-12-31', successorId: alone.id })).json.code).toBe('referenceUnknown');
    expect((await retire(alone.id, 1, { validTo: '2021-12-31', successorId: String(county.organ) })).json.code).toBe('unitLevelInvalid');
    expect((await retire(alone.id, 3, { validTo: '2021-12-31' })).status).toBe(412);
  });

  test('two merges of units in opposite directions: only one happens', async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = [(await add(village(`甲${round}`, county.hengqu))).json, (await add(village(`乙${round}`, county.hengqu))).json];
      const answers = await Promise.all([
        retire(a.id, 1, { validTo: '2021-12-31', successorId: b.id }),
        retire(b.id, 1, { validTo: '2021-12-31', successorId: a.id }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
  });

  test('adding and retiring leave a trace', async () => {
    const rows = await product.db.query("SELECT DISTINCT action FROM audit_entries WHERE subject = 'unit' ORDER BY action");
    expect(rows.map(({ action }: { action: string }) => action)).toEqual(['unit.created', 'unit.renamed', 'unit.retired']);
  });

  test('a unit says what stands above it as far as one sees, what it was called, and what ended in its favour', async () => {
    const old = (await add(village('老村', county.hengqu))).json;
    const kept = (await add(village('新村', county.hengqu))).json;
    const rename = (name: string, version: number) =>
      product.call(`/v1/units/${kept.id}`, { method: 'PATCH', token: admin, body: { name }, headers: ifMatch(version) });
    await rename('新村乙', 1);
    await rename('新村乙', 2);
    await rename('新村丙', 3);
    await retire(old.id, 1, { validTo: '2022-12-31', successorId: kept.id });
    const place = async (id: string, token = admin) => (await product.call(`/v1/units/${id}/place`, { token })).json;
    const shown = (units: { displayName: string }[]) => units.map(({ displayName }) => displayName);
    const seen = await place(kept.id);
    expect(shown(seen.above)).toEqual(['眉县', '横渠镇']);
    expect(shown(seen.predecessors)).toEqual(['老村']);
    expect(seen.names.map(({ name }: { name: string }) => name)).toEqual(['新村乙', '新村']);
    expect(shown((await place(kept.id, hengqu)).above)).toEqual(['横渠镇']);
    expect((await place(old.id)).successor.displayName).toBe('新村丙');
    expect((await place(String(county.jinqu), hengqu)).status).toBe(404);
    expect(await names(hengqu, '&top=true')).toEqual(['横渠镇']);
    expect(await names(official, '&top=true')).toEqual(['眉县']);
  });
});
