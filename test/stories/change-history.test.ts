import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attend, done, people, session, startTraining, trainingClass, type Training } from '../factories/training.js';
import { ApiDocument } from './support/api-document.js';
import { signedIn } from './support/county.js';

type Entry = { name: string | null; action: string; sessionId: string | null; facts: { name: string; from?: string; value: string }[] };

/** Who changed what of a thing is told to whoever may see the thing, and to nobody else. */
describe('the history of a thing', () => {
  let training: Training;
  let api: ApiDocument;
  beforeAll(async () => {
    training = await startTraining();
    api = new ApiDocument((await training.product.call('/v1/openapi.json')).json);
  });
  afterAll(() => training.stop());

  const history = async (path: string, token = training.official): Promise<Entry[]> => {
    const answer = await training.product.call(`/v1/${path}/history`, { token });
    const [, noun] = /^([\w-]+)\//.exec(path)!;
    expect([answer.status, api.faults('GET', `/v1/${noun}/{id}/history`, answer)]).toEqual([200, []]);
    return answer.json.items;
  };
  /** Sent with the version that stands now. */
  const change = async (path: string, body: object, { to = path, method = 'PATCH' } = {}) => {
    const { version } = done(await training.product.call(`/v1/${path}`, { token: training.organiser })).json;
    const headers = { 'if-match': `"${version}"` };
    return done(await training.product.call(`/v1/${to}`, { method, token: training.organiser, body, headers })).json;
  };
  /** As a form does it: all that it has, with what was changed in it. */
  const save = async (path: string, fields: readonly string[], changes: object, told = path): Promise<Entry['facts']> => {
    const now = done(await training.product.call(`/v1/${path}`, { token: training.organiser })).json;
    await change(path, { ...Object.fromEntries(fields.map((field) => [field, now[field]])), ...changes });
    return (await history(told))[0]!.facts;
  };
  const add = async (path: string, body: object): Promise<string> =>
    done(await training.product.call(`/v1/${path}`, { token: training.organiser, body })).json.id;
  const refused = async (path: string, token: string) => {
    const { status, json } = await training.product.call(`/v1/${path}/history`, { token });
    return [status, json.code];
  };

  it('tells of a class what was changed from what to what, and of its sessions, newest first and in pages', async () => {
    const [host, other] = [String(training.county.hengqu), await trainingClass(training, { kind: 'thematic', roster: 'open' })];
    const id = await trainingClass(training, { kind: 'thematic', roster: 'open', hosts: [host] });
    const held = await session(training, id, { date: '2021-03-01' });
    await change(`classes/${id}`, { name: '新名', startsOn: '2021-02-01', contact: '0917-1234567', deliveringUnitId: host });
    await change(`sessions/${held}`, { date: '2021-03-02' });
    await change(`classes/${id}`, { to: 'cancelled', reason: '张三生病' }, { to: `classes/${id}/state`, method: 'POST' });
    await change(`classes/${other}`, { name: '别的班' });
    const entries = await history(`classes/${id}`);
    expect(entries.slice(0, 3)).toMatchObject([
      { name: 'organiser', action: 'class.cancelled', sessionId: null },
      {
        ...{ action: 'session.updated', sessionId: held, session: '示例课' },
        facts: [{ name: 'date', from: '2021-03-01', value: '2021-03-02' }],
      },
      { name: 'organiser', action: 'class.updated' },
    ]);
    expect(entries[2]!.facts).toEqual([
      { name: 'name', from: '示例thematic班', value: '新名' },
      { name: 'startsOn', from: '2021-01-01', value: '2021-02-01' },
      { name: 'deliveringUnitId', from: '', value: '横渠镇' },
      { name: 'fields', value: 'contact' },
    ]);
    expect(entries.at(-1)!.action).toBe('class.created');
    // What names a person or was typed as a reason is not told, and nothing of another class.
    expect(JSON.stringify(entries)).not.toMatch(/0917|张三|别的班/);
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const answer = await training.product.call(`/v1/classes/${id}/history?limit=2${cursor && `&cursor=${cursor}`}`, {
        token: training.official,
      });
      paged.push(...answer.json.items.map(({ action }: Entry) => action));
      cursor = answer.json.nextCursor;
    }
    expect(paged).toEqual(entries.map(({ action }) => action));
  });

  it('tells of a person what was done to the record, without a value of theirs', async () => {
    const { county, product, organiser } = training;
    const id = await add('people', { name: '示例甲', unitId: String(county.doujiabu) });
    const [twin] = (await people(training, 1)) as [string];
    const { name: twinName } = done(await product.call(`/v1/people/${twin}`, { token: organiser })).json;
    await change(`people/${id}`, { name: '示例乙', phone: '13900001234', born: '1980-02-03' });
    await add(`people/${id}/move`, { unitId: String(county.hengquVillage), from: '2022-01-01' });
    done(await product.call(`/v1/people/${twin}/merge`, { token: organiser, body: { intoId: id } }));
    await product.call(`/v1/people/${id}/reveal`, { token: organiser, body: { number: 'phone', reason: '核对李四' } });
    const entries = await history(`people/${id}`);
    expect(entries.map(({ action, facts }) => [action, facts])).toEqual([
      ['person.revealed', [{ name: 'number', value: 'phone' }]],
      ['person.joined', [{ name: 'by', value: twinName }]],
      [
        'person.moved',
        [
          { name: 'unitId', from: '豆家堡村', value: '横渠村' },
          { name: 'from', value: '2022-01-01' },
        ],
      ],
      ['person.updated', [{ name: 'fields', value: 'name, born, phone' }]],
      ['person.created', [{ name: 'unitId', value: '豆家堡村' }]],
    ]);
    expect((await history(`people/${twin}`)).map(({ action }) => action)).toEqual(['person.merged']);
  });

  it('names only what differs, also when a form sends all it has', async () => {
    const { county } = training;
    const [host, other] = [String(county.hengqu), String(county.jinqu)];
    const id = await trainingClass(training, { kind: 'thematic', roster: 'open', hosts: [host, other] });
    const ofClass = ['name', 'deliveryMode', 'roster', 'coreProgramme', 'courseId', 'startsOn', 'endsOn', 'hosts', 'deliveringUnitId'];
    const form = [...ofClass, 'supportingUnits', 'villageId', 'headUserId', 'contact'];
    expect(await save(`classes/${id}`, form, {})).toEqual([]);
    expect(await save(`classes/${id}`, form, { roster: 'closed', contact: '0917' })).toEqual([
      { name: 'roster', from: 'open', value: 'closed' },
      { name: 'fields', value: 'contact' },
    ]);
    expect(await save(`classes/${id}`, form, { hosts: [other, host] })).toEqual([{ name: 'hostUnitId', from: '横渠镇', value: '金渠镇' }]);
    expect(await save(`classes/${id}`, form, { hosts: [other] })).toEqual([{ name: 'fields', value: 'hosts' }]);

    const instructors = [await add('instructors', { name: '甲', unitId: host, engagement: 'guest' })];
    instructors.push(await add('instructors', { name: '乙', unitId: host, engagement: 'guest' }));
    const held = await session(training, id, { date: '2021-03-01', startsAt: '08:30', instructorIds: instructors });
    const ofSession = ['topic', 'date', 'dayPart', 'startsAt', 'endsAt', 'instructorIds', 'siteId', 'routeId', 'place', 'forUnitId'];
    const saved = (changes: object) => save(`sessions/${held}`, [...ofSession, 'classIds', 'leadClassId'], changes, `classes/${id}`);
    expect(await saved({ instructorIds: [...instructors].reverse() })).toEqual([]);
    expect(await saved({ endsAt: '11:30' })).toEqual([{ name: 'endsAt', from: '', value: '11:30' }]);
    // A lesson is brought to somebody's bed: where, and under what name, is not kept.
    expect(await saved({ place: '张三家', topic: '看望张三' })).toEqual([{ name: 'fields', value: 'topic, place' }]);
    const kept = "SELECT facts FROM audit_entries WHERE action = 'session.updated'";
    expect(JSON.stringify(await training.product.db.query(kept))).not.toContain('张三');

    const unitId = host;
    const sites = [await add('teaching-sites', { name: '丙点', unitId }), await add('teaching-sites', { name: '丁点', unitId })];
    const stops = sites.map((siteId) => ({ siteId, minutes: 40, travelMinutes: 10 }));
    const route = await add('routes', { name: '线路', unitId, theme: '茶', stops });
    expect(await save(`routes/${route}`, ['name', 'theme', 'unitId'], { stops })).toEqual([]);
    expect(await save(`routes/${route}`, ['name', 'theme', 'unitId'], { stops: stops.toReversed() })).toEqual([
      { name: 'fields', value: 'stops' },
    ]);
  });

  it('names of a person only what differs, numbers too', async () => {
    const known = { name: '示例丙', gender: 'male', born: '1980-02-03', minority: false, phone: '13900001234', idNumber: null };
    const id = await add('people', { ...known, unitId: String(training.county.doujiabu) });
    const [path, fields] = [`people/${id}`, ['code', 'name', 'gender', 'born', 'minority', 'education', 'partyFrom', 'partyUntil']];
    expect(await save(path, fields, { phone: '139 0000 1234', idNumber: null })).toEqual([]);
    expect(await save(path, fields, { phone: '13900001235', minority: true })).toEqual([{ name: 'fields', value: 'minority, phone' }]);
    // The number tells the gender, which is there, and the day of birth, which is taken away.
    expect(await save(path, fields, { idNumber: '11010519491231002X', born: null })).toEqual([{ name: 'fields', value: 'born, idNumber' }]);
  });

  it('tells of a class what was decided about its marks and head counts, and of its roster only which fields', async () => {
    const { product, organiser, county } = training;
    const [on, off] = (await people(training, 2)) as [string, string];
    const hosts = [county.county, county.doujiabu].map(String);
    const id = await trainingClass(training, { kind: 'thematic', people: [on], hosts });
    const held = await session(training, id, { date: '2021-03-02' });
    const [mark] = await attend(training, held, [off]);
    for (const decision of ['admit', 'withdraw'])
      done(await product.call(`/v1/marks/${mark!.id}/decide`, { token: organiser, body: { decision } }));
    const village = await signedIn(product, 'counts', 'reporter', county.doujiabu);
    const body = { count: 12, method: 'counted', countedBy: '村文书' };
    const { id: count } = done(await product.call(`/v1/sessions/${held}/head-count`, { method: 'PUT', token: village, body })).json;
    done(await product.call(`/v1/head-counts/${count}/verify`, { token: organiser, body: {} }));
    const [line] = done(await product.call(`/v1/enrollments?class=${id}`, { token: organiser })).json.items;
    const headers = { 'if-match': `"${line.version}"` };
    done(await product.call(`/v1/enrollments/${line.id}`, { method: 'PATCH', token: organiser, headers, body: { team: '病号组' } }));
    const { name: marked } = done(await product.call(`/v1/people/${off}`, { token: organiser })).json;
    const entries = await history(`classes/${id}`);
    const at = { name: 'organiser', sessionId: held, session: '示例课' };
    expect(entries.slice(0, 4)).toMatchObject([
      {
        action: 'roster.updated',
        facts: expect.arrayContaining([
          { name: 'fields', value: 'team' },
          { name: 'enrollmentId', value: line.name },
        ]),
      },
      { ...at, action: 'headCount.verified', facts: [{ name: 'headCountId', value: '12' }] },
      { ...at, action: 'mark.withdraw', facts: [{ name: 'markId', value: marked }] },
      { ...at, action: 'mark.admit', facts: [{ name: 'markId', value: marked }] },
    ]);
    expect(JSON.stringify(entries)).not.toContain('病号');
    // Whose mark and line it was is told to those who may see the person: the village sees the class, and not everybody in it.
    const seen = JSON.stringify(await history(`classes/${id}`, village));
    expect(seen).toContain('roster.updated');
    for (const name of [marked, line.name]) expect(seen).not.toContain(name);
  });

  it('tells of a unit how it came, was called and ended', async () => {
    const { county } = training;
    const unit = await add('units', { parentId: String(county.hengqu), level: 'village', name: '旧名村', validFrom: '2000-01-01' });
    await change(`units/${unit}`, { name: '新名村' });
    const end = { validTo: '2021-12-31', successorId: String(county.doujiabu) };
    await change(`units/${unit}`, end, { to: `units/${unit}/retire`, method: 'POST' });
    expect((await history(`units/${unit}`, training.town)).map(({ action, facts }) => [action, facts])).toEqual([
      [
        'unit.retired',
        [
          { name: 'validTo', value: '2021-12-31' },
          { name: 'successorId', value: '豆家堡村' },
        ],
      ],
      [
        'unit.renamed',
        expect.arrayContaining([
          { name: 'from', value: '旧名村' },
          { name: 'to', value: '新名村' },
        ]),
      ],
      ['unit.created', [{ name: 'level', value: 'village' }]],
    ]);
    expect(await refused(`units/${county.county}`, training.town)).toEqual([404, 'notFound']);
  });

  it('tells of the rows of the registers, and of an instructor only which fields', async () => {
    const unitId = String(training.county.hengqu);
    const site = await add('teaching-sites', { name: '甲点', unitId, capacity: 40 });
    await change(`teaching-sites/${site}`, { capacity: 60, theme: '茶' });
    expect((await history(`teaching-sites/${site}`, training.town))[0]).toMatchObject({
      action: 'teachingSite.updated',
      facts: [
        { name: 'theme', from: '', value: '茶' },
        { name: 'capacity', from: '40', value: '60' },
      ],
    });
    const instructor = await add('instructors', { name: '王果农', unitId, engagement: 'partTime' });
    await change(`instructors/${instructor}`, { name: '王土专', engagement: 'guest' });
    const [latest] = await history(`instructors/${instructor}`);
    expect(latest!.facts).toEqual([
      { name: 'engagement', from: 'partTime', value: 'guest' },
      { name: 'fields', value: 'name' },
    ]);
    const base = await add('training-bases', { name: '基地', unitId });
    const second = await add('teaching-sites', { name: '乙点', unitId });
    const stops = [site, second].map((siteId) => ({ siteId, minutes: 40, travelMinutes: 10 }));
    const route = await add('routes', { name: '线路', unitId, stops });
    for (const path of [`training-bases/${base}`, `routes/${route}`])
      expect((await history(path)).map(({ action }) => action)).toEqual([expect.stringMatching(/created$/)]);
  });

  it('ends where the thing itself does: outside looks like absent, and no right is refused', async () => {
    const { county, product } = training;
    const jinqu = await signedIn(product, 'jinqu', 'townOrganiser', county.jinqu);
    const reporter = await signedIn(product, 'reporter', 'reporter', county.doujiabu);
    const id = await trainingClass(training, { kind: 'thematic', roster: 'open', hosts: [String(county.hengqu)] });
    const [person] = (await people(training, 1)) as [string];
    for (const path of [`classes/${id}`, `people/${person}`, 'classes/999999', 'people/999999', 'teaching-sites/999999', 'classes/x'])
      expect([path, await refused(path, jinqu)]).toEqual([path, [404, 'notFound']]);
    expect(await refused(`people/${person}`, reporter)).toEqual([403, 'forbidden']);
    expect(await refused('classes/1', 'nobody')).toEqual([401, 'notSignedIn']);
    expect((await history(`classes/${id}`, training.town)).length).toBeGreaterThan(0);
  });
});
