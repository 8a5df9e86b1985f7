import { randomBytes } from 'node:crypto';
import { type DeviceReport } from '#contract';

/** 16 random bytes, shown once: nobody guesses them in the day that they live. */
export const makeInvitationCode = (): string => randomBytes(16).toString('base64url');

const day = 86_400_000;
/** An invitation is for the same day's work. */
export const invitationEnd = (at: Date): Date => new Date(at.getTime() + day);
/** Until when an invitation that ended is remembered: its code is told to be used or expired, not unknown. */
export const invitationsKeptSince = (at: Date): Date => new Date(at.getTime() - 30 * day);
/** A phone that is revoked hands over what waits on it for so long. */
export const handoverEnd = (at: Date): Date => new Date(at.getTime() + 90 * day);

/** What is known of a phone. */
export interface Heard {
  at: Date;
  report?: DeviceReport;
}

/** A phone heard of within this time is neither asked for nor written again: packets come one after another. */
const fresh = 60_000;

/** Whether what a phone says is worth a write. That nothing waits any more is: nothing may come after it for days. */
export const isNews = (before: Heard, { at, report }: Heard): boolean =>
  at.getTime() - before.at.getTime() >= fresh ||
  (report !== undefined && (report.app !== before.report?.app || (report.waiting === 0 && before.report.waiting !== 0)));

/** Of an account, what its records on a phone are kept by. */
interface Keyed {
  id: number;
  instructorId: number | null;
}

/**
 * By what a phone tells the records of one holder from those of another. Whoever speaks for an instructor records as that instructor, by
 * whichever account; everybody else as their account. No instructor's id looks like an account's key, and an account's never changes:
 * records wait under it for months.
 */
export const holderKey = ({ id, instructorId }: Keyed): string => (instructorId === null ? `user#${id}` : String(instructorId));

/** Whether records under the key are the account's. Apps that told holders apart by the instructor alone called everybody else nothing. */
export const goesBy = (key: string, account: Keyed): boolean => key === holderKey(account) || (key === '' && account.instructorId === null);

/** By how many seconds the server's clock is ahead of the phone's. */
export const skewSeconds = (at: Date, sentAt: string): number => Math.round((at.getTime() - Date.parse(sentAt)) / 1_000);
