import { expect, test } from '@jest/globals';
import { wholeStretches } from './whole-stretches.js';

test.each([1, 2, 3, 4, 5, 7, 100])('a word stands in exactly one of the buffers, in pieces of %i bytes', async (size) => {
  const text = Buffer.from('<row <row ab<row  <ro<row <row');
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let i = 0; i < text.length; i += size) yield await Promise.resolve(text.subarray(i, i + size));
  }
  let many = 0;
  for await (const bytes of wholeStretches(pieces(), 5)) many += bytes.toString().split('<row ').length - 1;
  expect(many).toBe(4);
});
