import { expect, test } from '@jest/globals';
import { ConfigFault, readConfig } from './index.js';

const key = Buffer.alloc(32, 1).toString('base64');
const right = {
  DATABASE_URL: 'mysql://u:secret@h/sitang',
  REDIS_URL: 'redis://h',
  SITANG_DATA_KEY: key,
  SITANG_INDEX_KEY: key,
} satisfies NodeJS.ProcessEnv;

const faultsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as ConfigFault).faults;
  }
};

test('what is left out has its usual value', () =>
  expect(readConfig(right)).toMatchObject({ port: 3000, host: '127.0.0.1', mode: 'demo', dataFolder: '.data' }));

test.each([
  ['DATABASE_URL', 'mysql://u:secret@h', /^DATABASE_URL names no database/],
  ['DATABASE_URL', 'mysql://u:secret@h/', /^DATABASE_URL names no database/],
  ['REDIS_URL', 'redis://', /^REDIS_URL names no host/],
  ['REDIS_URL', 'http://h', /^REDIS_URL must be a URL that begins with redis:/],
  ['PORT', '', /^PORT must be a number/],
  ['PORT', ' ', /^PORT must be a number/],
  ['PORT', '0x50', /^PORT must be a number/],
  ['PORT', '65536', /^PORT must be a number/],
  ['SITANG_DATA_KEY', 'short', /^SITANG_DATA_KEY must be 32 bytes/],
])('%s=%j is refused', (name, value, words) => {
  const faults = faultsOf({ ...right, [name]: value });
  expect(faults).toEqual([expect.stringMatching(words)]);
  expect(faults.join()).not.toContain('secret');
});

test('every fault is said at once', () =>
  expect(faultsOf({ DATABASE_URL: 'mysql://h', REDIS_URL: 'redis://', PORT: '', SITANG_MODE: 'x' })).toHaveLength(6));
