import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

test('what begins first in a run is there: a suite that was renamed would begin last', async () => {
  const root = join(import.meta.dirname, '..', '..');
  const { longest } = (await import(join(root, 'test', 'longest-first.mjs'))) as { longest: string[] };
  expect(longest.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
