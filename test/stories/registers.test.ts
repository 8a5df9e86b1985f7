import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CreateUnit } from '#units';
import { systemContext } from '#platform/context';
import { type County, plantCounty, signedIn } from './support/county.js';
import { type Product, startProduct } from './support/start-product.js';

let product: Product;
let county: County;
let organiser: string;
/** May keep the registers of one town. */
let hengqu: string;
let otherCounty: string;

beforeAll(async () => {
  product = await startProduct();
  county = await plantCounty(product.db);
  const everything = { paths: ['/'] };
  const other = await product
    .get(CreateUnit)
    .run(systemContext('cli'), { scope: everything, parentId: null, level: 'county', name: '陇县' });
  organiser = await signedIn(product, 'organiser', 'organiser', county.county);
  hengqu = await signedIn(product, 'hengqu', 'organiser', county.hengqu);
  otherCounty = await signedIn(product, 'longxian', 'organiser', other.id);
});
afterAll(() => product?.stop());

const post = (path: string, body: object, token = organiser) => product.call(`/v1/${path}`, { token, body });
const get = (path: string, token = organiser) => product.call(`/v1/${path}`, { token });
const patch = (path: string, version: number | null, body: object, token = organiser) =>
  product.call(`/v1/${path}`, { method: 'PATCH', token, body, headers: version === null ? {} : { 'if-match': `"${version}"` } });

const teacher = (name: string, unitId: number) => ({
  name,
  unitId: String(unitId),
  engagement: 'partTime',
  tags: ['orchardExpert', 'localExpert'],
});
const site = (name: string, unitId: number) => ({ name, unitId: String(unitId), capacity: 40 });
const course = (name: string, unitId: number) => ({ name, unitId: String(unitId), kind: 'thematic' });
const base = (name: string, unitId: number) => ({ name, unitId: String(unitId) });

describe.each([
  ['instructors', teacher],
  ['teaching-sites', site],
  ['training-bases', base],
  ['courses', course],
])('%s', (noun, draft) => {
  test('are seen in the whole county and nowhere else, and changed only by whoever keeps them', async () => {
    const added = await post(noun, { ...draft('金渠的', county.jinqu), code: 'Z-1' });
    expect([added.status, added.headers.get('etag'), added.json.version]).toEqual([201, '"1"', 1]);
    const { id } = added.json;
    expect((await get(`${noun}/${id}`, hengqu)).json.name).toBe('金渠的');
    expect((await get(`${noun}?code=Z-1`, hengqu)).json.items).toHaveLength(1);
    expect((await get(`${noun}/${id}`, otherCounty)).status).toBe(404);
    expect((await get(noun, otherCounty)).json.items).toEqual([]);
    expect((await patch(`${noun}/${id}`, 1, { name: '横渠改的' }, hengqu)).status).toBe(404);
    expect((await post(noun, draft('越界', county.jinqu), hengqu)).json).toMatchObject({ status: 400, code: 'referenceUnknown' });
    expect((await post(noun, draft('本镇', county.hengqu), hengqu)).status).toBe(201);
  });

  test('are changed by the version that was seen, and keep their codes apart', async () => {
    const { id } = (await post(noun, { ...draft('旧名', county.hengqu), code: 'Z-2' })).json;
    expect((await patch(`${noun}/${id}`, null, { name: '新名' })).json.code).toBe('preconditionRequired');
    expect((await patch(`${noun}/${id}`, 4, { name: '新名' })).json).toMatchObject({ status: 412, version: 1 });
    expect((await patch(`${noun}/${id}`, 1, { name: '新名' })).json).toMatchObject({ name: '新名', code: 'Z-2', version: 2 });
    expect((await post(noun, { ...draft('同号', county.hengqu), code: 'Z-2' })).json).toMatchObject({ code: 'alreadyExists' });
    expect((await patch(`${noun}/999999`, 1, { name: '新名' })).status).toBe(404);
  });
});

describe('teachers', () => {
  test('have tags, each once, and may be somebody on the register of people', async () => {
    const person = (await post('people', { name: '李师', unitId: String(county.doujiabu) })).json;
    const added = (await post('instructors', { ...teacher('李师', county.doujiabu), personId: person.id })).json;
    expect([added.personId, added.tags]).toEqual([person.id, ['localExpert', 'orchardExpert']]);
    expect((await patch(`instructors/${added.id}`, 1, { tags: ['capablePerson'], personId: null })).json).toMatchObject({
      tags: ['capablePerson'],
      personId: null,
    });
    expect((await get('instructors?tag=capablePerson')).json.items.map(({ id }: { id: string }) => id)).toEqual([added.id]);
    expect((await get('instructors?tag=capablePerson&engagement=guest')).json.items).toEqual([]);
    expect((await post('instructors', { ...teacher('无此人', county.doujiabu), personId: '999999' })).json.code).toBe('referenceUnknown');
  });
});

describe('sites and routes', () => {
  test('a site lies in a town or a village', async () => {
    expect((await post('teaching-sites', site('县里的', county.county))).json.code).toBe('unitLevelInvalid');
    expect((await post('teaching-sites', site('村里的', county.doujiabu))).status).toBe(201);
    expect((await post('teaching-sites', { ...site('无容量', county.doujiabu), capacity: 0 })).json).toMatchObject({
      fields: [{ field: 'capacity' }],
    });
  });

  test('a site lies at a whole place or at none, however it is changed', async () => {
    const half = { fields: [{ field: 'longitude', fault: 'required' }] };
    expect((await post('teaching-sites', { ...site('半处', county.doujiabu), latitude: 34.15 })).json).toMatchObject(half);
    const there = { ...site('有处', county.doujiabu), latitude: 34.15, longitude: 107.62 };
    const { id } = (await post('teaching-sites', there)).json;
    const change = async (version: number, body: object) =>
      (await product.call(`/v1/teaching-sites/${id}`, { method: 'PATCH', token: organiser, body, headers: { 'if-match': `"${version}"` } }))
        .json;
    expect(await change(1, { longitude: null })).toMatchObject({ code: 'invalidFields', ...half });
    expect(await change(1, { latitude: 34.2 })).toMatchObject({ latitude: 34.2, longitude: 107.62 });
    expect(await change(2, { latitude: null, longitude: null })).toMatchObject({ latitude: null, longitude: null });
    expect(await change(3, { latitude: 34.2 })).toMatchObject(half);
    await expect(product.db.query('UPDATE teaching_sites SET latitude = 1 WHERE id = ?', [id])).rejects.toThrow(/ck_teaching_sites_place/);
  });

  test('a route has at least two stops, in order, all of them in the county', async () => {
    const [a, b] = [
      (await post('teaching-sites', { ...site('甲点', county.doujiabu), latitude: 34.15, longitude: 107.62 })).json,
      (await post('teaching-sites', site('乙点', county.jinqu))).json,
    ];
    const route = (stops: object[], more: object = {}) => ({ name: '线路', unitId: String(county.hengqu), stops, ...more });
    const stop = (siteId: string, minutes = 40, travelMinutes = 15) => ({ siteId, minutes, travelMinutes });
    expect((await post('routes', route([stop(a.id)]))).json).toMatchObject({ fields: [{ field: 'stops', fault: 'tooFew' }] });
    expect((await post('routes', route([stop(a.id), stop('999999')]))).json).toMatchObject({
      code: 'referenceUnknown',
      fields: [{ field: 'stops[1].siteId', fault: 'unknown' }],
    });
    const added = (await post('routes', route([stop(b.id, 30, 0), stop(a.id)]), hengqu)).json;
    expect(added.stops).toEqual([
      { order: 1, siteId: b.id, site: '乙点', town: '金渠镇', latitude: null, longitude: null, minutes: 30, travelMinutes: 0 },
      { order: 2, siteId: a.id, site: '甲点', town: '横渠镇', latitude: 34.15, longitude: 107.62, minutes: 40, travelMinutes: 15 },
    ]);
    const turned = await patch(`routes/${added.id}`, 1, { stops: [stop(a.id), stop(b.id), stop(a.id)] }, hengqu);
    expect(turned.json.stops.map(({ siteId }: { siteId: string }) => siteId)).toEqual([a.id, b.id, a.id]);
    expect((await get(`routes/${added.id}`, otherCounty)).status).toBe(404);
    const through = async (siteId: string) => (await get(`routes?site=${siteId}`)).json.items.map(({ id }: { id: string }) => id);
    expect([await through(a.id), await through('999999')]).toEqual([[added.id], []]);
  });

  test('a site says its town and its base; those of a base are listed', async () => {
    const held = (await post('training-bases', base('横渠基地', county.hengqu))).json;
    const inBase = (await post('teaching-sites', { ...site('基地里的', county.doujiabu), baseId: held.id })).json;
    expect(inBase).toMatchObject({ unit: '豆家堡村', town: '横渠镇', base: '横渠基地' });
    expect((await get(`teaching-sites?base=${held.id}`)).json.items.map(({ name }: { name: string }) => name)).toEqual(['基地里的']);
  });
});
