import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemContext } from '#platform/context';
import { type PrivateDatabase, privateDatabase } from './private-database.fixture.js';
import { answered, ask, joined, question } from './questions.js';
import { insertion } from './rows.js';
import { Transactions } from './transactions.js';

let database: PrivateDatabase;
let transactions: Transactions;
beforeAll(async () => {
  database = await privateDatabase();
  transactions = new Transactions(database.source);
  await transactions.read.query('CREATE TABLE notes (id INT PRIMARY KEY, text VARCHAR(200))');
});
afterAll(() => database.drop());

const ctx = systemContext('cli');
const notes = (): Promise<{ id: number }[]> => transactions.read.query('SELECT id FROM notes ORDER BY id');

describe('questions asked together', () => {
  const one = question<{ n: number }>('SELECT 1 AS n');
  const many = question<{ n: number }, number[]>('SELECT 2 AS n UNION SELECT 3', [], (rows) => rows.map((row) => row.n));
  const text = question<{ text: string }, string>('SELECT ? AS text', ["it's; DROP TABLE notes"], ([row]) => row!.text);

  test('are answered in their order, each in its own way', async () => {
    expect(await ask(transactions.read, one, many, answered('known'), text)).toEqual([
      [{ n: 1 }],
      [2, 3],
      'known',
      "it's; DROP TABLE notes",
    ]);
    expect(await ask(transactions.read, many)).toEqual([[2, 3]]);
    expect(await ask(transactions.read, answered(7))).toEqual([7]);
  });

  test('are one when joined, and may be asked with others', async () => {
    const sum = joined([one, many], ([row], found) => row!.n + found.length);
    expect(await ask(transactions.read, sum, text, sum)).toEqual([3, "it's; DROP TABLE notes", 3]);
  });

  test('see what those before them did, and are not done when one before them failed', () =>
    transactions.run(ctx, async (db) => {
      const count = question<{ n: number }, number>('SELECT COUNT(*) AS n FROM notes', [], ([row]) => row!.n);
      expect(await ask(db, count, insertion('notes', [{ id: 1, text: 'a' }]), count)).toEqual([0, undefined, 1]);
      const twice = ask(db, insertion('notes', [{ id: 1, text: 'again' }]), insertion('notes', [{ id: 2, text: 'b' }]));
      await expect(twice).rejects.toThrow(/Duplicate entry/);
      expect(await ask(db, count)).toEqual([1]);
      await db.query('DELETE FROM notes');
    }));

  test('travel in several texts when they are long, none of them lost', async () => {
    const long = Array.from({ length: 15_000 }, (_, id) => ({ id, text: 'x'.repeat(150) }));
    const [, rows] = await ask(
      transactions.read,
      insertion('notes', long),
      question<{ n: number }>('SELECT COUNT(*) AS n FROM notes'),
      one,
    );
    expect(rows).toEqual([{ n: 15_000 }]);
    await transactions.read.query('DELETE FROM notes');
  });
});

describe('a transaction that begins with its first statement', () => {
  test('is one: what it wrote is gone when it fails', async () => {
    const failing = transactions.run(ctx, async (db) => {
      await db.query("INSERT INTO notes VALUES (1, 'a')");
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await notes()).toEqual([]);
  });

  test('is one also when that statement fails, and the session is as before', async () => {
    const failing = transactions.run(ctx, (db) => db.query('INSERT INTO nowhere VALUES (1)'));
    await expect(failing).rejects.toThrow(/nowhere/);
    await transactions.run(ctx, (db) => db.query("INSERT INTO notes VALUES (2, 'b')"));
    expect(await notes()).toEqual([{ id: 2 }]);
    await transactions.read.query('DELETE FROM notes');
  });

  test('ends well when nothing was done in it, or several things at once', async () => {
    await transactions.run(ctx, () => Promise.resolve());
    const rows = await transactions.run(ctx, (db) => ask(db, insertion('notes', [{ id: 3, text: 'c' }]), question('SELECT id FROM notes')));
    expect(rows).toEqual([undefined, [{ id: 3 }]]);
    await transactions.read.query('DELETE FROM notes');
  });

  test('reads one moment when it was asked for one', async () => {
    const seen = await transactions.snapshot(async (db) => {
      const before = await db.query('SELECT COUNT(*) AS n FROM notes');
      await transactions.read.query("INSERT INTO notes VALUES (4, 'd')");
      return [before, await db.query('SELECT COUNT(*) AS n FROM notes')];
    });
    expect(seen).toEqual([[{ n: 0 }], [{ n: 0 }]]);
    expect(await notes()).toEqual([{ id: 4 }]);
  });
});
