import { describe, expect, it } from '@jest/globals';
import { wasTurnedBack } from '../clock.ts';
import { namesStay } from './ended-token.policy.ts';
import { isAwayTooLong, isPin, patienceLeft } from './lock.policy.ts';
import { codeIn, whereOpened } from './where-opened.policy.ts';

const at = (text: string): Date => new Date(text);

describe('a token that the county does not know', () => {
  const now = at('2026-05-01T08:00:00Z');
  it('takes the names along, unless they were served within a day by a clock that was not turned back', () => {
    expect(namesStay({ at: '2026-05-01T01:00:00Z' }, now)).toBe(true);
    for (const served of ['2026-04-30T07:59:59Z', '2026-01-30T08:00:00Z', '2026-05-02T08:00:00Z', 'nonsense'])
      expect(namesStay({ at: served }, now)).toBe(false);
    expect(namesStay(undefined, now)).toBe(false);
  });
});

it('a clock was turned back if a pack came later than it says; the minute by which it is put right is none', () => {
  const served = { at: '2026-05-01T08:00:00Z' };
  for (const [now, turned] of [
    ['1970-01-01T00:00:00Z', true],
    ['2026-05-01T07:58:59Z', true],
    ['2026-05-01T07:59:30Z', false],
    ['2026-05-09T08:00:00Z', false],
  ] as const)
    expect(wasTurnedBack(served, at(now))).toBe(turned);
});

describe('the app PIN', () => {
  it('is four to six digits', () => {
    expect(['123', '1234', '123456', '1234567', '12a4', ' 1234'].filter(isPin)).toEqual(['1234', '123456']);
  });

  it('lets three wrong tries pass, then asks for more and more patience, up to a quarter of an hour', () => {
    const triedAt = 1_000_000;
    const seconds = [0, 1, 2, 3, 4, 5, 6, 7, 50].map((wrong) => patienceLeft({ wrong, triedAt }, triedAt) / 1_000);
    expect(seconds).toEqual([0, 0, 0, 30, 60, 120, 300, 900, 900]);
    expect(patienceLeft({ wrong: 3, triedAt }, triedAt + 29_000)).toBe(1_000);
    expect(patienceLeft({ wrong: 3, triedAt }, triedAt + 30_000)).toBe(0);
    // A clock turned back by a year.
    expect(patienceLeft({ wrong: 3, triedAt }, triedAt - 31_536_000_000)).toBe(30_000);
  });

  it('is asked for after so long away, and where nobody knows how long', () => {
    const lock = { minutes: 5 };
    expect(isAwayTooLong(lock, 0, 299_999)).toBe(false);
    for (const [last, now] of [
      [0, 300_000],
      [null, 0],
      [1_000, 999],
    ] as const)
      expect(isAwayTooLong(lock, last, now)).toBe(true);
  });
});

describe('where the page was opened', () => {
  const seen = (userAgent: string, maxTouchPoints = 5) => whereOpened({ userAgent, maxTouchPoints, asApp: false });
  const webKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
  const iPhone = `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${webKit}`;
  const android =
    'Mozilla/5.0 (Linux; Android 13; 2201117TG) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0 Mobile Safari/537.36';

  it('is told by what the browser calls itself', () => {
    expect(seen(`${iPhone} Mobile/15E148 MicroMessenger/8.0.49(0x18003133) NetType/4G Language/zh_CN`)).toEqual({
      system: 'ios',
      inWeChat: true,
      asApp: false,
    });
    expect(seen(`${android} XWEB/1160117 MMWEBSDK/20240404 MicroMessenger/8.0.49.2600(0x28003156) WeChat/arm64`)).toMatchObject({
      system: 'android',
      inWeChat: true,
    });
    expect(seen(`${android} wxwork/4.1.22 MicroMessenger/7.0.1`)).toMatchObject({ inWeChat: true });
    expect(seen(`${iPhone} Version/17.5 Mobile/15E148 Safari/604.1`)).toMatchObject({ system: 'ios', inWeChat: false });
    expect(seen(android)).toMatchObject({ system: 'android', inWeChat: false });
    const mac = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webKit} Version/17.5 Safari/605.1.15`;
    expect([seen(mac).system, seen(mac, 0).system]).toEqual(['ios', 'android']);
  });

  it('a code is read out of what somebody pastes', () => {
    const code = 'q5yGxk0mTtC9b2Zr1uVw3A';
    for (const typed of [code, ` ${code} `, `https://example.org/field/#${code}`, `请打开 https://example.org/field/#${code}`])
      expect(codeIn(typed)).toBe(code);
    for (const typed of ['', 'q5yGxk0', `${code}A`, 'https://example.org/field/']) expect(codeIn(typed)).toBeNull();
  });
});
