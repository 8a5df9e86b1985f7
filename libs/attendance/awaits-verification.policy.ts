import { type FoldHeadCount, foldHeadCounts } from '#contract';

type Reported = FoldHeadCount & { verified: boolean; place: number };

/**
 * A report waits while verifying it would make it one of those in force. One whose place a verified count has taken does not:
 * whoever made that count had seen it, and verifying it would change nothing (a fold takes replaced counts out first). One that
 * only an unverified report replaces still waits: an unverified count supersedes nothing, and may yet turn out wrong. Neither
 * is an addition that a verified whole outweighs left out: nobody has looked at it.
 */
export function awaitsVerification(count: Reported, ofSession: readonly Reported[]): boolean {
  if (count.verified) return false;
  const here = ofSession.filter((one) => one.place === count.place);
  return foldHeadCounts(here.map((one) => ({ ...one, aside: !one.verified && one.id !== count.id })))!.live.includes(count.id);
}

/** How many stand in its room by what is verified, and how many would once this report is: `null` while nothing is. */
export function headsVerifying(count: Reported, ofSession: readonly Reported[]): { now: number | null; then: number | null } {
  const here = ofSession.filter((one) => one.place === count.place);
  const inForce = (counts: (one: Reported) => boolean): number | null =>
    foldHeadCounts(here.map((one) => ({ ...one, aside: !counts(one) })))?.count ?? null;
  return { now: inForce((one) => one.verified), then: inForce((one) => one.verified || one.id === count.id) };
}

/** Whether another report of the room, verified or not, takes its place. */
export const isReplaced = (count: Reported, ofSession: readonly Reported[]): boolean =>
  !foldHeadCounts(ofSession.filter((one) => one.place === count.place))!.live.includes(count.id);

/**
 * What a new whole of the same room has to name: what nothing replaces, and what is in force by what is verified, since an unverified
 * report supersedes nothing.
 */
export function standingReports<T extends Reported>(ofRoom: readonly T[]): T[] {
  const live = foldHeadCounts(ofRoom)?.live ?? [];
  const inForce = foldHeadCounts(ofRoom.map((one) => ({ ...one, aside: !one.verified })))?.live ?? [];
  const names = new Set([...live, ...inForce]);
  return ofRoom.filter(({ id }) => names.has(id));
}
