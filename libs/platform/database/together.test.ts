import { describe, expect, test } from '@jest/globals';
import { Together } from './together.js';

/** Rounds that end when they are told to. */
function held(lanes: number, most: number, enough?: number) {
  const rounds: { inputs: number[]; end: () => void; fail: (error: unknown) => void }[] = [];
  const together = new Together<number, string>(
    (inputs) => new Promise((resolve, reject) => rounds.push({ inputs, end: () => resolve(inputs.map(String)), fail: reject })),
    { lanes, most, enough, weightOf: (input) => input },
  );
  return { rounds, together };
}

describe('work that callers share', () => {
  test('begins at once while a lane is free; who comes later goes with all who wait by then', async () => {
    const { rounds, together } = held(2, 100);
    const answers = [1, 2, 3, 4, 5].map((one) => together.run(one));
    expect(rounds.map(({ inputs }) => inputs)).toEqual([[1], [2]]);
    rounds[1]!.end();
    expect(await answers[1]).toBe('2');
    await new Promise(setImmediate);
    expect(rounds.map(({ inputs }) => inputs)).toEqual([[1], [2], [3, 4, 5]]);
    rounds[0]!.end();
    rounds[2]!.end();
    expect(await Promise.all(answers)).toEqual(['1', '2', '3', '4', '5']);
  });

  test('opens another lane only for so much: whoever brings little waits for company', async () => {
    const { rounds, together } = held(2, 100, 10);
    const answers = [1, 2, 3].map((one) => together.run(one));
    expect(rounds.map(({ inputs }) => inputs)).toEqual([[1]]);
    answers.push(together.run(20));
    expect(rounds.map(({ inputs }) => inputs)).toEqual([[1], [2, 3, 20]]);
    for (const round of rounds) round.end();
    expect(await Promise.all(answers)).toEqual(['1', '2', '3', '20']);
  });

  test('takes no more than fits into a round, unless one alone is larger', async () => {
    const { rounds, together } = held(1, 10);
    const answers = [1, 50, 4, 6, 1].map((one) => together.run(one));
    for (let i = 0; i < 4; i++) {
      expect(rounds).toHaveLength(i + 1);
      rounds[i]!.end();
      await new Promise(setImmediate);
    }
    expect(rounds.map(({ inputs }) => inputs)).toEqual([[1], [50], [4, 6], [1]]);
    await Promise.all(answers);
  });

  test('fails for whose trouble it is alone; for everybody when the database is away', async () => {
    const together = new Together<number, number>(
      async (inputs) => {
        await new Promise(setImmediate);
        if (inputs.includes(13)) throw new Error('thirteen');
        if (inputs.includes(7)) throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
        return inputs;
      },
      { lanes: 1, most: 10 },
    );
    const settle = (inputs: number[]) => Promise.allSettled(inputs.map((one) => together.run(one)));
    const words = (ends: PromiseSettledResult<number>[]) =>
      ends.map((end) => (end.status === 'fulfilled' ? end.value : (end.reason as Error).message));
    expect(words(await settle([1, 2, 13, 3]))).toEqual([1, 2, 'thirteen', 3]);
    await new Promise(setImmediate);
    expect(words(await settle([1, 2, 7, 3]))).toEqual([1, 'away', 'away', 'away']);
  });
});
