import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Importing } from '../factories/importing.js';
import { committed, meanwhile } from '../factories/meanwhile.js';
import { attend, done, people, session, settled, startTraining, type Training, trainingClass } from '../factories/training.js';
import { type Answer } from './support/call.js';

let training: Training;
let villages = 0;
/** A village that is to end, by id and code. */
let old: { id: number; code: string };
beforeAll(async () => {
  training = await startTraining();
});
beforeEach(async () => {
  const code = `6103261012${(villages += 1) + 50}`;
  const { id } = done(
    await post('units', { parentId: String(training.county.hengqu), level: 'village', name: `示例${code}村`, code }),
  ).json;
  old = { id: Number(id), code };
});
afterAll(() => training?.stop());

const post = (path: string, body: object, headers = {}): Promise<Answer> =>
  training.product.call(`/v1/${path}`, { token: training.organiser, body, headers });
const unitOf = async (id: string): Promise<number> => {
  const { unitId } = done(await training.product.call(`/v1/people/${id}`, { token: training.organiser })).json;
  return Number(unitId);
};
/** Somebody moves to the village of Jinqu, and that is not committed. */
const moving = (personId: string, from: string) => ({
  first: async () => done(await post(`people/${personId}/move`, { unitId: String(training.county.jinquVillage), from })),
  before: [/INTO person_units/, committed],
});

describe('a village ends, and another takes it over', () => {
  const end = (): Promise<Answer> =>
    post(`units/${old.id}/retire`, { validTo: '2021-05-31', successorId: String(training.county.hengquVillage) }, { 'if-match': '"1"' });
  /** What is answered to whoever comes while it is ending. */
  const whileEnding = async <T>(other: () => Promise<T>): Promise<T> => {
    const [ended, answer] = await meanwhile(training, { first: end, before: [/UPDATE units/, committed] }, other);
    expect(ended.status).toBe(200);
    return answer;
  };

  test('whoever was just moved elsewhere is not taken along', async () => {
    const { county, product } = training;
    const [moved, left] = (await people(training, 2, { unitId: old.id })) as [string, string];
    const [, ended] = await meanwhile(training, moving(moved, '2021-05-01'), end);
    expect(ended.status).toBe(200);
    expect([await unitOf(moved), await unitOf(left)]).toEqual([county.jinquVillage, county.hengquVillage]);
    const entries = await product.db.query('SELECT unit_id AS unit FROM person_units WHERE person_id = ? ORDER BY valid_from', [moved]);
    expect(entries.map(({ unit }: { unit: number }) => unit)).toEqual([old.id, county.jinquVillage]);
  });

  const putThere: Record<string, (personId: string, unitId: string) => Promise<Answer>> = {
    moved: (personId, unitId) => post(`people/${personId}/move`, { unitId, from: '2021-05-01' }),
    registered: (_, unitId) => post('people', { name: '后来', unitId }),
    'given a position': (personId, unitId) =>
      post(`people/${personId}/positions`, { kind: 'villageSecretary', unitId, from: '2021-05-01' }),
  };
  test.each(Object.entries(putThere))('nobody is %s there any more', async (_, put) => {
    const [somebody] = (await people(training, 1)) as [string];
    const answer = await whileEnding(() => put(somebody, String(old.id)));
    expect([answer.status, answer.json.code]).toEqual([409, 'unitRetired']);
  });

  test('a workbook brings nobody there any more', async () => {
    const { product, county, organiser } = training;
    const { id: known } = done(await post('people', { name: '在册', code: 'RY-1', unitId: String(county.doujiabu) })).json;
    const importing = new Importing(product, organiser);
    const line = (code: string, name: string) => ({ 人员编号: code, 姓名: name, 单位代码: old.code, 调入日期: '2021-05-01' });
    const { id } = await importing.check('people', { 名册: [line('RY-1', '在册'), line('RY-2', '后来')] });
    expect((await importing.verdicts(id)).map(({ verdict }) => verdict)).toEqual(['update', 'create']);
    await whileEnding(() => importing.act(id, 'apply'));
    expect(await importing.faults(id)).toEqual(['名册 2 单位代码 unitRetired', '名册 3 单位代码 unitRetired']);
    expect(await unitOf(known)).toBe(county.doujiabu);
  });
});

test('who somebody is changes while the first mark of their other record comes: it is counted as they are', async () => {
  const { county } = training;
  const [kept, other] = (await people(training, 2)) as [string, string];
  done(await post(`people/${other}/merge`, { intoId: kept }));
  const lessons = await trainingClass(training, { kind: 'demonstration', village: county.doujiabu });
  const lesson = await session(training, lessons, { date: '2021-06-08' });
  await meanwhile(training, moving(kept, '2021-06-01'), async () => {
    expect(await attend(training, lesson, [other])).toMatchObject([{ verdict: 'accepted' }]);
    await settled(training);
  });
  const { rows } = await settled(training, 'from=2021-06&to=2021-06&by=town');
  const attended = rows.filter((row: { attendances: number }) => row.attendances > 0);
  expect(attended.map((row: { labels: { town: string } }) => row.labels.town)).toEqual(['金渠镇']);
});
