export type System = 'ios' | 'android';

/** Where the page was opened. */
export interface Whereabouts {
  /** Which pictures fit; those of Android also where it is neither. */
  system: System;
  /** In WeChat or its sister for offices: their browser keeps nothing for long, and no code is spent there. */
  inWeChat: boolean;
  /** From the home screen, as an app. */
  asApp: boolean;
}

export const whereOpened = (browser: { userAgent: string; maxTouchPoints: number; asApp: boolean }): Whereabouts => ({
  // An iPad calls itself a Macintosh, and is touched.
  system:
    /iPhone|iPad|iPod/.test(browser.userAgent) || (/Macintosh/.test(browser.userAgent) && browser.maxTouchPoints > 1) ? 'ios' : 'android',
  inWeChat: /MicroMessenger|wxwork/i.test(browser.userAgent),
  asApp: browser.asApp,
});

/** The code in what somebody pastes: the whole address, or the code alone. */
export const codeIn = (typed: string): string | null => /(?:^|#)([\w-]{22})$/.exec(typed.trim())?.[1] ?? null;
