import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  attend,
  done,
  enroll,
  heads,
  move,
  people,
  session,
  settled,
  startTraining,
  trainingClass,
  type Training,
} from '../factories/training.js';
import { addAccount } from './support/county.js';

describe('setting up classes', () => {
  let training: Training;
  beforeAll(async () => {
    training = await startTraining();
  });
  afterAll(() => training.stop());

  const get = async (path: string, token = training.organiser) => done(await training.product.call(path, { token })).json;
  const county = () => String(training.county.county);
  const wish = (more: object = {}) => ({
    name: '示例专题班',
    kind: 'thematic',
    startsOn: '2021-06-08',
    endsOn: '2021-06-10',
    hosts: [county()],
    ...more,
  });
  const lesson = (date: string, more: object = {}) => ({ topic: '党建引领', date, dayPart: 'am', ...more });
  const create = (body: object, key: string = randomUUID()) =>
    training.product.call('/v1/classes', { token: training.organiser, body, headers: { 'idempotency-key': key } });

  it('a class comes with its first sessions; sent again, there is still one', async () => {
    const body = wish({ code: 'S1', sessions: [lesson('2021-06-08'), lesson('2021-06-08', { dayPart: 'pm' }), lesson('2021-06-10')] });
    const key = randomUUID();
    const made = done(await create(body, key)).json;
    expect(made).toMatchObject({ state: 'draft', sessions: 3, enrolled: 0, labels: { hosts: ['眉县'], village: null, head: null } });
    expect(done(await create(body, key)).json.id).toBe(made.id);
    const { items } = await get(`/v1/sessions?class=${made.id}`);
    expect(items.map((one: { date: string; dayPart: string }) => `${one.date} ${one.dayPart}`)).toEqual([
      '2021-06-08 am',
      '2021-06-08 pm',
      '2021-06-10 am',
    ]);
    expect(items[0]).toMatchObject({ leadClassId: made.id, next: ['cancelled', 'void'], labels: { classes: ['示例专题班'] } });
    expect((await get('/v1/classes?code=S1')).items).toHaveLength(1);
  });

  it('of which one does not fit, there is no class at all', async () => {
    const outside = await create(wish({ code: 'S2', sessions: [lesson('2021-06-08'), lesson('2021-06-11')] }));
    expect([outside.status, outside.json.code]).toEqual([400, 'dateOutsideClass']);
    const nowhere = await create(wish({ code: 'S2', kind: 'practical', sessions: [lesson('2021-06-08')] }));
    expect([nowhere.status, nowhere.json.code]).toEqual([400, 'kindNeedsRoute']);
    const nobody = await create(wish({ code: 'S2', sessions: [lesson('2021-06-08', { instructorIds: ['4000000000'] })] }));
    expect([nobody.status, nobody.json.code]).toEqual([400, 'referenceUnknown']);
    const unnamed = await create(wish({ code: 'S2', sessions: [lesson('2021-06-08', { topic: '' })] }));
    expect([unnamed.status, unnamed.json.code]).toEqual([400, 'invalidFields']);
    expect((await get('/v1/classes?code=S2')).items).toEqual([]);
  });

  it('a wrong series or run is put right, unless the run is there already', async () => {
    const [third, one] = [await create(wish({ series: '书记班', runNumber: 3 })), await create(wish({ series: '书计班', runNumber: 2 }))];
    const id = done(one).json.id;
    const patch = (version: number, body: object) =>
      training.product.call(`/v1/classes/${id}`, {
        method: 'PATCH',
        token: training.organiser,
        body,
        headers: { 'if-match': `"${version}"` },
      });
    expect(done(third).json.runNumber).toBe(3);
    expect((await patch(1, { series: '书记班', runNumber: 3 })).json).toMatchObject({ status: 409, code: 'alreadyExists' });
    expect((await patch(1, { series: '书记班', runNumber: 4 })).json).toMatchObject({ series: '书记班', runNumber: 4 });
    expect((await patch(2, { runNumber: 5 })).json).toMatchObject({ series: '书记班', runNumber: 5 });
    expect((await patch(3, { contact: '0917-1' })).json).toMatchObject({ series: '书记班', runNumber: 5 });
    expect((await patch(4, { series: null })).json).toMatchObject({ series: null, runNumber: null });
  });

  it('the newest stand first, page by page, each once; a part of the name or the code finds one', async () => {
    for (const [code, startsOn] of [
      ['N-3', '2030-03-01'],
      ['N-1', '2030-01-01'],
      ['N-3b', '2030-03-01'],
      ['N-2', '2030-02-01'],
    ] as const)
      done(await create(wish({ name: `新班${code}`, code, startsOn, endsOn: '2030-12-31' })));
    const codes: string[] = [];
    let cursor: string | null = '';
    for (let pages = 0; cursor !== null && pages < 10; pages++) {
      const page: { items: { code: string }[]; nextCursor: string | null } = await get(
        `/v1/classes?order=newest&q=N-&limit=1${cursor ? `&cursor=${cursor}` : ''}`,
      );
      codes.push(...page.items.map((one) => one.code));
      cursor = page.nextCursor;
    }
    expect(codes).toEqual(['N-3b', 'N-3', 'N-2', 'N-1']);
    expect((await get(`/v1/classes?q=${encodeURIComponent('新班')}`)).items).toHaveLength(4);
    expect((await get('/v1/classes?q=%25')).items).toEqual([]);
  });

  it('the initials of a part of the name find one, as those of people do', async () => {
    for (const name of ['曾家村猕猴桃授粉班', '樱桃授粉班']) await create(wish({ name }));
    const found = async (q: string) => (await get(`/v1/classes?q=${q}`)).items.map((one: { name: string }) => one.name).sort();
    expect(await found('mht')).toEqual(['曾家村猕猴桃授粉班']);
    expect(await found('TSF')).toEqual(['曾家村猕猴桃授粉班', '樱桃授粉班'].sort());
    expect([await found('cjc'), await found('zjc')]).toEqual([['曾家村猕猴桃授粉班'], ['曾家村猕猴桃授粉班']]);
    expect(await found('mtf')).toEqual([]);
    const byId = (await get('/v1/classes?limit=1')).nextCursor as string;
    const foreign = await training.product.call(`/v1/classes?order=newest&cursor=${byId}`, { token: training.organiser });
    expect([foreign.status, foreign.json.code]).toEqual([400, 'cursorInvalid']);
  });

  it('what may become of a class is told before it is tried, with what it counts', async () => {
    const [first, second] = await people(training, 2);
    const id = await trainingClass(training, { kind: 'thematic', people: [first!, second!] });
    const outlook = async (token?: string) => get(`/v1/classes/${id}/outlook`, token);
    expect((await outlook()).moves).toMatchObject([
      { to: 'published', refusal: null },
      { to: 'cancelled', refusal: null, cancels: 0 },
    ]);
    await move(training, `/v1/classes/${id}`, 'published');
    expect((await outlook()).moves).toContainEqual({ to: 'running', refusal: 'classNeedsSession', held: 0, cancels: 0 });
    const [taught, other] = [await session(training, id, { date: '2021-03-01' }), await session(training, id, { date: '2021-03-02' })];
    const elsewhere = await trainingClass(training, { kind: 'thematic' });
    await session(training, id, { date: '2021-03-03', classIds: [id, elsewhere] });
    await move(training, `/v1/classes/${id}`, 'running');
    // The one that another class still sits in stays.
    expect((await outlook()).moves).toContainEqual({ to: 'cancelled', refusal: null, held: 0, cancels: 2 });
    await attend(training, taught, [first!]);
    await heads(training, other, 30);
    await settled(training);
    expect((await outlook()).moves).toContainEqual({ to: 'cancelled', refusal: 'classHeld', held: 2, cancels: 2 });
    // Of the 30 heads one is named in the class (rule 3).
    expect((await outlook()).figures).toEqual({
      batches: 1,
      sessionsHeld: 2,
      registered: 1,
      people: 1,
      declared: 29,
      unverified: 0,
      attendances: 1,
      disputed: 0,
    });
    // Who only looks on sees the numbers and no moves.
    expect(await outlook(training.official)).toMatchObject({ manages: false, moves: [], figures: { batches: 1 } });
    const hidden = await training.product.call(`/v1/classes/${id}/outlook`, { token: training.town });
    expect(hidden.status).toBe(404);
    expect(await get(`/v1/classes/${id}`)).toMatchObject({ sessions: 3, enrolled: 2 });
  });

  it('a town finds the accounts of its own for the head of a class, and not the county’s', async () => {
    await addAccount(training.product, 'hengquhead', 'classHead', training.county.hengqu);
    const found = async (token: string, q = '') =>
      (await get(`/v1/class-heads${q && `?q=${q}`}`, token)).items.map((one: { account: string }) => one.account);
    expect(await found(training.town)).toEqual(expect.arrayContaining(['town', 'hengquhead']));
    expect(await found(training.town)).not.toContain('organiser');
    expect(await found(training.organiser, 'hengquh')).toEqual(['hengquhead']);
    const official = await training.product.call('/v1/class-heads', { token: training.official });
    expect(official.status).toBe(403);
  });

  it('a roster grows and the class says so', async () => {
    const id = await trainingClass(training, { kind: 'thematic' });
    await enroll(training, id, await people(training, 3));
    expect((await get(`/v1/classes/${id}`)).enrolled).toBe(3);
  });
});
