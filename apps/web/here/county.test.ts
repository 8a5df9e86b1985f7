import { afterEach, expect, it, jest } from '@jest/globals';
import { enter } from './county.ts';

const { fetch } = globalThis;
afterEach(() => {
  globalThis.fetch = fetch;
  jest.useRealTimers();
});

it('a network that answers nobody is given up after a while, so that whoever waits can press again', async () => {
  jest.useFakeTimers();
  globalThis.fetch = (_, wish) =>
    new Promise((_go, fail) => wish?.signal?.addEventListener('abort', () => fail(new DOMException('', 'AbortError'))));
  const told = enter({ digits: '123456' }).catch((error: unknown) => error);
  await jest.advanceTimersByTimeAsync(15_000);
  expect(await Promise.race([told, Promise.resolve('still waiting')])).toMatchObject({ code: 'offline' });
});
