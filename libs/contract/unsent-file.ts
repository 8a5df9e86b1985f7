import { type HeadCountEvent, type MarkEvent } from './mark-packet.js';

/** What a phone writes into a file when it cannot hand over: everything that the county has not taken. */
export interface UnsentFile {
  format: typeof unsentFormat;
  /**
   * Raised when what was written before could not be read any more by these rules; every version is read for 90 days after its last file.
   * Version 1 had one `seal` beside the content, over all of it: it speaks for the holder whose token made it, and for nobody else.
   */
  version: typeof unsentVersion;
  content: UnsentContent;
}

export interface UnsentContent {
  deviceId: string;
  /** The version of the app. */
  app: string;
  /** The phone's clock, ISO 8601. */
  at: string;
  /** By whom it was recorded: a phone may have changed hands. */
  holders: UnsentOfHolder[];
}

export interface UnsentOfHolder {
  /** The holder's key: an instructor's id, or of whoever is none that of the account. Phones of before knew instructors alone. */
  instructorId: string;
  marks: MarkEvent[];
  headCounts?: HeadCountEvent[];
  /**
   * One for each record, marks first: HMAC-SHA-256 of its text, base64url, under the SHA-256 of a token that this holder had on this phone,
   * which is what the county knows of it. Whoever holds the phone after them has no such token.
   */
  seals: string[];
}

export const unsentFormat = 'sitang-unsent';
export const unsentVersion = 2;
/** So many marks and head counts in one file: more than a phone records in a year. */
export const unsentLimit = 10_000;

/** The text that is sealed of a record. Laid out anew, a file says the same. */
export const sealedText = (deviceId: string, instructorId: string, record: unknown): string =>
  JSON.stringify({ deviceId, instructorId, record });
