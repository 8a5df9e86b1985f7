import { expect, test } from '@jest/globals';
import { engineOf } from '#platform/database';
import { explainStart } from './explain-start.js';

const server = process.env.TEST_DATABASE_URL ?? 'mysql://none';
const addressOf = (change: (url: URL) => void): string => {
  const url = new URL(server);
  change(url);
  return url.href;
};

test.each([
  ['a server that is away', addressOf((url) => (url.port = '1')), /^连不上数据库 · the database cannot be reached \(ECONNREFUSED\)$/],
  [
    'a wrong password',
    addressOf((url) => (url.password = 'wrong-one')),
    /^数据库不接受.* · the database refuses .*\(ER_ACCESS_DENIED_ERROR\)$/,
  ],
  [
    'a database that is not there',
    addressOf((url) => (url.pathname = '/sitang_nowhere')),
    /does not exist; create it first \(ER_BAD_DB_ERROR\)$/,
  ],
])('%s is told in one line', async (_, url, words) => {
  const said = await engineOf(url).then(() => 'it let us in', explainStart);
  expect(said).toMatch(words);
  expect(said).not.toContain('wrong-one');
});

test('a mistake of ours is told by its stack', () => expect(explainStart(new TypeError('oh'))).toMatch(/^TypeError: oh\n\s+at /));
