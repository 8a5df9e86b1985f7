import { type RefusalCode } from '#contract';
import { type MarkableSession } from './attendance.repository.js';

/** How an account stands to a session. */
export type Reach = 'yours' | 'onceYours' | 'notYours';

export type Receipt = { refused: RefusalCode } | { review: RefusalCode | null };

/** In which room a fact says that it was recorded; `null` for the main one. */
export interface Placed {
  sessionId: number;
  viewingPointId: number | null;
}

/** A room of the session, one that was taken away, or one that it never had. */
export function roomOf({ viewingPointId }: Placed, session: MarkableSession | undefined): 'there' | 'gone' | 'never' {
  if (!session || viewingPointId === null || session.viewingPointIds.includes(viewingPointId)) return 'there';
  return session.removedPointIds.includes(viewingPointId) ? 'gone' : 'never';
}

/**
 * What a revoked phone hands over is kept as any other phone's, and always looked at by a person. Another reason to look outweighs this one:
 * it says what there is to decide, while that the phone was revoked is kept beside the mark in any case.
 */
export const fromRevokedPhone = (receipt: Receipt): Receipt =>
  'refused' in receipt ? receipt : { review: receipt.review ?? 'deviceRevoked' };

/**
 * A fact is refused only when it cannot be stored: no such session, one that was never this account's, or a room that the session never
 * had. Everything else is kept; `review` names why a person should look at it. Timetable, roster, leave and locks never refuse a field mark.
 */
export function receiptOf(
  session: MarkableSession | undefined,
  reach: Reach,
  fact: Placed,
  rosters: { owner: number; onRoster: boolean } | null,
): Receipt {
  if (!session || reach === 'notYours') return { refused: 'sessionUnknown' };
  const room = roomOf(fact, session);
  if (room === 'never') return { refused: 'markMalformed' };
  if (session.state === 'cancelled') return { review: 'sessionCancelled' };
  if (session.state === 'void') return { review: 'sessionVoid' };
  const owner = session.classes.find((one) => one.id === (rosters?.owner ?? session.leadClassId));
  if (owner && ['closed', 'cancelled', 'void'].includes(owner.state)) return { review: 'classClosed' };
  if (rosters && !rosters.onRoster && owner?.roster === 'closed') return { review: 'offRoster' };
  if (room === 'gone') return { review: 'viewingPointGone' };
  return { review: reach === 'onceYours' ? 'outsidePack' : null };
}
