import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { meanwhile, written } from '../factories/meanwhile.js';
import { codeOf, done, heads, session, settled, startTraining, type Training, trainingClass } from '../factories/training.js';

/** Something is said at the desk about what was recorded, in the moment in which it is changed: nothing is said of what is gone. */
describe('what is said at the desk', () => {
  let training: Training;
  beforeAll(async () => {
    training = await startTraining();
  });
  afterAll(() => training.stop());

  const call = async (method: string, path: string, body?: object, headers = {}) =>
    done(await training.product.call(path, { method, token: training.organiser, body, headers })).json;
  const changed = async (method: string, row: string, path: string, body?: object) =>
    call(method, path, body, { 'if-match': `"${(await call('GET', row)).version}"` });
  const month = async (text: string) => (await settled(training, `from=${text}&to=${text}`)).total;

  it('of heads in a room that is being taken away is refused', async () => {
    const live = await trainingClass(training, { kind: 'thematic', deliveryMode: 'live', roster: 'open' });
    const lesson = await session(training, live, { date: '2021-02-01' });
    const row = `/v1/sessions/${lesson}`;
    const room = { name: '会议室', forUnitId: String(training.county.doujiabu) };
    const { id } = await call('POST', `${row}/viewing-points`, room);
    const removal = {
      first: () => codeOf(changed('DELETE', row, `${row}/viewing-points/${id}`)),
      before: [/DELETE FROM viewing_points/, written],
    };
    const answers = await meanwhile(training, removal, () => codeOf(heads(training, lesson, 30, { viewingPointId: id })));
    expect(answers).toEqual(['done', 'referenceUnknown']);
    expect(await month('2021-02')).toMatchObject({ sessionsHeld: 0 });
  });
});
