import { type HeadCountEvent, type MarkEvent } from './mark-packet.js';

/** What a phone writes into a file when it cannot hand over: everything that the county has not taken. */
export interface UnsentFile {
  format: typeof unsentFormat;
  /** Raised when what was written before could not be read any more by these rules; every version is read for 90 days after its last file. */
  version: typeof unsentVersion;
  content: UnsentContent;
  /** HMAC-SHA-256 of the content's text, base64url, under the SHA-256 of the phone's token: what the county knows of it. */
  seal: string;
}

export interface UnsentContent {
  deviceId: string;
  /** The version of the app. */
  app: string;
  /** The phone's clock, ISO 8601. */
  at: string;
  /** By whom it was recorded: a phone may have changed hands. */
  holders: { instructorId: string; marks: MarkEvent[]; headCounts?: HeadCountEvent[] }[];
}

export const unsentFormat = 'sitang-unsent';
export const unsentVersion = 1;
/** So many marks and head counts in one file: more than a phone records in a year. */
export const unsentLimit = 10_000;

/** The text that is sealed. Laid out anew, a file says the same. */
export const sealedText = (content: unknown): string => JSON.stringify(content);
