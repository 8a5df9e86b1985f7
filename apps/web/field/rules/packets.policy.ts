import { type RefusalCode, refusalCodes } from '#contract';
import { type Problem } from '../../api/problem.ts';

/** What to do with a packet that was not answered as it should be. */
export type Remedy =
  /** In two halves: one record must not stop the others. */
  | 'split'
  /** In two halves, and as plain text: something on the way there takes no packet like this one. */
  | 'plainer'
  /** It is one record, and the server will never take it: kept, with the reason. */
  | 'refuse'
  /** It is one record, and the server stumbles over it again and again: the others first. */
  | 'passOver'
  /** The same again, later. */
  | 'wait'
  /** Nothing more can be handed over with this token. */
  | 'stop';

/** A server that stumbles so often over the same packet does it because of what is in it. */
const stumblesEnough = 2;

/** As often as this, it is not what passes by itself. */
const turnedAwayEnough = 2;
/** What the county answers where something on the way has unpacked the words, or has taken away that they are packed. */
const spoiltOnTheWay: readonly (RefusalCode | 'offline')[] = ['malformedBody', 'mediaTypeUnsupported'];

/** What the county answers where a record is at fault, and not what goes around it. */
const faultsOfRecords: readonly (RefusalCode | 'offline')[] = ['invalidFields', 'malformedText', 'tooDeep', 'bodyTooLarge'];

/** By these a reason without a name that one knows is one of the records, too. */
const faultStatuses: readonly number[] = [400, 413, 422];
const isKnown = (code: string): boolean => code === 'offline' || (refusalCodes as readonly string[]).includes(code);

export function remedyFor(
  { code, status, fields, facts }: Pick<Problem, 'code' | 'status' | 'fields'> & Partial<Pick<Problem, 'facts'>>,
  packet: { many: number; stumbles: number; isPacked?: boolean },
): Remedy {
  const isOne = packet.many === 1;
  const isTurnedAway = spoiltOnTheWay.includes(code) || (code === 'offline' && isRefusal(facts?.onTheWay));
  // One record as plain text cannot be made plainer.
  if (isTurnedAway) return packet.stumbles >= turnedAwayEnough && (!isOne || packet.isPacked) ? 'plainer' : 'wait';
  // What is wrong with the packet around them is not the fault of the marks.
  if (fields.length > 0 && !fields.some(({ field }) => /^(marks|headCounts)\b/.test(field))) return 'wait';
  if (status === 401 || status === 403) return 'stop';
  if (faultsOfRecords.includes(code)) {
    if (!isOne) return 'split';
    // Without a name for what is wrong nothing is given up.
    return code === 'invalidFields' && fields.length === 0 ? 'passOver' : 'refuse';
  }
  // A newer county has a reason that this app does not know: it is looked for in the records, and nothing is given up for it.
  if (!isKnown(code) && faultStatuses.includes(status)) return isOne ? 'passOver' : 'split';
  if (status === 500 && code === 'unexpected' && packet.stumbles >= stumblesEnough) return isOne ? 'passOver' : 'split';
  return 'wait';
}

/** Whether a proxy refused the packet itself; what is down or wants patience passes. */
const isRefusal = (status: unknown): boolean => typeof status === 'number' && [400, 403, 406, 411, 413, 415, 422].includes(status);

/** Half of a packet that was not taken; double after one that was, up to what a packet holds. */
export const nextSize = (many: number, taken: boolean, limit: number): number =>
  taken ? Math.min(many * 2, limit) : Math.max(Math.floor(many / 2), 1);

/** How large packets may be, and until when, as the page counts time. */
export interface Narrowed {
  most: number;
  until: number;
}
/** A signal comes and goes: so long packets stay small after one that took too long. */
const narrowForMs = 10 * 60_000;
/** A kilobyte or so: with less than these the answer comes no sooner, and a dead line is not a slow one. */
const narrowest = 15;

/** After a packet of so many that was given up for slowness half of it is tried next: it may go through where the whole never does. */
export const narrowedAfter = (many: number, at: number): Narrowed => ({
  most: Math.max(nextSize(many, false, many), narrowest),
  until: at + narrowForMs,
});

/** How many records a packet holds now. */
export const mostAt = (limit: number, narrowed: Narrowed, at: number): number =>
  at < narrowed.until ? Math.min(limit, narrowed.most) : limit;

const patience = [2_000, 4_000, 8_000, 15_000, 30_000, 60_000];
/** How long to wait after so many failures in a row. */
export const patienceAfter = (failures: number): number => patience[Math.min(failures, patience.length) - 1] ?? 0;
