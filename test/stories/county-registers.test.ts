import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemContext } from '#platform/context';
import { CreateUnit } from '#units';
import { Importing, lessonLine } from '../factories/importing.js';
import { done, session, startTraining, trainingClass, type Training } from '../factories/training.js';
import { signedIn } from './support/county.js';

/** Instructors, sites, routes and courses are shared by a county, and by no more than a county. */
describe('what another county keeps', () => {
  let training: Training;
  let theirs: Record<'instructorIds' | 'siteId' | 'routeId' | 'courseId', string>;
  let classId: string;
  beforeAll(async () => {
    training = await startTraining();
    const { product } = training;
    const scope = { paths: ['/'] };
    const county = await product.get(CreateUnit).run(systemContext('cli'), { scope, parentId: null, level: 'county', name: '陇县' });
    const town = await product.get(CreateUnit).run(systemContext('cli'), { scope, parentId: county.id, level: 'town', name: '示例镇' });
    const token = await signedIn(product, 'longxian', 'organiser', county.id);
    const add = async (path: string, body: object) => done(await product.call(`/v1/${path}`, { token, body })).json.id as string;
    const unitId = String(county.id);
    const siteId = await add('teaching-sites', { name: '示例点', code: 'LX-S', unitId: String(town.id), capacity: 40 });
    theirs = {
      siteId,
      instructorIds: await add('instructors', { name: '示例师', code: 'LX-T', unitId, engagement: 'guest', tags: [] }),
      routeId: await add('routes', { name: '示例线', code: 'LX-R', unitId, stops: [1, 2].map(() => ({ siteId, minutes: 30 })) }),
      courseId: await add('courses', { name: '示例课', unitId, kind: 'thematic' }),
    };
    classId = await trainingClass(training, { kind: 'thematic', roster: 'open' });
  });
  afterAll(() => training.stop());

  const none = '4000000000';
  const valueOf = (field: string, id: string) => (field === 'instructorIds' ? [id] : id);

  it('is no part of a class or a session, and looks like what is nowhere', async () => {
    const { product, organiser: token, county } = training;
    const row = `/v1/sessions/${await session(training, classId, { date: '2021-03-01' })}`;
    const lesson = { leadClassId: classId, topic: '示例课', date: '2021-03-02', dayPart: 'am' };
    const own = { name: '示例班', kind: 'thematic', startsOn: '2021-01-01', endsOn: '2021-12-31', hosts: [String(county.county)] };
    const room = { name: '收看点', forUnitId: String(county.doujiabu) };
    const headers = { 'if-match': '"1"' };
    const answers = async (field: string, id: string) => {
      const named = { [field]: valueOf(field, id) };
      return Promise.all([
        product.call('/v1/sessions', { token, body: { ...lesson, ...named } }),
        product.call(row, { method: 'PATCH', token, headers, body: named }),
        ...(field === 'siteId' ? [product.call(`${row}/viewing-points`, { token, body: { ...room, ...named } })] : []),
        ...(field === 'courseId'
          ? [
              product.call('/v1/classes', { token, body: { ...own, ...named } }),
              product.call(`/v1/classes/${classId}`, { method: 'PATCH', token, headers, body: named }),
            ]
          : []),
      ]);
    };
    const told = (all: Awaited<ReturnType<typeof answers>>) =>
      all.map(({ status, json: { requestId: _, ...problem } }) => ({ status, problem }));
    for (const [field, id] of Object.entries(theirs)) {
      const foreign = told(await answers(field, id));
      expect(foreign).toEqual(told(await answers(field, none)));
      for (const { problem } of foreign) expect(problem).toMatchObject({ code: 'referenceUnknown', fields: [{ field, fault: 'unknown' }] });
    }
  });

  it('is not named by a file either', async () => {
    const file = new Importing(training.product, training.organiser);
    await training.product.db.query("UPDATE classes SET code = 'L1' WHERE id = ?", [classId]);
    const named = { 教师编号: 'LX-T', 教学点编号: 'LX-S', 线路编号: 'LX-R' };
    const { id } = await file.check('classes', { 课表: [lessonLine('L1', '1', named)] });
    expect(await file.faults(id)).toEqual(Object.keys(named).map((column) => `课表 2 ${column} referenceUnknown`));
    const report = { 课次编号: '1', 村代码: '610326101200', 日期: '2021-09-08', 时段: '上午', 主题: '疏果', 教师编号: 'LX-T' };
    const lessons = await file.check('lessons', { 报送: [{ ...report, 人数: 30, 清点方式: '清点', 清点人: '村文书' }] });
    expect(await file.faults(lessons.id)).toEqual(['报送 2 教师编号 referenceUnknown']);
  });
});
