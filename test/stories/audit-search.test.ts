import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AuditTrail } from '#platform/audit';
import { type Context, systemContext } from '#platform/context';
import { Transactions } from '#platform/database';
import { declareJob, Outbox } from '#platform/jobs';
import { ApiDocument } from './support/api-document.js';
import { addAccount, type County, plantCounty, plantUnit, signedIn, tokenOf } from './support/county.js';
import { type Product, startProduct } from './support/start-product.js';

let product: Product;
let county: County;
let admin: string;
let auditor: string;
let api: ApiDocument;
beforeAll(async () => {
  product = await startProduct();
  county = await plantCounty(product.db);
  admin = await signedIn(product, 'admin', 'admin', county.county);
  auditor = await signedIn(product, 'auditor', 'auditor', county.county);
  api = new ApiDocument((await product.call('/v1/openapi.json')).json);
});
afterAll(() => product?.stop());

type Entry = { account: string | null; action: string; noun: string; nounId: string; facts: { name: string; value: string }[] };
async function search(query: string, token = auditor): Promise<Entry[]> {
  const answer = await product.call(`/v1/audit?${query}`, { token });
  expect([answer.status, api.faults('GET', '/v1/audit', answer)]).toEqual([200, []]);
  return answer.json.items;
}
const said = (entries: Entry[]): string[] => entries.map(({ account, action, nounId }) => `${account} ${action} ${nounId}`);

describe('the audit trail', () => {
  test('is searched by noun, id, account, action and day, newest first, in pages', async () => {
    const id = await addAccount(product, 'reporter', 'reporter', county.doujiabu);
    const change = (body: object, version: number) =>
      product.call(`/v1/users/${id}`, { method: 'PATCH', token: admin, body, headers: { 'if-match': `"${version}"` } });
    await change({ name: '村文书' }, 1);
    await change({ disabled: true }, 2);
    expect(said(await search(`noun=user&id=${id}`))).toEqual([
      `admin user.updated ${id}`,
      `admin user.updated ${id}`,
      `null user.created ${id}`,
    ]);
    expect((await search(`noun=user&id=${id}&limit=1`))[0]!.facts).toEqual([{ name: 'disabled', value: 'true' }]);
    expect(said(await search(`account=admin&action=user.updated`))).toHaveLength(2);
    const [{ id: adminId }] = await product.db.query("SELECT id FROM users WHERE account = 'admin'");
    expect(await search(`by=${adminId}&action=user.updated`)).toEqual(await search(`account=admin&action=user.updated`));
    expect(await search(`by=${id}`)).toEqual([]);
    const today = new Date(Date.parse((await product.db.query('SELECT CURRENT_TIMESTAMP(3) AS at'))[0].at) + 8 * 3_600_000)
      .toISOString()
      .slice(0, 10);
    expect(await search(`noun=user&id=${id}&from=${today}&to=${today}`)).toHaveLength(3);
    expect(await search('to=2000-01-01')).toEqual([]);
    expect(await search('from=2199-01-01')).toEqual([]);
    const all: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { json } = await product.call(`/v1/audit?noun=user&id=${id}&limit=2${cursor && `&cursor=${cursor}`}`, { token: auditor });
      all.push(...said(json.items));
      cursor = json.nextCursor;
    }
    expect(all).toHaveLength(3);
    for (const query of ['noun=a%27b', 'from=gestern', 'id=', 'cursor=WzFd', 'action=1'])
      expect([query, (await product.call(`/v1/audit?${query}`, { token: auditor })).status]).toEqual([query, 400]);
  });

  test('ends at the units of its reader, and what was typed as a reason is not told', async () => {
    const town = await signedIn(product, 'town-auditor', 'auditor', county.hengqu);
    const jinqu = await addAccount(product, 'jinqu', 'townOrganiser', county.jinqu);
    await tokenOf(product, 'jinqu');
    const trail = product.get(AuditTrail);
    const by: Context = {
      ...systemContext('cli'),
      user: { id: jinqu, account: 'jinqu', instructorId: null },
      grants: [{ bundle: 'townOrganiser', unitId: county.jinqu, path: '' }],
    };
    await product
      .get(Transactions)
      .run(by, (db) => trail.record(db, by, 'session.cancelled', { noun: 'session', id: 7 }, { from: 'scheduled', reason: '张三生病' }));
    expect(said(await search('noun=session'))).toEqual(['jinqu session.cancelled 7']);
    expect((await search('noun=session'))[0]!.facts).toEqual([{ name: 'from', value: 'scheduled' }]);
    expect(await search('noun=session', town)).toEqual([]);
    // What the town's own auditor did, and what was done to accounts of the town.
    expect(new Set((await search('', town)).map(({ account }) => account))).toEqual(new Set(['town-auditor', 'admin', null]));
  });

  test('keeps a deed with the units it concerned on its day, whatever its author holds since', async () => {
    const [hengqu, jinqu] = [
      await signedIn(product, 'audits-hengqu', 'auditor', county.hengqu),
      await signedIn(product, 'audits-jinqu', 'auditor', county.jinqu),
    ];
    const clerk = await addAccount(product, 'clerk', 'townOrganiser', county.hengqu);
    const added = async (): Promise<string> => {
      const body = { name: '示例甲', unitId: String(clerkUnit) };
      const answer = await product.call('/v1/people', { token: await tokenOf(product, 'clerk'), body });
      expect(answer.status).toBe(201);
      return answer.json.id;
    };
    const seen = async (id: string) =>
      [await search(`noun=person&id=${id}`, hengqu), await search(`noun=person&id=${id}`, jinqu)].map(said);
    let clerkUnit = county.doujiabu;
    const before = await added();
    expect(await seen(before)).toEqual([[`clerk person.created ${before}`], []]);

    const grants = [{ bundle: 'townOrganiser', unitId: String(county.jinqu) }];
    const moved = await product.call(`/v1/users/${clerk}/grants`, {
      ...{ method: 'PUT', token: admin, body: { grants }, headers: { 'if-match': '"1"' } },
    });
    expect(moved.status).toBe(200);
    clerkUnit = county.jinquVillage;
    const after = await added();
    expect(await seen(before)).toEqual([[`clerk person.created ${before}`], []]);
    expect(await seen(after)).toEqual([[], [`clerk person.created ${after}`]]);
    // Both towns were concerned when the account went from one to the other.
    for (const token of [hengqu, jinqu])
      expect(said(await search(`noun=user&id=${clerk}&action=user.grantsSet`, token))).toEqual([`admin user.grantsSet ${clerk}`]);
  });

  test('shows what the county did to what is a town’s, and follows the tree of today', async () => {
    const jinqu = await signedIn(product, 'follows-jinqu', 'auditor', county.jinqu);
    const organiser = await signedIn(product, 'audited-organiser', 'organiser', county.county);
    const body = { name: '示例乙', unitId: String(county.hengquVillage) };
    const { id } = (await product.call('/v1/people', { token: organiser, body })).json;
    const seen = () => search(`noun=person&id=${id}`, jinqu);
    expect(await seen()).toEqual([]);
    const unit = (await product.call(`/v1/units/${county.hengquVillage}`, { token: organiser })).json;
    const retired = await product.call(`/v1/units/${county.hengquVillage}/retire`, {
      token: organiser,
      body: { validTo: '2021-12-31', successorId: String(county.jinqu) },
      headers: { 'if-match': `"${unit.version}"` },
    });
    expect(retired.status).toBe(200);
    expect(said(await seen())).toEqual([`audited-organiser person.created ${id}`]);
  });

  test('tells both towns of a merge between them, and of its end', async () => {
    const towns = [
      await signedIn(product, 'merges-hengqu', 'auditor', county.hengqu),
      await signedIn(product, 'merges-jinqu', 'auditor', county.jinqu),
    ];
    const organiser = await signedIn(product, 'merging', 'organiser', county.county);
    const person = async (unitId: number): Promise<string> =>
      (await product.call('/v1/people', { token: organiser, body: { name: '示例丁', unitId: String(unitId) } })).json.id;
    const [one, other] = [await person(county.doujiabu), await person(county.jinquVillage)];
    expect((await product.call(`/v1/people/${one}/merge`, { token: organiser, body: { intoId: other } })).status).toBe(200);
    expect((await product.call(`/v1/people/${one}/unmerge`, { token: organiser, body: {} })).status).toBe(200);
    const deeds = ['person.merged', 'person.joined', 'person.unmerged', 'person.parted'];
    for (const token of towns)
      expect((await search('account=merging&noun=person', token)).map(({ action }) => action)).toEqual(expect.arrayContaining(deeds));
  });

  test('tells a county nothing of what the product did to another one alone', async () => {
    const elsewhere = await plantUnit(product.db, 'county', '岐山县', '610323');
    const there = await signedIn(product, 'qishan', 'auditor', elsewhere.id);
    const by = systemContext('cli');
    const trail = product.get(AuditTrail);
    const deeds: [id: string, units: number[]][] = [
      ['there', [elsewhere.id]],
      ['both', [elsewhere.id, county.doujiabu]],
      ['none', []],
    ];
    await product.get(Transactions).run(by, async (db) => {
      for (const [id, units] of deeds) await trail.record(db, by, 'user.created', { noun: 'demo', id, units });
    });
    const ids = async (token: string): Promise<string[]> => (await search('noun=demo', token)).map(({ nounId }) => nounId);
    expect(await ids(auditor)).toEqual(['none', 'both']);
    expect(await ids(there)).toEqual(['none', 'both', 'there']);
  });

  test('is for those who hold audit.read', async () => {
    const official = await signedIn(product, 'official', 'official', county.county);
    for (const path of ['/v1/audit', '/v1/queues']) expect((await product.call(path, { token: official })).json.code).toBe('forbidden');
  });
});

describe('the board of the queues', () => {
  test('says of each job what waits, is done, failed before, and is not due', async () => {
    const outbox = product.get(Outbox);
    const job = declareJob({ name: 'story-of-a-board', concurrency: 1, leaseSeconds: 60 });
    await product.get(Transactions).read.transaction((db) => outbox.add(db, job, [1, 2, 3, 4]));
    const set = (key: number, what: string) =>
      product.db.query(`UPDATE outbox SET ${what} WHERE job = ? AND job_key = ?`, [job.name, String(key)]);
    const later = 'due_at = CURRENT_TIMESTAMP(3) + INTERVAL 1 HOUR';
    await set(2, `lease_owner = 'x', lease_until = CURRENT_TIMESTAMP(3) + INTERVAL 1 HOUR, attempts = 1, ${later}`);
    await set(3, `attempts = 2, last_error = 'Error: ER_LOCK', ${later}`);
    await set(4, later);
    const answer = await product.call('/v1/queues', { token: auditor });
    expect(api.faults('GET', '/v1/queues', answer)).toEqual([]);
    const { jobs, answers } = answer.json;
    expect(answers).toBe(true);
    expect(jobs.find((one: { job: string }) => one.job === job.name)).toMatchObject({
      ...{ waiting: 1, active: 1, failed: 1, delayed: 1, facts: 4, lastError: 'Error: ER_LOCK' },
      queue: null,
    });
    expect(jobs.find((one: { job: string }) => one.job === 'check-import')).toMatchObject({ waiting: 0, queue: { waiting: 0 } });
    expect((await product.call('/v1/queues', { token: admin })).status).toBe(200);
  });
});

describe('the list of accounts', () => {
  test('is searched by a part of account or name, whatever letters it has', async () => {
    await addAccount(product, 'zhang_san', 'reporter', county.doujiabu);
    await addAccount(product, 'zhangxsan', 'reporter', county.doujiabu);
    const found = async (q: string) =>
      (await product.call(`/v1/users?q=${encodeURIComponent(q)}`, { token: auditor })).json.items.map(
        ({ account }: { account: string }) => account,
      );
    expect(await found('zhang')).toEqual(['zhang_san', 'zhangxsan']);
    expect(await found('g_s')).toEqual(['zhang_san']);
    expect(await found('村文书')).toEqual(['reporter']);
    expect(await found("'; --")).toEqual([]);
  });
});
