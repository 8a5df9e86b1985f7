import { type AttendedClass, type SessionMark, type AttendedSession } from './attended.js';

export type WaitingReason = 'sessionCancelled' | 'sessionVoid' | 'offRoster' | 'classClosed' | 'rejected';

/**
 * Rule 10: facts for cancelled or void sessions, for people off a closed roster and for classes already closed stay out until
 * somebody decides. Late facts do not wait. `null`: the mark takes part.
 */
export function waitsFor(
  mark: SessionMark,
  session: Pick<AttendedSession, 'state'>,
  owner: AttendedClass | undefined,
): WaitingReason | null {
  if (mark.decision === 'reject') return 'rejected';
  if (session.state === 'cancelled') return 'sessionCancelled';
  if (session.state === 'void') return 'sessionVoid';
  if (mark.decision !== null || !owner) return null;
  if (owner.closedAt !== null && mark.receivedAt > owner.closedAt) return 'classClosed';
  if (mark.personId !== null && owner.rosterKind === 'closed' && !owner.roster.has(mark.personId)) return 'offRoster';
  return null;
}
