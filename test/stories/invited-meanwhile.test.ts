import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { bundlesAllowing } from '#access';
import { CreateUser, InviteDevice } from '#accounts';
import { UpdateInstructor } from '#instructors';
import { type Context } from '#platform/context';
import { Importing } from '../factories/importing.js';
import { meanwhile } from '../factories/meanwhile.js';
import { invite } from '../factories/phones.js';
import { startTraining, type Training } from '../factories/training.js';
import { testPassword } from './support/county.js';

let training: Training;
let importing: Importing;
let instructors = 0;
/** An instructor of the county's by a workbook. */
let instructor: { id: number; importId: string };
beforeAll(async () => {
  training = await startTraining();
  importing = new Importing(training.product, training.organiser);
});
beforeEach(async () => {
  const code = `T-${(instructors += 1)}`;
  const line = { 教师编号: code, 姓名: '示例教师', 单位代码: '610326', 聘用形式: '兼职' };
  const { id: importId } = await importing.bring('instructors', { 教师: [line] });
  const [{ id }] = await training.product.db.query('SELECT id FROM instructors WHERE code = ?', [code]);
  instructor = { id, importId };
});
afterAll(() => training?.stop());

const scope = { paths: ['/'] };
const accounts = (): Promise<{ unit: number }[]> =>
  training.product.db.query('SELECT g.unit_id AS unit FROM users u JOIN user_grants g ON g.user_id = u.id WHERE u.instructor_id = ?', [
    instructor.id,
  ]);

test('an instructor who is invited while another unit takes them over is given their account there', async () => {
  const { product, county, organiser } = training;
  const answer = await meanwhile(
    product,
    organiser,
    (ctx) => product.get(UpdateInstructor).run(ctx, { id: instructor.id, version: 1, changes: { unitId: county.jinqu } }),
    () => invite(product, organiser, String(instructor.id)),
  );
  expect(answer.status).toBe(201);
  expect(await accounts()).toEqual([{ unit: county.jinqu }]);
});

describe('the import of an instructor is not taken back while they are given an account', () => {
  const giving: Record<string, (ctx: Context, instructorId: number) => Promise<unknown>> = {
    'by an invitation': (ctx, instructorId) =>
      training.product.get(InviteDevice).run(ctx, { scope, whom: { instructorId }, markers: bundlesAllowing('attendance.mark') }),
    'by hand': (ctx, instructorId) =>
      training.product.get(CreateUser).run(ctx, {
        scope,
        account: 'by-hand',
        name: '示例教师',
        password: testPassword,
        grants: [{ bundle: 'instructor', unitId: training.county.county }],
        instructorId,
      }),
  };
  test.each(Object.entries(giving))('%s', async (_, give) => {
    const { product, organiser } = training;
    const { state, fault } = await meanwhile(
      product,
      organiser,
      (ctx) => give(ctx, instructor.id),
      () => importing.act(instructor.importId, 'revert'),
    );
    expect([state, fault]).toEqual(['applied', expect.stringContaining('importInUse')]);
    expect(await accounts()).toHaveLength(1);
    expect(await product.db.query('SELECT 1 FROM instructors WHERE id = ?', [instructor.id])).toHaveLength(1);
  });
});
