/** Five failures in a row shut an account for an address for five minutes. A success, or five quiet minutes, wipe the slate. */
export const failuresAllowed = 5;
/**
 * So many wrong invitation codes in a row. They are counted by address alone, and a whole hall comes from one; nobody guesses 128 random
 * bits by a hundred tries.
 */
export const wrongCodesAllowed = 100;
export const lockMinutes = 5;

export const lockEnd = (at: Date): Date => new Date(at.getTime() + lockMinutes * 60_000);
/** Failures before this moment are forgotten. */
export const forgottenBefore = (at: Date): Date => new Date(at.getTime() - lockMinutes * 60_000);

/** How many seconds are left of a lock, at least one. */
export const secondsLeft = (lockedUntil: Date, at: Date): number => Math.max(1, Math.ceil((lockedUntil.getTime() - at.getTime()) / 1_000));

/** Failures that last happened before this moment are deleted: long after their lock. */
export const failuresKeptSince = (at: Date): Date => new Date(at.getTime() - 24 * 3_600_000);
