import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { meanwhile, written } from '../factories/meanwhile.js';
import {
  attend,
  codeOf,
  done,
  heads,
  move,
  people,
  session,
  settled,
  startTraining,
  type Training,
  trainingClass,
} from '../factories/training.js';
import { signedIn } from './support/county.js';

/** A class comes to its end in the moment in which somebody else works on it: whoever is second finds what the first did. */
describe('while a class ends', () => {
  let training: Training;
  beforeAll(async () => {
    training = await startTraining();
  });
  afterAll(() => training.stop());

  const open = async (roster: string[] = []) => trainingClass(training, { kind: 'thematic', roster: 'open', people: roster });
  const become = (classId: string, to: string) => codeOf(move(training, `/v1/classes/${classId}`, to));
  const call = async (method: string, path: string, body?: object, headers = {}) =>
    done(await training.product.call(path, { method, token: training.organiser, body, headers })).json;
  const month = async (text: string) => (await settled(training, `from=${text}&to=${text}`)).total;

  it('it is not called off when somebody was marked there meanwhile', async () => {
    const [someone] = await people(training, 1);
    const classId = await open([someone!]);
    const lesson = await session(training, classId, { date: '2021-02-03' });
    const marking = { first: () => attend(training, lesson, [someone!]), before: [/INSERT INTO marks/, written] };
    const [[verdict], cancelled] = await meanwhile(training, marking, () => become(classId, 'cancelled'));
    expect([verdict!.verdict, cancelled]).toEqual(['accepted', 'classHeld']);
    expect(await month('2021-02')).toMatchObject({ batches: 1, attendances: 1 });
  });

  it('of two that sat together and are called off at once, the second was held', async () => {
    const [one, other] = [await open(), await open()];
    const lesson = await session(training, one, { date: '2021-03-03', classIds: [one, other] });
    await heads(training, lesson, 12);
    const calling = { first: () => become(one, 'cancelled'), before: [/UPDATE classes/, written] };
    const answers = await meanwhile(training, calling, () => become(other, 'cancelled'));
    expect(answers).toEqual(['done', 'classHeld']);
    expect(await month('2021-03')).toMatchObject({ batches: 1, personTimes: { declared: 12 } });
  });

  it('it is not called off when its heads were verified meanwhile', async () => {
    const classId = await trainingClass(training, { kind: 'demonstration', village: training.county.doujiabu });
    const lesson = await session(training, classId, { date: '2021-04-03' });
    const reporter = await signedIn(training.product, 'reporter', 'reporter', training.county.doujiabu);
    const id = await heads(training, lesson, 46, {}, reporter);
    const verifying = { first: () => codeOf(call('POST', `/v1/head-counts/${id}/verify`)), before: [/UPDATE head_counts/, written] };
    expect(await meanwhile(training, verifying, () => become(classId, 'cancelled'))).toEqual(['done', 'classHeld']);
    expect((await month('2021-04')).personTimes).toMatchObject({ declared: 46 });
  });
});
