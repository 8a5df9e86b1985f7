import { type Scope } from '#access';
import { type Db } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { demandOpenSession } from './reference-check.js';
import { type SessionRepository, type SessionRow } from './session.repository.js';

/**
 * A room of a session that may still be changed, and by this scope. Rooms are part of their session: `version` is the session's,
 * which is locked. @throws Refusal notFound, versionMismatch, forbidden, classFinished, sessionNotOpen
 */
export async function demandOpenPoint(
  db: Db,
  sessions: SessionRepository,
  scope: Scope,
  { sessionId, pointId, version }: { sessionId: number; pointId: number; version: number },
): Promise<{ session: SessionRow; point: SessionRow['viewingPoints'][number] }> {
  const session = required(await sessions.find(db, scope, sessionId, true), 'notFound');
  const point = required(session.viewingPoints.find((one) => one.id === pointId) ?? null, 'notFound');
  if (session.version !== version) throw new Refusal('versionMismatch', { version: session.version });
  await demandOpenSession(db, scope, session);
  if (session.state !== 'scheduled') throw new Refusal('sessionNotOpen', { state: session.state });
  return { session, point };
}
