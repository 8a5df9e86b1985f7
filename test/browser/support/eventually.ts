import { expect } from '@jest/globals';

const everyMs = 50;

/** Asks until the answer is the expected one; when patience ends, the test says how it differs. */
export async function eventually<T>(ask: () => Promise<T>, expected: T, patienceMs = 20_000): Promise<void> {
  for (let left = patienceMs / everyMs; ; left--) {
    const answer = await ask();
    try {
      return expect(answer).toEqual(expected);
    } catch (differs) {
      if (left <= 0) throw differs;
    }
    await new Promise((go) => setTimeout(go, everyMs));
  }
}
