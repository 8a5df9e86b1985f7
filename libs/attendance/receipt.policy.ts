import { type RefusalCode } from '#contract';
import { type MarkableSession } from './attendance.repository.js';

/** How an account stands to a session. */
export type Reach = 'yours' | 'onceYours' | 'notYours';

/**
 * A fact is refused only when it cannot be stored: no such session, or one that was never this account's. Everything else is
 * kept; `review` names why a person should look at it. Timetable, roster, leave and locks never refuse a field mark.
 */
export function receiptOf(
  session: MarkableSession | undefined,
  reach: Reach,
  rosters: { owner: number; onRoster: boolean } | null,
): { refused: RefusalCode } | { review: RefusalCode | null } {
  if (!session || reach === 'notYours') return { refused: 'sessionUnknown' };
  if (session.state === 'cancelled') return { review: 'sessionCancelled' };
  if (session.state === 'void') return { review: 'sessionVoid' };
  const owner = session.classes.find((one) => one.id === (rosters?.owner ?? session.leadClassId));
  if (owner && ['closed', 'cancelled', 'void'].includes(owner.state)) return { review: 'classClosed' };
  if (rosters && !rosters.onRoster && owner?.roster === 'closed') return { review: 'offRoster' };
  return { review: reach === 'onceYours' ? 'outsidePack' : null };
}
