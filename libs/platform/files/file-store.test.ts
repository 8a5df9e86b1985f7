import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemContext } from '#platform/context';
import { Transactions } from '#platform/database';
import { Secrecy } from '#platform/secrecy';
import { privateDatabase, type PrivateDatabase } from '../database/private-database.fixture.js';
import { FileDamaged, fileLimit, FileStore, plainName } from './file-store.js';

const ctx = systemContext('cli');
const files = new FileStore(new Secrecy({ dataKey: randomBytes(32), indexKey: randomBytes(32) }));
let database: PrivateDatabase;
let transactions: Transactions;
beforeAll(async () => {
  database = await privateDatabase();
  transactions = new Transactions(database.source);
});
afterAll(() => database.drop());

const keep = (bytes: Buffer): Promise<number> =>
  transactions.run(ctx, (db) => files.keep(db, ctx, { name: '学员名单.xlsx', mediaType: 'application/octet-stream', bytes }));
const sizes = async (id: number): Promise<number[]> => {
  const found: number[] = [];
  for await (const chunk of files.read(transactions.read, id)) found.push(chunk.length);
  return found;
};

describe('a file', () => {
  test.each([1, 524_287, 524_288, 524_289, 1_400_000])('of %d bytes comes back as it was', async (size) => {
    const bytes = randomBytes(size);
    expect((await files.readWhole(transactions.read, await keep(bytes))).equals(bytes)).toBe(true);
  });

  test('is given in pieces', async () => {
    expect(await sizes(await keep(randomBytes(1_400_000)))).toEqual([524_288, 524_288, 351_424]);
  });

  test('never lies in the database in clear, and keeps its Chinese name', async () => {
    const id = await keep(Buffer.from('610326198001011234'.repeat(100)));
    const [chunk] = await transactions.read.query('SELECT sealed FROM file_chunks WHERE file_id = ?', [id]);
    expect(chunk.sealed.includes('6103261980')).toBe(false);
    expect(await transactions.read.query('SELECT name FROM files WHERE id = ?', [id])).toEqual([{ name: '学员名单.xlsx' }]);
  });

  test('with a chunk lost, changed or moved is not given out as whole', async () => {
    const lost = await keep(randomBytes(600_000));
    await transactions.read.query('DELETE FROM file_chunks WHERE file_id = ? AND position = 1', [lost]);
    await expect(files.readWhole(transactions.read, lost)).rejects.toThrow(FileDamaged);
    const moved = await keep(randomBytes(1_048_576));
    for (const [from, to] of [
      [0, 9],
      [1, 0],
      [9, 1],
    ]) {
      await transactions.read.query('UPDATE file_chunks SET position = ? WHERE file_id = ? AND position = ?', [to, moved, from]);
    }
    await expect(files.readWhole(transactions.read, moved)).rejects.toThrow(FileDamaged);
    const changed = await keep(randomBytes(10));
    const [{ sealed }] = await transactions.read.query('SELECT sealed FROM file_chunks WHERE file_id = ?', [changed]);
    sealed[sealed.length - 1] ^= 1;
    await transactions.read.query('UPDATE file_chunks SET sealed = ? WHERE file_id = ?', [sealed, changed]);
    await expect(files.readWhole(transactions.read, changed)).rejects.toThrow();
  });

  test('too large, empty or unknown is refused', async () => {
    await expect(keep(Buffer.alloc(fileLimit + 1))).rejects.toMatchObject({ code: 'bodyTooLarge' });
    await expect(keep(Buffer.alloc(0))).rejects.toMatchObject({ code: 'fileMissing' });
    await expect(files.readWhole(transactions.read, 99_999)).rejects.toMatchObject({ code: 'notFound' });
  });
});

test.each([
  ['学员名单.xlsx', '学员名单.xlsx'],
  ['C:\\Users\\张三\\名单.xlsx', '名单.xlsx'],
  ['../../etc/passwd', 'passwd'],
  ['a\u0000b\u202e.xlsx', 'ab.xlsx'],
  ['', 'file'],
])('%j is kept as %j', (sent, kept) => {
  expect(plainName(sent)).toBe(kept);
});

test('a long name is cut between characters', () => {
  expect(plainName('𠮷'.repeat(300))).toBe('𠮷'.repeat(200));
});
