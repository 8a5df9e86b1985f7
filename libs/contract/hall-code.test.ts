import { describe, expect, it } from '@jest/globals';
import { hallCode, hallMark, readHallMark } from './hall-code.js';

describe('the code of a hall', () => {
  const secret = 'q5yGxk0mTtC9b2Zr1uVw3A';

  it('is the same on every phone and server, and another one in every room and roll call', async () => {
    const main = await hallCode(secret, '7', 54_103_742);
    expect(await hallCode(secret, '7', 54_103_742, { slot: 1 })).toEqual(main);
    const places = [{ slot: 2 }, { slot: 1, room: '2' }, { slot: 2, room: '1' }, { slot: 12 }];
    const tokens = await Promise.all(places.map(async (place) => (await hallCode(secret, '7', 54_103_742, place)).token));
    expect(new Set([main.token, ...tokens]).size).toBe(5);
  });

  it('stands in the address with where it is, and is read back', async () => {
    const code = await hallCode(secret, '7', 1);
    const read = { sessionId: '7', code: code.token };
    expect(readHallMark(hallMark('7', code))).toEqual(read);
    expect(readHallMark(hallMark('7', code, { slot: 2 }))).toEqual({ ...read, slot: 2 });
    expect(readHallMark(hallMark('7', code, { slot: 1, room: '4' }))).toEqual({ ...read, slot: 1, viewingPointId: '4' });
    for (const none of ['', '7', `0.${code.token}`, `7.${code.token}.2`, `7.${code.token}.0.4`, `7.${code.token}.2.4.`])
      expect(readHallMark(none)).toBeNull();
  });
});
