import { describe, expect, it } from '@jest/globals';
import { digest, readHeadCount, readMark } from './read-mark.js';

const id = '0b7e3a52-6c1d-4f7a-9a3e-2f5d8c4b1e60';
const other = '9d1f6c38-2b4a-4e8c-8f70-5a6b7c8d9e01';
const at = '2021-06-08T09:30:00+08:00';
const mark = { id, sessionId: '7', slot: 1, personId: '3', status: 'present', method: 'roll', at };
const stranger = { id, sessionId: '7', walkIn: { name: '示例路人' }, viewingPointId: '2', status: 'late', method: 'assisted', at };
const heads = { id, sessionId: '7', mode: 'add', count: 12, method: 'counted', countedBy: '示例讲师', at };
const hex = (read: { hash: Buffer } | null): string => read!.hash.toString('hex');

describe('what a fact is known by when it comes again', () => {
  it('is what it was when the first phones were let in: what they hold is no conflict with what is stored', () => {
    expect(hex(readMark(mark))).toBe('072a4043fac0a5087ad0eb8294484811');
    expect(hex(readMark({ ...stranger, reason: '本人不便书写', witness: '示例见证', replaces: [other] }))).toBe(
      '5d3fa741b2bf9569c4ee6dba0fa6ee82',
    );
    expect(hex(readHeadCount(heads))).toBe('87fd129d04d45e0b9fcb432aab24a2be');
  });

  it('does not depend on the order of the fields, nor on what is left out or said to be nothing', () => {
    const { at: when, ...rest } = mark;
    expect(hex(readMark({ note: '', at: when, ...rest, slot: undefined, replaces: [] }))).toBe(hex(readMark(mark)));
  });

  it('stays as it is under an optional field that comes later, as long as nothing is said in it', () => {
    expect(digest({ id, note: null, later: undefined })).toEqual(digest({ id, note: null }));
    expect(digest({ id, note: null, later: 'x' })).not.toEqual(digest({ id, note: null }));
  });
});
