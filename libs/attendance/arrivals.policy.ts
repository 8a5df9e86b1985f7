import { type FoldedAttendance, isPositive } from '#contract';
import { shanghaiDate } from '#platform/clock';

/** When a mark was made, as far as anybody knows. */
export interface MarkTime {
  /** By the clock of the phone that made it. */
  deviceAt: Date;
  /** By how many seconds that clock was behind when it was last heard. */
  skewSeconds: number | null;
  receivedAt: Date;
}

/** A stop of a route by its number, which is that of its roll call. */
export interface Arrival {
  slot: number;
  arrivedAt: Date | null;
  /** Who was there by what is in force. */
  came: number;
}

/** A clock that is off by no more than this is taken as it is: so much the network alone makes up. */
const nothing = 120;

/**
 * A class came to a stop when the first of those was marked there who are there by what is in force. The phone's clock is put right by what
 * it was off when last heard, and nobody was marked later than it was received. A time of another day than the session's tells nothing.
 * This is shown and decides nothing: clocks are kept, never believed. Minutes are enough.
 */
export function arrivalsOf(
  { stops, date }: { stops: number; date: string },
  folded: readonly FoldedAttendance[],
  timeOf: (markId: string) => MarkTime | undefined,
): Arrival[] {
  return Array.from({ length: stops }, (_, i) => {
    const there = folded.filter(({ slot, status }) => slot === i + 1 && isPositive(status));
    const times = there.flatMap(({ markId }) => timeOf(markId) ?? []).map(madeAt);
    const first = times.filter((at) => shanghaiDate(new Date(at)) === date).reduce((a, b) => Math.min(a, b), Infinity);
    return { slot: i + 1, arrivedAt: first === Infinity ? null : new Date(first - (first % 60_000)), came: there.length };
  });
}

function madeAt({ deviceAt, skewSeconds, receivedAt }: MarkTime): number {
  const off = skewSeconds === null || Math.abs(skewSeconds) <= nothing ? 0 : skewSeconds * 1_000;
  return Math.min(deviceAt.getTime() + off, receivedAt.getTime());
}
