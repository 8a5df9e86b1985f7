import { afterAll, afterEach, beforeAll, jest } from '@jest/globals';
import { type Field, startField } from '../../factories/field.js';
import { closeBrowser } from './browser.js';
import { type Line, startLine } from './line.js';
import { stopPhones } from './phone.js';

/** A healthy story may wait for thirty seconds more than once. */
export const longestStoryMs = 180_000;

/** A county with an instructor and a line to it, for all stories of a suite; after each the line is whole and the phones are put away. */
export function inTheField(begun: (made: { field: Field; line: Line }) => unknown): void {
  let field: Field | undefined;
  let line: Line | undefined;
  jest.setTimeout(longestStoryMs);
  beforeAll(async () => {
    field = await startField();
    line = await startLine(field.training.product.origin);
    await begun({ field, line });
  });
  afterEach(async () => {
    line?.mend();
    await stopPhones();
  });
  afterAll(async () => {
    await stopPhones();
    await closeBrowser();
    await line?.stop();
    await field?.training.stop();
  });
}
