import { describe, expect, it } from '@jest/globals';
import { photoLimit } from '#contract';
import { hasRoom, photoRemedy } from '../rules/photos.policy.ts';
import { attemptsFor } from './photo-size.policy.ts';

describe('a picture is made small', () => {
  it.each([
    [4_000, 3_000],
    [3_000, 4_000],
    [1_200, 900],
    [20_000, 40],
    [1, 1],
  ])('%d × %d: in its shape, never larger, best first, until it must fit', (width, height) => {
    const attempts = attemptsFor({ width, height });
    const [first, last] = [attempts[0]!, attempts.at(-1)!];
    expect(Math.max(first.width, first.height)).toBe(Math.min(1_600, Math.max(width, height)));
    expect(first.width / first.height / (width / height)).toBeCloseTo(1, 0);
    expect(last.width * last.height * 3).toBeLessThan(photoLimit);
    for (const [i, { width: w, height: h, quality }] of attempts.entries()) {
      const before = attempts[i - 1];
      expect(w >= 1 && h >= 1 && w <= width && h <= height).toBe(true);
      if (before) expect(w < before.width || h < before.height || quality < before.quality).toBe(true);
    }
  });
});

describe('photos beside marks', () => {
  it('leave room for them', () => {
    expect(hasRoom({ quota: 50_000_000, usage: 39_000_000 }, 400_000)).toBe(true);
    expect(hasRoom({ quota: 50_000_000, usage: 39_700_000 }, 400_000)).toBe(false);
    expect([hasRoom({}, 1), hasRoom(undefined, 1)]).toEqual([true, true]);
  });

  it('wait for what passes, and keep what was said of themselves', () => {
    const told = (status: number, code: string) => photoRemedy({ status, code: code as 'unexpected' });
    expect([told(0, 'offline'), told(401, 'notSignedIn'), told(429, 'tooManyRequests'), told(503, 'unavailable')]).toEqual(
      Array(4).fill('wait'),
    );
    expect([told(409, 'photosOff'), told(404, 'sessionUnknown'), told(413, 'bodyTooLarge'), told(400, 'photoInvalid')]).toEqual(
      Array(4).fill('refuse'),
    );
  });
});
