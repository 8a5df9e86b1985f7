/** The phone's clock, as it is: what a page counts for itself stands still while the phone sleeps. */
// eslint-disable-next-line no-restricted-syntax -- the one place where the field app reads the clock
export const now = (): Date => new Date();

/** Turned back since a pack came, or begun anew after the battery had died: the county's time cannot be worked out from it. */
export const wasTurnedBack = ({ at }: { at: string }, instant: Date): boolean => instant.getTime() < Date.parse(at) - 60_000;

/** The day in the county at an instant. */
export const dayAt = (instant: Date): string => instant.toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' });

/** 14:05, by the county's clock. */
export const clockAt = (instant: string): string =>
  new Date(instant).toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });
