import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { systemContext } from '#platform/context';
import { VerifyFigures } from '#statistics';
import { RetireUnit } from '#units';
import {
  attend,
  done,
  heads,
  markOf,
  move,
  people,
  send,
  session,
  settled,
  startTraining,
  type Training,
  trainingClass,
} from '../factories/training.js';

/** The worked examples at the end of the counting rules, each through HTTP with the worker compiling. */
describe('the worked examples', () => {
  let training: Training;
  let before: Awaited<ReturnType<typeof settled>>['total'];

  beforeAll(async () => {
    training = await startTraining();
  });
  afterAll(() => training.stop());
  beforeEach(async () => {
    before = (await settled(training)).total;
  });

  /** What this case added to the year. */
  async function added() {
    const { total } = await settled(training);
    return {
      registered: total.personTimes.registered - before.personTimes.registered,
      declared: total.personTimes.declared - before.personTimes.declared,
      people: total.people - before.people,
      batches: total.batches - before.batches,
      sessionsHeld: total.sessionsHeld - before.sessionsHeld,
      visits: total.visits - before.visits,
      attendances: total.attendances - before.attendances,
      unverified: total.unverified - before.unverified,
    };
  }

  const demonstration = (enrolled?: string[]) =>
    trainingClass(training, { kind: 'demonstration', village: training.county.doujiabu, people: enrolled });

  it('one villager at 3 lessons of one village: 3 person-times, 1 person, each in its month', async () => {
    const [villager] = await people(training, 1);
    const lessons = await demonstration();
    for (const date of ['2021-03-05', '2021-05-06', '2021-05-20'])
      await attend(training, await session(training, lessons, { date }), [villager!]);
    expect(await added()).toMatchObject({ registered: 3, people: 1, declared: 0, batches: 1, sessionsHeld: 3, attendances: 3 });
    const may = await settled(training, 'from=2021-05&to=2021-05');
    expect(may.total.personTimes.registered).toBe(2);
    expect(may.total.people).toBe(1);
  });

  it('40 stood there three times, 10 of them named: 30 registered + 90 declared', async () => {
    const named = await people(training, 10);
    const lessons = await demonstration();
    for (const date of ['2021-06-01', '2021-06-02', '2021-06-03']) {
      const lesson = await session(training, lessons, { date });
      await heads(training, lesson, 40);
      await attend(training, lesson, named);
    }
    expect(await added()).toMatchObject({ registered: 30, declared: 90, people: 10 });
  });

  it('runs 3 and 4 sit together, 36 + 35 named, head count 75: 2 batches, 1 session, 71 + 4', async () => {
    const [third, fourth] = [await people(training, 36), await people(training, 35)];
    const run = (runNumber: number, enrolled: string[]) =>
      trainingClass(training, { kind: 'thematic', series: '示例系列', runNumber, people: enrolled });
    const [a, b] = [await run(3, third), await run(4, fourth)];
    const together = await session(training, a, { date: '2021-07-08', classIds: [a, b] });
    await attend(training, together, [...third, ...fourth]);
    await heads(training, together, 75);
    expect(await added()).toMatchObject({ registered: 71, declared: 4, batches: 2, sessionsHeld: 1, attendances: 71 });
    const rows = done(
      await training.product.call('/v1/figures/rows?from=2021-07&to=2021-07&measure=personTimes.declared', { token: training.official }),
    ).json.items;
    expect(rows).toMatchObject([{ classId: a, value: 4 }]);
  });

  it('a route of 5 stops, 45 named at each: 45', async () => {
    const { product, organiser, county } = training;
    const post = async (path: string, body: object) => done(await product.call(path, { token: organiser, body })).json.id as string;
    const sites = [];
    for (let stop = 1; stop <= 5; stop++)
      sites.push(await post('/v1/teaching-sites', { name: `示例教学点${stop}`, unitId: String(county.doujiabu) }));
    const stops = sites.map((siteId) => ({ siteId, minutes: 30, travelMinutes: 10 }));
    const routeId = await post('/v1/routes', { name: '示例线路', unitId: String(county.county), stops });
    const bus = await people(training, 45);
    const run = await session(training, await trainingClass(training, { kind: 'practical', people: bus }), { date: '2021-08-03', routeId });
    for (let slot = 1; slot <= 5; slot++)
      await send(
        training,
        bus.map((person) => markOf(run, person, 'present', { slot })),
      );
    expect(await added()).toMatchObject({ registered: 45, attendances: 45, sessionsHeld: 1, batches: 1 });
  });

  it('live class, 30 on one village screen, 12 of them signed: 12 + 18 online, not in the demonstration line', async () => {
    const { product, organiser, official, county } = training;
    const line = async () => done(await product.call('/v1/figures/bulletin?from=2021-01&to=2021-12', { token: official })).json;
    const demonstrationBefore = (await line()).demonstration;
    const signed = await people(training, 12, { unitId: county.jinquVillage });
    const live = await session(training, await trainingClass(training, { kind: 'online' }), { date: '2021-04-10' });
    const body = { name: '金渠村党群服务中心', forUnitId: String(county.jinquVillage) };
    const viewingPointId = done(await product.call(`/v1/sessions/${live}/viewing-points`, { token: organiser, body })).json.id;
    await heads(training, live, 30, { viewingPointId });
    await send(
      training,
      signed.map((person) => markOf(live, person, 'present', { viewingPointId })),
    );
    expect(await added()).toMatchObject({ registered: 12, declared: 18, batches: 1, sessionsHeld: 1 });
    expect((await line()).demonstration).toBe(demonstrationBefore);
    const { rows } = await settled(training, 'from=2021-04&to=2021-04&by=kind,town');
    expect(rows).toMatchObject([{ key: { kind: 'online', town: String(county.jinqu) }, personTimes: { registered: 12, declared: 18 } }]);
  });

  it('3-day class, on leave half the time: 1 person-time, the attended half-days as attendances', async () => {
    const [trainee] = await people(training, 1);
    const threeDays = await trainingClass(training, { kind: 'thematic', people: [trainee!] });
    for (const [i, date] of ['2021-09-06', '2021-09-07', '2021-09-08'].entries()) {
      for (const dayPart of ['am', 'pm']) {
        await attend(
          training,
          await session(training, threeDays, { date, dayPart }),
          [trainee!],
          i === 1 || dayPart === 'pm' ? 'onLeave' : 'present',
        );
      }
    }
    expect(await added()).toMatchObject({ registered: 1, attendances: 2, people: 1 });
    const why = done(await training.product.call('/v1/figures/why?from=2021-09&to=2021-09', { token: training.official })).json;
    expect(why.leftOut).toEqual(
      expect.arrayContaining([
        { reason: 'onLeave', facts: 4 },
        { reason: 'alreadyCounted', facts: 1 },
      ]),
    );
  });

  it('a sick member taught at home 4 times: 4 person-times, 1 person, 4 visits, 0 batches', async () => {
    const [member] = await people(training, 1, { party: '1980-07-01' });
    const home = await trainingClass(training, { kind: 'thematic', deliveryMode: 'homeVisit', people: [member!] });
    for (const date of ['2021-02-03', '2021-03-03', '2021-04-07', '2021-05-12'])
      await attend(training, await session(training, home, { date }), [member!]);
    expect(await added()).toMatchObject({ registered: 4, people: 1, visits: 4, batches: 0, sessionsHeld: 0 });
  });

  it('a head count waits until the town verifies it; late, cancelled and off the roster as the rules say', async () => {
    const { product, county, town } = training;
    const { addAccount, tokenOf } = await import('./support/county.js');
    await addAccount(product, 'reporter', 'reporter', county.doujiabu);
    const reporter = await tokenOf(product, 'reporter');
    const lesson = await session(training, await demonstration(), { date: '2021-11-02' });
    const id = await heads(training, lesson, 23, {}, reporter);
    expect(await added()).toMatchObject({ declared: 0, unverified: 23, sessionsHeld: 0 });
    expect((await product.call(`/v1/head-counts/${id}/verify`, { token: reporter, body: {} })).status).toBe(403);
    done(await product.call(`/v1/head-counts/${id}/verify`, { token: town, body: {} }));
    expect(await added()).toMatchObject({ declared: 23, unverified: 0, sessionsHeld: 1 });
    await move(training, `/v1/sessions/${lesson}`, 'cancelled');
    expect(await added()).toMatchObject({ declared: 0, sessionsHeld: 0 });
    await move(training, `/v1/sessions/${lesson}`, 'scheduled');
    expect(await added()).toMatchObject({ declared: 23, sessionsHeld: 1 });

    const [stranger] = await people(training, 1);
    const closed = await trainingClass(training, { kind: 'thematic', people: await people(training, 1) });
    const sitting = await session(training, closed, { date: '2021-11-09' });
    const [verdict] = await attend(training, sitting, [stranger!]);
    expect(verdict).toMatchObject({ verdict: 'review', code: 'offRoster' });
    expect(await added()).toMatchObject({ registered: 0 });
    done(await product.call(`/v1/marks/${verdict!.id}/decide`, { token: training.organiser, body: { decision: 'admit' } }));
    expect(await added()).toMatchObject({ registered: 1 });
  });

  it('people of a village that is taken over are counted in the other one from the next day on', async () => {
    const { product, county } = training;
    const [mover] = await people(training, 1, { unitId: county.hengquVillage });
    await product.db.query("INSERT INTO person_units (person_id, valid_from, unit_id) VALUES (?, '1900-01-01', ?)", [
      mover,
      county.hengquVillage,
    ]);
    const lessons = await demonstration();
    for (const date of ['2021-06-30', '2021-07-01']) await attend(training, await session(training, lessons, { date }), [mover!]);
    const byVillage = async () => {
      const { rows } = await settled(training, 'from=2021-06&to=2021-07&by=village,month');
      const counted = rows.filter((row: { personTimes: { registered: number } }) => row.personTimes.registered > 0);
      return counted.map(({ key }: { key: { village: string; month: string } }) => `${key.month} ${key.village}`).sort();
    };
    expect(await byVillage()).toEqual(expect.arrayContaining([`2021-07 ${county.hengquVillage}`]));
    const takeOver = {
      scope: { paths: ['/'] },
      id: county.hengquVillage,
      version: 1,
      validTo: '2021-06-30',
      successorId: county.jinquVillage,
    };
    await product.get(RetireUnit).run(systemContext('cli'), takeOver);
    const villages = await byVillage();
    expect(villages).toEqual(expect.arrayContaining([`2021-06 ${county.hengquVillage}`, `2021-07 ${county.jinquVillage}`]));
    expect(villages).not.toContain(`2021-07 ${county.hengquVillage}`);
  });

  it('two records of one person in two classes count as one person, and as two once they part', async () => {
    const { product, organiser: token } = training;
    const [kept, twin] = await people(training, 2);
    for (const person of [kept!, twin!])
      await attend(training, await session(training, await demonstration(), { date: '2021-06-08' }), [person]);
    expect(await added()).toMatchObject({ people: 2, registered: 2 });
    done(await product.call(`/v1/people/${twin}/merge`, { token, body: { intoId: kept } }));
    expect(await added()).toMatchObject({ people: 1, registered: 2 });
    done(await product.call(`/v1/people/${twin}/unmerge`, { token, body: {} }));
    expect(await added()).toMatchObject({ people: 2, registered: 2 });
  });

  it('and a second count of the same facts, in SQL, agrees to the row', async () => {
    await settled(training);
    const drifts = (await training.product.get(VerifyFigures).whenSettled(60_000))!;
    expect(drifts.filter((one) => one.rows > 0)).toEqual([]);
  });
});
