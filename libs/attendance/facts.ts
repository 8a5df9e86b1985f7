import { type MarkableSession } from './attendance.repository.js';
import { readHeadCount, type ReadHeadCount, readMark, type ReadMark } from './read-mark.js';
import { type Reach } from './receipt.policy.js';

/** What came, fact by fact; `null` what is malformed. */
export interface Facts {
  marks: (ReadMark | null)[];
  counts: (ReadHeadCount | null)[];
}

/** Facts as they came. */
export interface Received {
  marks: readonly unknown[];
  headCounts?: readonly unknown[];
  /** By id of the fact: the sheet's own date of record; the caller has checked the right to give one. */
  recordedOn?: ReadonlyMap<string, string>;
}

export const readFacts = ({ marks, headCounts = [] }: Received): Facts => ({
  marks: marks.map(readMark),
  counts: headCounts.map(readHeadCount),
});

/** All that decides how a fact is received. */
export interface Surroundings {
  /** They come from a phone that is revoked. */
  revoked: boolean;
  sessions: ReadonlyMap<number, MarkableSession>;
  reach: ReadonlyMap<number, Reach>;
  /** The sessions whose heads the account verifies. */
  verifies: ReadonlySet<number>;
  people: ReadonlySet<number>;
  canonical: ReadonlyMap<number, number>;
  /** `classId/personId`, canonical. */
  rosters: ReadonlySet<string>;
}
