import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { CreateUser, RecogniseToken } from '#accounts';
import { Importing } from '../factories/importing.js';
import { committed, meanwhile } from '../factories/meanwhile.js';
import { invite, invited } from '../factories/phones.js';
import { done, startTraining, type Training } from '../factories/training.js';
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

const accounts = (): Promise<{ unit: number }[]> =>
  training.product.db.query('SELECT g.unit_id AS unit FROM users u JOIN user_grants g ON g.user_id = u.id WHERE u.instructor_id = ?', [
    instructor.id,
  ]);

test('an instructor who is invited while another unit takes them over is given their account there', async () => {
  const { product, county, organiser: token } = training;
  const options = { method: 'PATCH', token, body: { unitId: String(county.jinqu) }, headers: { 'if-match': '"1"' } };
  const takingOver = {
    first: async () => done(await product.call(`/v1/instructors/${instructor.id}`, options)),
    before: [/UPDATE instructors/, committed],
  };
  const [, answer] = await meanwhile(training, takingOver, () => invite(product, token, String(instructor.id)));
  expect(answer.status).toBe(201);
  expect(await accounts()).toEqual([{ unit: county.jinqu }]);
});

describe('the import of an instructor is not taken back while they are given an account', () => {
  const giving: Record<string, (instructorId: number) => Promise<unknown>> = {
    'by an invitation': (id) => invited(training.product, training.organiser, String(id)),
    'by hand': async (instructorId) => {
      const { product, organiser: token, county } = training;
      const ctx = await product.get(RecogniseToken).run({ kind: 'bearer', token }, { id: 'by hand', address: '::1' });
      const grants = [{ bundle: 'instructor' as const, unitId: county.county }];
      const account = { account: 'by-hand', name: '示例教师', password: testPassword, grants, instructorId };
      return product.get(CreateUser).run(ctx!, { scope: { paths: ['/'] }, ...account });
    },
  };
  test.each(Object.entries(giving))('%s', async (_, give) => {
    const { product } = training;
    const beingGiven = { first: () => give(instructor.id), before: [/INSERT INTO users/, committed] };
    const [, { state, fault }] = await meanwhile(training, beingGiven, () => importing.act(instructor.importId, 'revert'));
    expect([state, fault]).toEqual(['applied', expect.stringContaining('importInUse')]);
    expect(await accounts()).toHaveLength(1);
    expect(await product.db.query('SELECT 1 FROM instructors WHERE id = ?', [instructor.id])).toHaveLength(1);
  });
});
