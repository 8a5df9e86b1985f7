import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PeopleChanged } from '#people';
import { type County, plantCounty, signedIn } from './support/county.js';
import { type Product, startProduct } from './support/start-product.js';

let product: Product;
let county: County;
let organiser: string;
let hengqu: string;
/** What the figures were told, in order. */
const told: number[][] = [];

beforeAll(async () => {
  product = await startProduct();
  county = await plantCounty(product.db);
  organiser = await signedIn(product, 'organiser', 'organiser', county.county);
  hengqu = await signedIn(product, 'hengqu', 'townOrganiser', county.hengqu);
  product.get(PeopleChanged).subscribe((_db, _ctx, ids) => {
    told.push([...ids].sort((a, b) => a - b));
    return Promise.resolve();
  });
});
afterAll(() => product?.stop());

const idNumber = '11010519491231002X';
const post = (path: string, body?: object, token = organiser) => product.call(`/v1/people${path}`, { method: 'POST', token, body });
const patch = (path: string, version: number, body: object, token = organiser) =>
  product.call(`/v1/people${path}`, { method: 'PATCH', token, body, headers: { 'if-match': `"${version}"` } });
const get = (path: string, token = organiser) => product.call(`/v1/people${path}`, { token });
const person = async (name: string, more: object = {}): Promise<{ id: string; version: number }> =>
  (await post('', { name, unitId: String(county.doujiabu), ...more })).json;
const lastTold = () => told.at(-1)?.map(String);

describe('people', () => {
  test('a person is registered with what is known, and shown without what is sealed', async () => {
    const added = await post('', {
      name: '测试甲',
      code: 'RY-1',
      unitId: String(county.doujiabu),
      partyFrom: '2010-07-01',
      idNumber: '１１０１０５１９４９１２３１００２x',
      phone: '+86 138-0000-1234',
    });
    expect(added.status).toBe(201);
    expect(added.json).toMatchObject({ gender: 'female', born: '1949-12-31', idNumberLast4: '002X', phoneLast4: '1234' });
    expect(added.json).toMatchObject({ audience: 'partyMember', unit: '豆家堡村', mergedInto: null });
    expect(JSON.stringify(added.json)).not.toMatch(/110105|138000/);
  });

  test('no table holds a number in clear', async () => {
    const tables: { name: string }[] = await product.db.query(
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
    );
    for (const { name } of tables) {
      for (const row of await product.db.query(`SELECT * FROM ${name}`)) {
        for (const value of Object.values(row as object)) {
          const text = Buffer.isBuffer(value) ? value.toString('latin1') : String(value);
          expect(text).not.toMatch(/11010519491231002|13800001234/);
        }
      }
    }
  });

  test('one ID number, one person — in whatever form it is written', async () => {
    const twin = await post('', { name: '测试乙', unitId: String(county.hengquVillage), idNumber: '110105194912310 02x' });
    expect(twin.json).toMatchObject({ status: 409, code: 'identityTaken' });
    expect(twin.text).not.toContain('测试甲');
    expect((await post('', { name: '错号', unitId: String(county.doujiabu), idNumber: '110105194912310021' })).json.code).toBe(
      'identityInvalid',
    );
    expect((await post('', { name: '错号', unitId: String(county.doujiabu), phone: '12' })).json).toMatchObject({ code: 'invalidFields' });
    expect((await post('', { name: '同号', unitId: String(county.doujiabu), code: 'RY-1' })).json.code).toBe('alreadyExists');
  });

  test('a town sees and changes its own people only; the others look exactly like none', async () => {
    const foreign = await person('外镇人', { unitId: String(county.jinquVillage) });
    const answers = await Promise.all([
      get(`/${foreign.id}`, hengqu),
      get('/999999', hengqu),
      patch(`/${foreign.id}`, 1, { name: '改名' }, hengqu),
      post(`/${foreign.id}/positions`, { kind: 'backbone', from: '2021-01-01' }, hengqu),
      post(`/${foreign.id}/move`, { unitId: String(county.doujiabu), from: '2021-01-01' }, hengqu),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect({ ...answers[0]!.json, requestId: '' }).toEqual({ ...answers[1]!.json, requestId: '' });
    expect((await post('', { name: '越界', unitId: String(county.jinquVillage) }, hengqu)).json.code).toBe('referenceUnknown');
    const listed = (await get('?limit=200', hengqu)).json.items.map(({ name }: { name: string }) => name);
    expect(listed).toContain('测试甲');
    expect(listed).not.toContain('外镇人');
    const reporter = await signedIn(product, 'reporter', 'reporter', county.doujiabu);
    expect((await get('', reporter)).status).toBe(403);
    expect((await post(`/${foreign.id}/merge`, { intoId: '1' }, hengqu)).status).toBe(403);
  });

  test('are found by the beginning of the name, by code, by unit', async () => {
    await person('欧阳一');
    await person('欧阳二', { unitId: String(county.jinquVillage), code: 'OY-2' });
    const found = async (query: string) => (await get(`?${query}`)).json.items.map(({ name }: { name: string }) => name);
    expect(await found(`q=${encodeURIComponent('欧阳')}`)).toEqual(['欧阳一', '欧阳二']);
    expect(await found(`q=${encodeURIComponent('阳')}`)).toEqual([]);
    expect(await found('q=%25')).toEqual([]);
    expect(await found('code=OY-2')).toEqual(['欧阳二']);
    expect(await found(`unit=${county.jinqu}&q=${encodeURIComponent('欧阳')}`)).toEqual(['欧阳二']);
  });

  test('a change needs the version that was seen, and tells the figures when they depend on it', async () => {
    const { id } = await person('待改');
    expect((await product.call(`/v1/people/${id}`, { method: 'PATCH', token: organiser, body: {} })).status).toBe(428);
    expect((await patch(`/${id}`, 9, { gender: 'male' })).json).toMatchObject({ status: 412, version: 1 });
    const before = told.length;
    const renamed = await patch(`/${id}`, 1, { name: '已改', phone: '13900004321' });
    expect(renamed.json).toMatchObject({ name: '已改', phoneLast4: '4321', version: 2 });
    expect(told.length).toBe(before);
    expect((await patch(`/${id}`, 2, { gender: 'male', phone: null })).json).toMatchObject({ gender: 'male', phoneLast4: null });
    expect(lastTold()).toEqual([id]);
    expect((await patch(`/${id}`, 3, { partyUntil: '2020-01-01' })).json.code).toBe('datesReversed');
  });

  test('positions have terms that share no day, and decide the audience', async () => {
    const { id } = await person('任职');
    const first = await post(`/${id}/positions`, { kind: 'villageSecretary', from: '2021-01-01', to: '2021-03-31' });
    expect(first.status).toBe(201);
    expect(first.json).toMatchObject({ audience: 'public', version: 2, positions: [{ kind: 'villageSecretary', to: '2021-03-31' }] });
    expect((await post(`/${id}/positions`, { kind: 'villageSecretary', from: '2021-03-31' })).json.code).toBe('positionOverlaps');
    expect((await post(`/${id}/positions`, { kind: 'backbone', from: '2021-03-31', to: '2021-03-30' })).json.code).toBe('datesReversed');
    const position = (await post(`/${id}/positions`, { kind: 'villageSecretary', from: '2021-04-01' })).json;
    expect(position.audience).toBe('cadre');
    const { id: positionId, version } = position.positions[1];
    expect((await patch(`/${id}/positions/${positionId}`, 5, { to: '2021-12-31' })).json).toMatchObject({ status: 412, version: 1 });
    const ended = await patch(`/${id}/positions/${positionId}`, version, { to: '2021-12-31' });
    expect(ended.json).toMatchObject({ audience: 'public', positions: [{}, { to: '2021-12-31', version: 2 }] });
    expect(lastTold()).toEqual([id]);
    const other = await person('旁人');
    expect((await patch(`/${other.id}/positions/${positionId}`, 2, { to: null })).status).toBe(404);
  });

  test('a person who moved is where the last entry says, whatever order the moves are recorded in', async () => {
    const { id } = await person('调动');
    const moved = await post(`/${id}/move`, { unitId: String(county.jinquVillage), from: '2021-06-01' });
    expect(moved.json).toMatchObject({ unitId: String(county.jinquVillage), version: 2 });
    const earlier = await post(`/${id}/move`, { unitId: String(county.hengquVillage), from: '2020-06-01' });
    expect(earlier.json.unitId).toBe(String(county.jinquVillage));
    expect(earlier.json.units.map(({ unitId }: { unitId: string }) => Number(unitId))).toEqual([
      county.doujiabu,
      county.hengquVillage,
      county.jinquVillage,
    ]);
    expect((await get(`/${id}`, hengqu)).status).toBe(404);
    expect((await post(`/${id}/move`, { unitId: String(county.doujiabu), from: '2199-01-01' })).json.code).toBe('invalidFields');
  });
});

describe('two records of one person', () => {
  const cluster = async (ids: string[]) =>
    (await product.db.query('SELECT person_id, canonical_id FROM person_aliases WHERE person_id IN (?) ORDER BY person_id', [ids])).map(
      (row: { person_id: number; canonical_id: number }) => [String(row.person_id), String(row.canonical_id)],
    );

  test('are merged and told apart again, exactly; the figures hear of every record that counts as one of them', async () => {
    const [a, b, c] = [await person('甲'), await person('乙'), await person('丙')];
    const merged = await post(`/${a.id}/merge`, { intoId: b.id });
    expect(merged.json).toMatchObject({ mergedInto: b.id, version: 2 });
    expect(lastTold()).toEqual([a.id, b.id]);
    // A chain: a counts as b, b as c; merging into b means c.
    await post(`/${b.id}/merge`, { intoId: c.id });
    expect(lastTold()).toEqual([a.id, b.id, c.id]);
    const d = await person('丁');
    expect((await post(`/${d.id}/merge`, { intoId: a.id })).json.mergedInto).toBe(c.id);
    expect(await cluster([a.id, b.id, c.id, d.id])).toEqual([
      [a.id, b.id],
      [b.id, c.id],
      [d.id, c.id],
    ]);
    const apart = await post(`/${b.id}/unmerge`);
    expect(apart.json.mergedInto).toBeNull();
    expect(lastTold()).toEqual([a.id, b.id, c.id, d.id]);
    expect(await cluster([a.id, b.id, c.id, d.id])).toEqual([
      [a.id, b.id],
      [d.id, c.id],
    ]);
  });

  test('what cannot be merged is refused', async () => {
    const [a, b, c] = [await person('甲'), await person('乙'), await person('丙')];
    await post(`/${a.id}/merge`, { intoId: b.id });
    expect((await post(`/${a.id}/merge`, { intoId: c.id })).json).toMatchObject({ code: 'alreadyMerged', personId: b.id });
    expect((await post(`/${b.id}/merge`, { intoId: a.id })).json.code).toBe('mergeWithSelf');
    expect((await post(`/${b.id}/merge`, { intoId: b.id })).json.code).toBe('mergeWithSelf');
    expect((await post(`/${b.id}/merge`, { intoId: '999999' })).json.code).toBe('referenceUnknown');
    expect((await post(`/${b.id}/unmerge`)).json.code).toBe('notMerged');
    expect((await patch(`/${a.id}`, 2, { name: '改' })).json).toMatchObject({ code: 'personMerged', personId: b.id });
    const listed = (await get('?limit=200')).json.items.map(({ id }: { id: string }) => id);
    expect(listed).toContain(b.id);
    expect(listed).not.toContain(a.id);
  });

  test('are merged only as they were looked at, where somebody says how that was', async () => {
    const [a, b] = [await person('甲'), await person('乙')];
    await patch(`/${b.id}`, 1, { name: '乙改' });
    const seen = { intoId: b.id, version: 1, intoVersion: 1 };
    expect((await post(`/${a.id}/merge`, seen)).json).toMatchObject({ status: 412, code: 'versionMismatch', personId: b.id, version: 2 });
    await patch(`/${a.id}`, 1, { name: '甲改' });
    expect((await post(`/${a.id}/merge`, { ...seen, intoVersion: 2 })).json).toMatchObject({ code: 'versionMismatch', personId: a.id });
    expect(await cluster([a.id, b.id])).toEqual([]);
    expect((await post(`/${a.id}/merge`, { intoId: b.id, version: 2, intoVersion: 2 })).json).toMatchObject({ mergedInto: b.id });
  });

  test('merging in rings at the same moment never makes a ring', async () => {
    for (let round = 0; round < 5; round++) {
      const ring = [await person('环'), await person('环'), await person('环')];
      const answers = await Promise.all(ring.map(({ id }, i) => post(`/${id}/merge`, { intoId: ring[(i + 1) % 3]!.id })));
      expect(answers.filter(({ status }) => status === 200).length).toBe(2);
      expect(await cluster(ring.map(({ id }) => id))).toHaveLength(2);
    }
  });

  test('merging and un-merging leave a trace', async () => {
    const rows = await product.db.query("SELECT action, facts FROM audit_entries WHERE action IN ('person.merged', 'person.unmerged')");
    expect(new Set(rows.map(({ action }: { action: string }) => action))).toEqual(new Set(['person.merged', 'person.unmerged']));
  });
});

describe('a number in full', () => {
  test('takes a right and a reason, and leaves a trace', async () => {
    const [{ id }] = (await get('?code=RY-1')).json.items;
    const reveal = (body: object, token = organiser) => post(`/${id}/reveal`, body, token);
    expect((await reveal({ number: 'idNumber', reason: '核对' }, hengqu)).status).toBe(403);
    expect((await reveal({ number: 'idNumber' })).json).toMatchObject({ fields: [{ field: 'reason', fault: 'required' }] });
    const repeat = { 'idempotency-key': 'reveal-1' };
    for (const { json } of [
      await product.call(`/v1/people/${id}/reveal`, {
        token: organiser,
        body: { number: 'idNumber', reason: '核对证书' },
        headers: repeat,
      }),
      await reveal({ number: 'idNumber', reason: '再核对' }),
    ]) {
      expect(json).toEqual({ id, number: 'idNumber', value: idNumber });
    }
    const rows = await product.db.query("SELECT facts FROM audit_entries WHERE action = 'person.revealed' ORDER BY id");
    expect(rows.map((row: { facts: unknown }) => (typeof row.facts === 'string' ? JSON.parse(row.facts) : row.facts))).toEqual([
      { number: 'idNumber', reason: '核对证书' },
      { number: 'idNumber', reason: '再核对' },
    ]);
    expect(JSON.stringify(await product.db.query('SELECT * FROM idempotency_keys'))).not.toContain(idNumber);
    const { id: without } = await person('无号');
    expect((await post(`/${without}/reveal`, { number: 'phone', reason: '核对' })).status).toBe(404);
  });
});
