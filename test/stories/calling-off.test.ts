import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

/** What was taught is not called off: it is closed, or found to be false. */
describe('calling off', () => {
  let training: Training;
  beforeAll(async () => {
    training = await startTraining();
  });
  afterAll(() => training.stop());

  const month = async (text: string) => (await settled(training, `from=${text}&to=${text}`)).total;
  const open = async (kind: 'thematic' | 'demonstration', date: string, roster: string[] = []) => {
    const id = await trainingClass(training, { kind, people: roster });
    const sessionId = await session(training, id, { date });
    for (const to of ['published', 'running']) await move(training, `/v1/classes/${id}`, to);
    return { path: `/v1/classes/${id}`, id, sessionId };
  };

  it('a class that somebody attended is not cancelled, one whose mark was a slip is', async () => {
    const [someone] = await people(training, 1);
    const { path, sessionId } = await open('thematic', '2021-02-03', [someone!]);
    const present = markOf(sessionId, someone!);
    await send(training, [present]);
    await expect(move(training, path, 'cancelled')).rejects.toThrow('classHeld');
    expect((await month('2021-02')).batches).toBe(1);

    await send(training, [markOf(sessionId, someone!, 'absent', { replaces: [present.id] })]);
    await move(training, path, 'cancelled');
    expect((await month('2021-02')).batches).toBe(0);
  });

  it('a class where heads were verified is not cancelled', async () => {
    const { path, sessionId } = await open('demonstration', '2021-03-03');
    await heads(training, sessionId, 12);
    await expect(move(training, path, 'cancelled')).rejects.toThrow('classHeld');
    expect((await month('2021-03')).personTimes.declared).toBe(12);
  });

  it('one false sheet of a closed class is void, and the rest of the class stays', async () => {
    const [someone] = await people(training, 1);
    const { path, id, sessionId } = await open('demonstration', '2021-04-03');
    const other = await session(training, id, { date: '2021-04-04' });
    for (const one of [sessionId, other]) await attend(training, one, [someone!]);
    await move(training, path, 'closed');
    await expect(move(training, `/v1/sessions/${other}`, 'cancelled')).rejects.toThrow('classFinished');
    expect((await month('2021-04')).personTimes.registered).toBe(2);
    await move(training, `/v1/sessions/${other}`, 'void');
    expect(await month('2021-04')).toMatchObject({ batches: 1, sessionsHeld: 1, personTimes: { registered: 1 } });
  });

  it('heads of a session count or wait by the class that leads it now', async () => {
    const [lead, next] = [await open('thematic', '2021-05-03'), await open('thematic', '2021-05-04')];
    const shared = await session(training, lead.id, { date: '2021-05-05', classIds: [lead.id, next.id] });
    await move(training, lead.path, 'cancelled');
    const field = randomUUID();
    const body = {
      deviceId: field,
      marks: [],
      headCounts: [
        {
          id: field,
          sessionId: shared,
          mode: 'replace',
          count: 40,
          method: 'counted',
          countedBy: '班主任',
          at: '2021-05-05T02:00:00.000Z',
        },
      ],
    };
    const { verdicts } = done(await training.product.call('/v1/field/marks', { token: training.organiser, body })).json;
    expect(verdicts).toMatchObject([{ verdict: 'accepted' }]);
    expect(await month('2021-05')).toMatchObject({ personTimes: { declared: 40 }, unverified: 0 });

    await move(training, next.path, 'closed');
    await heads(training, shared, 75);
    expect(await month('2021-05')).toMatchObject({ personTimes: { declared: 40 }, unverified: 35 });
  });
});
