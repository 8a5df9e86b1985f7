import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  attend,
  done,
  enroll,
  heads,
  markOf,
  people,
  send,
  session,
  settled,
  startTraining,
  type Training,
  trainingClass,
} from '../factories/training.js';

/** Attendance as the console shows and changes it: the grid of a class, and what stands behind one of its cells. */
describe('the attendance grid', () => {
  let training: Training;
  beforeAll(async () => {
    training = await startTraining();
  });
  afterAll(() => training.stop());

  const get = async (path: string, token = training.organiser) => done(await training.product.call(path, { token })).json;
  const atConsole = async (...marks: object[]) =>
    done(await training.product.call('/v1/marks', { token: training.organiser, body: { marks } })).json.verdicts as { verdict: string }[];

  it('tells all that a correction needs, and what is unusual about a mark', async () => {
    const [first, second] = await people(training, 2);
    const classId = await trainingClass(training, { kind: 'thematic' });
    const body = {
      classId,
      people: [
        { personId: first, rosterNo: 2 },
        { personId: second, rosterNo: 1 },
      ],
    };
    done(await training.product.call('/v1/enrollments', { token: training.organiser, body }));
    const sessionId = await session(training, classId, { date: '2021-03-02' });
    const phone = markOf(sessionId, first!, 'present', { method: 'assisted' });
    await send(training, [phone]);
    const grid = await get(`/v1/classes/${classId}/grid`);
    expect(grid.class).toEqual({ id: classId, name: '示例thematic班', kind: 'thematic', roster: 'closed', state: 'draft' });
    expect(grid.sessions).toMatchObject([{ id: sessionId, mayMark: true, lateToday: true }]);
    expect(grid.people).toMatchObject([
      { personId: second, rosterNo: 1, last4: null, cells: {} },
      {
        personId: first,
        rosterNo: 2,
        cells: {
          [sessionId]: [{ status: 'present', live: [phone.id], method: 'assisted', origin: 'field', late: true, viewingPointId: null }],
        },
      },
    ]);
    const correction = markOf(sessionId, first!, 'late', { replaces: [phone.id] });
    expect(await atConsole(correction)).toMatchObject([{ verdict: 'accepted' }]);
    const after = (await get(`/v1/classes/${classId}/grid`)).people[1].cells[sessionId];
    expect(after).toMatchObject([{ status: 'late', disputed: false, live: [correction.id], method: 'roll', origin: 'console' }]);
  });

  it('names the room in which somebody signed, and a correction that repeats it leaves them there', async () => {
    const [one] = await people(training, 1);
    const classId = await trainingClass(training, { kind: 'online', deliveryMode: 'live', people: [one!] });
    const sessionId = await session(training, classId, { date: '2021-03-03' });
    const point = { name: '古城村党群服务中心', forUnitId: String(training.county.doujiabu) };
    const path = `/v1/sessions/${sessionId}/viewing-points`;
    const { id: viewingPointId } = done(await training.product.call(path, { token: training.organiser, body: point })).json;
    const signed = markOf(sessionId, one!, 'present', { viewingPointId });
    await send(training, [signed]);
    await atConsole(markOf(sessionId, one!, 'leftEarly', { viewingPointId, replaces: [signed.id] }));
    const [row] = (await get(`/v1/classes/${classId}/grid`)).people;
    expect(row.cells[sessionId]).toMatchObject([{ status: 'leftEarly', viewingPointId }]);
  });

  it('says whose attendance it is: who only supports a class looks on', async () => {
    const [one] = await people(training, 1);
    const { county, product, organiser, town } = training;
    const body = {
      name: '示例班',
      kind: 'thematic',
      startsOn: '2021-01-01',
      endsOn: '2021-12-31',
      hosts: [String(county.county)],
      supportingUnits: [String(county.hengqu)],
    };
    const { id: classId } = done(await product.call('/v1/classes', { token: organiser, body })).json;
    await enroll(training, classId, [one!]);
    const sessionId = await session(training, classId, { date: '2021-03-04' });
    await send(training, [markOf(sessionId, one!), markOf(sessionId, one!, 'absent')]);
    expect((await get(`/v1/classes/${classId}/grid`, town)).sessions).toMatchObject([{ mayMark: false }]);
    await settled(training);
    const disputes = async (token: string) => (await get(`/v1/marks?needs=settling&session=${sessionId}`, token)).items;
    expect(await disputes(town)).toMatchObject([{ mayDecide: false }, { mayDecide: false }]);
    expect(await disputes(organiser)).toMatchObject([{ mayDecide: true }, { mayDecide: true }]);
    await heads(training, sessionId, 3);
    expect((await get(`/v1/head-counts?session=${sessionId}`, town)).items).toMatchObject([{ mayVerify: false }]);
  });

  it('the history of a cell holds what was replaced, by whom and why; what was decided is found again', async () => {
    const [one, other] = await people(training, 2);
    const classId = await trainingClass(training, { kind: 'thematic', people: [one!, other!] });
    const sessionId = await session(training, classId, { date: '2021-03-05' });
    const before = markOf(sessionId, one!);
    await send(training, [before]);
    await attend(training, sessionId, [other!]);
    await atConsole(markOf(sessionId, one!, 'onLeave', { replaces: [before.id], reason: '防汛', note: '镇里来电' }));
    const { items } = await get(`/v1/marks?session=${sessionId}&person=${one}`);
    expect(items).toHaveLength(2);
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: before.id, live: false, madeBy: 'organiser', madeAt: before.at, topic: '示例课', dayPart: 'am' }),
        expect.objectContaining({ status: 'onLeave', live: true, reason: '防汛', note: '镇里来电', className: '示例thematic班' }),
      ]),
    );
    const decided = `/v1/marks?decided=true&session=${sessionId}`;
    expect((await get(decided)).items).toEqual([]);
    done(await training.product.call(`/v1/marks/${before.id}/decide`, { token: training.organiser, body: { decision: 'reject' } }));
    expect((await get(decided)).items).toMatchObject([{ id: before.id, decision: 'reject' }]);
  });
});
