import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, move, people, session, startTraining, trainingClass, type Training } from '../factories/training.js';

describe('a line of a roster', () => {
  let training: Training;
  let classId: string;
  beforeAll(async () => {
    training = await startTraining();
    classId = await trainingClass(training, { kind: 'thematic', people: await people(training, 2) });
    await session(training, classId, { date: '2021-03-01' });
  });
  afterAll(() => training.stop());

  const lines = async () => done(await training.product.call(`/v1/enrollments?class=${classId}`, { token: training.organiser })).json.items;
  const change = ({ id, version }: { id: string; version: number }, body: object, token = training.organiser) =>
    training.product.call(`/v1/enrollments/${id}`, { method: 'PATCH', token, body, headers: { 'if-match': `"${version}"` } });

  it('is corrected as it was last read: number and team, each by itself, and cleared', async () => {
    const [line] = await lines();
    const first = await change(line, { rosterNo: 7, team: '一组' });
    expect([first.status, first.headers.get('etag')]).toEqual([200, `"${line.version + 1}"`]);
    expect(first.json).toEqual({ ...line, rosterNo: 7, team: '一组', version: line.version + 1 });
    expect(done(await change(first.json, { team: null })).json).toMatchObject({ rosterNo: 7, team: null });
    const stale = await change(first.json, { rosterNo: null });
    expect([stale.status, stale.json.code]).toEqual([412, 'versionMismatch']);
    expect((await lines())[0]).toMatchObject({ rosterNo: 7, team: null });
  });

  it('is another’s to those who do not see the class, names what is wrong with a field, and takes a version', async () => {
    const [line] = await lines();
    expect((await change(line, { rosterNo: 1 }, training.town)).json.code).toBe('notFound');
    expect((await change(line, { rosterNo: 1 }, training.official)).json.code).toBe('forbidden');
    expect((await change(line, { rosterNo: 0 })).json.fields).toMatchObject([{ field: 'rosterNo', fault: 'tooSmall' }]);
    const unseen = { method: 'PATCH', token: training.organiser, body: { rosterNo: 1 } };
    expect((await training.product.call(`/v1/enrollments/${line.id}`, unseen)).json.code).toBe('preconditionRequired');
  });

  it('stays as it is once its person was taken off or the class has ended', async () => {
    const [kept, off] = await lines();
    const headers = { 'if-match': `"${off.version}"` };
    done(await training.product.call(`/v1/enrollments/${off.id}`, { method: 'DELETE', token: training.organiser, headers }));
    expect((await change({ id: off.id, version: off.version + 1 }, { team: '二组' })).json.code).toBe('notFound');
    for (const to of ['published', 'running', 'closed']) await move(training, `/v1/classes/${classId}`, to);
    expect((await change(kept, { team: '二组' })).json.code).toBe('classFinished');
  });
});
