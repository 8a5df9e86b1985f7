import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pageOf, readCursor, writeCursor } from './paging.js';

describe('cursors', () => {
  test('what was written is read again', () => {
    const name = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(name, fc.integer(), (text, id) => expect(readCursor(writeCursor([text, id]), ['string', 'number'])).toEqual([text, id])),
    );
  });
  test('anything else is refused, never followed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          return readCursor(text, ['string', 'number']) === null;
        } catch (error) {
          return (error as { code?: string }).code === 'cursorInvalid';
        }
      }),
    );
  });
  test('the first page has none', () => expect(readCursor(undefined, ['number'])).toBeNull());
});

describe('pages', () => {
  const page = (rows: number[], limit: number) => pageOf(rows, limit, String, (row) => [row]);
  test('one row too many means there is more, after the last one shown', () => {
    expect(page([1, 2, 3], 2)).toEqual({ items: ['1', '2'], nextCursor: writeCursor([2]) });
    expect(page([1, 2], 2)).toEqual({ items: ['1', '2'], nextCursor: null });
    expect(page([], 2)).toEqual({ items: [], nextCursor: null });
  });
});
