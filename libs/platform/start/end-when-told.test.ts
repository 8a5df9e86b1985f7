import { afterEach, expect, jest, test } from '@jest/globals';
import { endWhenTold } from './end-when-told.js';

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

test('a program whose work does not end is cut off once its grace is over, and told once however often', () => {
  jest.useFakeTimers();
  const exit = jest.spyOn(process, 'exit').mockImplementation((() => undefined) as never);
  const heard: Record<string, () => void> = {};
  jest.spyOn(process, 'on').mockImplementation((signal, listener) => {
    heard[String(signal)] = listener as () => void;
    return process;
  });
  const close = jest.fn(() => new Promise<void>(() => undefined));
  endWhenTold(close);
  heard.SIGTERM!();
  heard.SIGINT!();
  expect(close).toHaveBeenCalledTimes(1);
  expect(exit).not.toHaveBeenCalled();
  jest.advanceTimersByTime(4_000);
  expect(exit).toHaveBeenCalledWith(0);
});
