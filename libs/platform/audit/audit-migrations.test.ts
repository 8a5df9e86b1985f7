import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type QueryRunner } from 'typeorm';
import { CreateAuditUnits1640995228000 } from '../database/migrations/0029-create-audit-units.js';
import { TellAuditUnits1640995229000 } from '../database/migrations/0030-tell-audit-units.js';
import { TidyAuditFacts1640995233000 } from '../database/migrations/0034-tidy-audit-facts.js';
import { privateDatabase, type PrivateDatabase } from '../database/private-database.fixture.js';

let database: PrivateDatabase;
let runner: QueryRunner;
beforeAll(async () => {
  database = await privateDatabase();
  runner = database.source.createQueryRunner();
  await runner.query(
    "INSERT INTO units (id, level, name, path, access_path, key_village, key_town, key_county, key_city, key_province) VALUES (3, 'county', '眉县', '/3/', '/3/', 3, 3, 3, 3, 3)",
  );
  await runner.query("INSERT INTO users (id, account, name, password_hash) VALUES (1, 'clerk', '文书', '')");
  await runner.query("INSERT INTO user_grants (user_id, bundle, unit_id) VALUES (1, 'organiser', 3)");
});
beforeEach(() => runner.query('DELETE FROM audit_entries'));
afterAll(async () => {
  await runner.release();
  await database.drop();
});

const entry = async (
  id: number,
  action: string,
  [subject, subjectId]: [string, string | number],
  facts: object | null,
  userId: number | null = 1,
) =>
  runner.query('INSERT INTO audit_entries (id, user_id, action, subject, subject_id, facts, request_id) VALUES (?, ?, ?, ?, ?, ?, ?)', [
    ...[id, userId, action, subject, String(subjectId)],
    ...[facts && JSON.stringify(facts), 'r'],
  ]);
const entries = async (): Promise<unknown[]> => {
  const rows: Record<string, unknown>[] = await runner.query('SELECT subject, subject_id, facts FROM audit_entries ORDER BY id');
  return rows.map(({ subject, subject_id: id, facts }) => [subject, id, typeof facts === 'string' ? JSON.parse(facts) : facts]);
};
const units = async (): Promise<string[]> =>
  (await runner.query('SELECT entry_id, unit_id FROM audit_entry_units ORDER BY entry_id, unit_id')).map(
    (row: { entry_id: number; unit_id: number }) => `${row.entry_id}@${row.unit_id}`,
  );

test('deeds keep their units over a step back of the database and forth again, and those of meanwhile get their author’s', async () => {
  const [create, tell] = [new CreateAuditUnits1640995228000(), new TellAuditUnits1640995229000()];
  const moved = { fields: ['name'], changes: [['name', null, '新']], validTo: '2021-12-31' };
  await entry(1, 'class.updated', ['class', 9], moved);
  await entry(2, 'class.created', ['class', 8], {});
  await entry(3, 'user.created', ['user', 1], {}, null);
  await runner.query('INSERT INTO audit_entry_units VALUES (1, 5), (1, 7), (3, 6)');
  await tell.down(runner);
  // One that died half-way is applied again.
  await tell.down(runner);
  await create.down(runner);
  await entry(4, 'class.running', ['class', 8], null);
  await create.up(runner);
  await tell.up(runner);
  expect(await units()).toEqual(['1@5', '1@7', '3@6', '4@3']);
  expect(await entries()).toEqual([
    ['class', '9', moved],
    ['class', '8', {}],
    ['user', '1', {}],
    ['class', '8', null],
  ]);
});

test('what was done to marks and head counts becomes their session’s, and back; values that are not kept any more are gone', async () => {
  const tidy = new TidyAuditFacts1640995233000();
  await entry(1, 'mark.admit', ['mark', 'a-b'], { sessionId: 7 });
  await entry(2, 'headCount.verified', ['headCount', 'c-d'], { sessionId: 8 });
  const fields = ['date', 'place', 'topic'];
  const date = ['date', '2021-01-01', '2021-01-02'];
  await entry(3, 'session.updated', ['session', 7], { fields, changes: [date, ['place', '张三家', null], ['topic', null, '看望张三']] });
  await entry(4, 'roster.updated', ['class', 9], { enrollmentId: 1, fields: ['team'], changes: [['team', '一组', '二组']] });
  const rest = [
    ['session', '7', { fields, changes: [date] }],
    ['class', '9', { enrollmentId: 1, fields: ['team'], changes: [] }],
  ];
  const now = [['session', '7', { markId: 'a-b' }], ['session', '8', { headCountId: 'c-d' }], ...rest];
  await tidy.up(runner);
  expect(await entries()).toEqual(now);
  await tidy.down(runner);
  expect(await entries()).toEqual([['mark', 'a-b', { sessionId: 7 }], ['headCount', 'c-d', { sessionId: 8 }], ...rest]);
  await tidy.up(runner);
  expect(await entries()).toEqual(now);
});
