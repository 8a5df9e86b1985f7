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

/** Whether another report of the room, verified or not, takes its place. */
export const isReplaced = (count: Reported, ofSession: readonly Reported[]): boolean =>
  !foldHeadCounts(ofSession.filter((one) => one.place === count.place))!.live.includes(count.id);
