import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, heads, move, session, startTraining, type Training, trainingClass } from '../factories/training.js';
import { signedIn } from './support/county.js';

/** Villages report heads; somebody above them looks through what waits and verifies it. */
describe('the worklist of reported heads', () => {
  let training: Training;
  let reporter: string;
  beforeAll(async () => {
    training = await startTraining();
    reporter = await signedIn(training.product, 'reporter', 'reporter', training.county.doujiabu);
  });
  afterAll(() => training.stop());

  const list = async (query: string, token = training.organiser) =>
    done(await training.product.call(`/v1/head-counts?${query}`, { token })).json.items as { id: string; [field: string]: unknown }[];
  const verify = async (id: string) => {
    done(await training.product.call(`/v1/head-counts/${id}/verify`, { method: 'POST', token: training.organiser }));
  };
  const lesson = async (date: string, village = training.county.doujiabu) =>
    session(training, await trainingClass(training, { kind: 'demonstration', village }), { date });
  it('a village’s report waits, says who reported it and for which unit, and is gone once verified', async () => {
    const sessionId = await lesson('2021-03-05');
    const id = await heads(training, sessionId, 46, {}, reporter);
    expect(await list(`verified=false&session=${sessionId}`)).toMatchObject([
      {
        id,
        sessionId,
        date: '2021-03-05',
        topic: '示例课',
        sessionState: 'scheduled',
        unit: '豆家堡村',
        unitId: String(training.county.doujiabu),
        viewingPointId: null,
        count: 46,
        method: 'counted',
        countedBy: '村文书',
        reportedBy: 'reporter',
        own: false,
        mayVerify: true,
        countNow: null,
        countThen: 46,
        className: '示例demonstration班',
        dayPart: 'am',
        note: null,
        late: true,
        verified: false,
        replaced: false,
      },
    ]);
    await verify(id);
    expect(await list(`verified=false&session=${sessionId}`)).toEqual([]);
    expect(await list(`verified=true&session=${sessionId}`)).toMatchObject([{ id, verified: true }]);
  });

  it('a report whose place a verified count has taken does not wait; one that came after it does', async () => {
    const sessionId = await lesson('2021-03-12');
    await heads(training, sessionId, 46, {}, reporter);
    await heads(training, sessionId, 44);
    expect(await list(`verified=false&session=${sessionId}`)).toEqual([]);
    const after = await heads(training, sessionId, 47, {}, reporter);
    expect(await list(`verified=false&session=${sessionId}`)).toMatchObject([{ id: after, countNow: 44, countThen: 47 }]);
    expect((await list(`session=${sessionId}`)).map((one) => [one.count, one.replaced]).sort()).toEqual([
      [44, true],
      [46, true],
      [47, false],
    ]);
  });

  it('a report corrected by another that nobody has verified still waits, and says so', async () => {
    const sessionId = await lesson('2021-03-19');
    const [first, corrected] = [await heads(training, sessionId, 46, {}, reporter), await heads(training, sessionId, 48, {}, reporter)];
    const waiting = await list(`verified=false&session=${sessionId}`);
    expect(new Map(waiting.map((one) => [one.id, one.replaced]))).toEqual(
      new Map([
        [first, true],
        [corrected, false],
      ]),
    );
    await verify(corrected);
    expect(await list(`verified=false&session=${sessionId}`)).toEqual([]);
  });

  it('one’s own report is called so: somebody else has to verify it', async () => {
    const classId = await trainingClass(training, { kind: 'demonstration', village: training.county.doujiabu });
    const sessionId = await session(training, classId, { date: '2021-03-26' });
    for (const state of ['published', 'running', 'closed']) await move(training, `/v1/classes/${classId}`, state);
    const id = await heads(training, sessionId, 30);
    expect(await list(`verified=false&session=${sessionId}`)).toMatchObject([{ id, own: true, reportedBy: 'organiser' }]);
    expect(await list(`verified=false&session=${sessionId}`, training.town)).toMatchObject([{ id, own: false }]);
    const refused = await training.product.call(`/v1/head-counts/${id}/verify`, { method: 'POST', token: training.organiser });
    expect(refused.json.code).toBe('selfVerification');
  });

  it('pages in the order of dates and is for the units one may verify for', async () => {
    const { product, county, town } = training;
    const dates = ['2021-08-03', '2021-08-01', '2021-08-02'];
    for (const date of dates) await heads(training, await lesson(date), 20, {}, reporter);
    const elsewhere = await lesson('2021-08-02', county.jinquVillage);
    const other = await signedIn(product, 'other', 'reporter', county.jinquVillage);
    await heads(training, elsewhere, 20, {}, other);
    const august = 'verified=false&from=2021-08-01&to=2021-08-31';
    const walked: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: { date: string }[]; nextCursor: string | null } = done(
        await product.call(`/v1/head-counts?${august}&limit=1${cursor && `&cursor=${cursor}`}`, { token: town }),
      ).json;
      walked.push(...page.items.map((one) => one.date));
      cursor = page.nextCursor;
    }
    expect(walked).toEqual(['2021-08-01', '2021-08-02', '2021-08-03']);
    expect(await list(august)).toHaveLength(4);
    expect(await list(`${august}&unit=${county.jinqu}`)).toMatchObject([{ sessionId: elsewhere, unit: '金渠村' }]);
    expect((await product.call('/v1/head-counts', { token: reporter })).status).toBe(403);
  });
});
