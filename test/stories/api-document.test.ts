import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { done, markOf, move, people, settled, startTraining, trainingClass, type Training } from '../factories/training.js';
import { today } from '#platform/clock';
import { ApiDocument } from './support/api-document.js';
import { typesOf } from './support/api-types.js';
import { type CallOptions } from './support/call.js';

let training: Training;
let api: ApiDocument;
beforeAll(async () => {
  training = await startTraining();
  api = new ApiDocument((await training.product.call('/v1/openapi.json')).json);
});
afterAll(() => training?.stop());

describe('the document', () => {
  test('is what the pages were written against: WRITE_TYPES=1 writes their types anew', async () => {
    const kept = new URL('../../apps/web/api/schema.d.ts', import.meta.url);
    const types = await typesOf((await training.product.call('/v1/openapi.json')).json);
    if (process.env.WRITE_TYPES) await writeFile(kept, types);
    expect(types === (await readFile(kept, 'utf8'))).toBe(true);
  });

  const codesOf = (responses: (typeof api.operations)[number]['operation']['responses'], status: number) =>
    Object.keys(Object.values(responses[status]?.content ?? {})[0]?.examples ?? {});

  test('says of every body and every answer what is in it', () => {
    const schemas = api.operations.flatMap(({ where, operation }) =>
      [operation.requestBody, ...Object.values(operation.responses)]
        .flatMap((told) => Object.values(told?.content ?? {}))
        .map(({ schema }) => [where, schema] as const),
    );
    const vague = new Set(schemas.flatMap(([where, schema]) => api.vague(schema, where)));
    // The document itself, and facts that differ from fault to fault.
    expect([...vague].sort()).toEqual(['GET /v1/openapi.json', 'ImportRowShown.faults[].facts', 'Problem.fields[].allowed']);
  });

  test('says who is turned away, and from what', () => {
    for (const { where, path, operation } of api.operations) {
      const { responses, parameters = [] } = operation;
      if (operation['x-who'] === 'signedIn')
        expect([where, codesOf(responses, 401)]).toEqual([where, expect.arrayContaining(['notSignedIn'])]);
      if (operation['x-permissions']) expect([where, codesOf(responses, 403)]).toEqual([where, expect.arrayContaining(['forbidden'])]);
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      if (named.length > 0) expect([where, codesOf(responses, 404)]).toEqual([where, expect.arrayContaining(['notFound'])]);
      expect([where, parameters.filter((one) => one.in === 'path').map((one) => one.name)]).toEqual([where, named]);
    }
  });

  test('names a key for repeats only where it means something', () => {
    const keyed = api.operations
      .filter(({ operation }) => operation.parameters?.some((one) => one.name === 'Idempotency-Key'))
      .map(({ where }) => where);
    expect(keyed).toEqual(expect.arrayContaining(['POST /v1/classes', 'PUT /v1/sessions/{id}/head-count', 'POST /v1/imports']));
    for (const where of ['POST /v1/field/marks', 'POST /v1/marks', 'POST /v1/people/{id}/reveal', 'POST /v1/tokens'])
      expect(keyed).not.toContain(where);
  });

  test('asks for pages only where there are pages', async () => {
    for (const asked of ['figures', 'figures/bulletin', 'figures/why'])
      for (const paging of ['limit=10', 'cursor=WzQyXQ']) {
        const answer = await training.product.call(`/v1/${asked}?from=2021-01&to=2021-12&${paging}`, { token: training.official });
        expect([asked, answer.status, answer.json.code]).toEqual([asked, 400, 'invalidParameters']);
      }
  });
});

describe('answers', () => {
  /** The answer, once it is what the document says. */
  const call = async (path: string, options: CallOptions = {}) => {
    const asked = { token: training.organiser, ...options };
    const answer = await training.product.call(path, asked);
    const method = asked.method ?? (asked.body === undefined ? 'GET' : 'POST');
    expect([`${method} ${path}`, api.faults(method, path, answer)]).toEqual([`${method} ${path}`, []]);
    return answer;
  };
  const add = async (path: string, body: object): Promise<string> => done(await call(`/v1/${path}`, { body })).json.id;
  const period = 'from=2021-01&to=2021-12';

  test('are what the document says: a session with all it can have, in every place where it shows', async () => {
    const { county, product } = training;
    const [present, absent] = await people(training, 2);
    const unitId = String(county.hengqu);
    const siteId = await add('teaching-sites', { name: '示例点', unitId, capacity: 40 });
    const routeId = await add('routes', { name: '示例线', unitId, stops: [1, 2].map(() => ({ siteId, minutes: 30 })) });
    const instructorId = await add('instructors', { name: '示例师', unitId, engagement: 'guest', tags: [] });
    const classId = await trainingClass(training, { kind: 'practical', roster: 'closed', people: [present!, absent!] });
    const date = today();
    await product.db.query('UPDATE classes SET ends_on = ? WHERE id = ?', [date, classId]);
    const lesson = { leadClassId: classId, topic: '示例课', dayPart: 'am', routeId, instructorIds: [instructorId], startsAt: '08:30' };
    const taught = await add('sessions', { ...lesson, date: '2021-06-08' });
    const upcoming = await add('sessions', { ...lesson, date });
    for (const to of ['published', 'running']) await move(training, `/v1/classes/${classId}`, to);
    for (const id of [taught, upcoming]) {
      const viewingPointId = await add(`sessions/${id}/viewing-points`, { name: '收看点', forUnitId: String(county.doujiabu), siteId });
      const body = { count: 30, method: 'counted', countedBy: '村文书', viewingPointId };
      await call(`/v1/sessions/${id}/head-count`, { method: 'PUT', body, headers: { 'idempotency-key': randomUUID() } });
      const walkIn = { ...markOf(id, present!), personId: undefined, walkIn: { name: '示例村民', village: '邻村', phoneTail: '0123' } };
      const heads = { id: randomUUID(), sessionId: id, mode: 'add', count: 3, method: 'estimated', countedBy: '村文书', at: walkIn.at };
      const marks = [markOf(id, present!), markOf(id, absent!, 'absent'), walkIn, { id: 'no mark' }];
      await call('/v1/field/marks', { body: { deviceId: randomUUID(), marks, headCounts: [heads] } });
    }
    await call('/v1/marks', { body: { marks: [markOf(taught, present!, 'late')] } });
    await settled(training);
    for (const path of [`sessions/${taught}`, 'sessions', `sessions/${taught}/head-counts`, 'head-counts', 'marks', 'field/pack'])
      await call(`/v1/${path}`);
    for (const path of ['roster', 'grid', 'outlook']) await call(`/v1/classes/${classId}/${path}`);
    for (const path of [
      'enrollments',
      'classes',
      'class-heads',
      'people',
      'units',
      'routes',
      'teaching-sites',
      'instructors',
      'courses',
      'me',
      'imports',
    ])
      await call(`/v1/${path}`);
    const opened = (await call('/v1/field/pack')).json.sessions[0];
    expect([opened.checkpoints.length, opened.viewingPoints.length, opened.roster.length]).toEqual([2, 1, 2]);
    expect((await call(`/v1/figures?${period}&by=kind,town,month,audience`)).json.rows.length).toBeGreaterThan(0);
    await call(`/v1/figures/bulletin?${period}`);
    await call(`/v1/figures/why?${period}`);
    for (const measure of ['batches', 'people', 'personTimes.registered', 'personTimes.declared'])
      expect((await call(`/v1/figures/rows?${period}&measure=${measure}`)).json.items.length).toBeGreaterThan(0);
  });

  test('that refuse are told too: what is not found where no id stands in the path', async () => {
    const none = '4000000000';
    const lesson = { leadClassId: none, topic: '示例课', date: '2021-06-08', dayPart: 'am' };
    const refused = [
      await call('/v1/enrollments', { body: { classId: none, people: [{ personId: none }] } }),
      await call('/v1/sessions', { body: lesson }),
      await call(`/v1/figures?${period}&unit=${none}`),
      await call(`/v1/figures/bulletin?${period}&unit=${none}`),
      await call(`/v1/figures/why?${period}&unit=${none}`),
      await call(`/v1/figures/rows?${period}&unit=${none}&measure=people`),
    ];
    expect(refused.map(({ status, json }) => [status, json.code])).toEqual(refused.map(() => [404, 'notFound']));
  });
});
