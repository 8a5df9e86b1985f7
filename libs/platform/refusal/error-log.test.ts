import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { ErrorLog } from './error-log.fixture.js';

let printed = '';
beforeEach(() => {
  printed = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => void jest.restoreAllMocks());

test('errors that a test provokes are given to it, those before and after are printed', async () => {
  const log = new ErrorLog();
  log.error('before', 'api');
  const lines = await log.provokedBy(async () => log.error('provoked', 'api'));
  log.error('after', 'api');
  expect(lines).toEqual(['provoked']);
  expect(printed).toMatch(/before[^]*after/);
  expect(printed).not.toContain('provoked');
});

test('what was written while a test failed is printed with its failure', async () => {
  const log = new ErrorLog();
  const failing = log.provokedBy(async () => {
    log.error('the cause', 'api');
    throw new Error('not what was expected');
  });
  await expect(failing).rejects.toThrow('not what was expected');
  expect(printed).toContain('the cause');
});
