/** The browser's clock, the one place where it is read: the server's own is asked where a rule depends on it. */
export const now = (): Date => new Date(performance.timeOrigin + performance.now());

/** Today by the county's calendar. */
export const shanghaiToday = (): string => now().toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' });
