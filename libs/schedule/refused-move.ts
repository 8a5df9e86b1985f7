import { type ClassState } from '#contract';
import { type Db } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { heldIn } from './session-evidence.repository.js';
import { type SessionRepository } from './session.repository.js';

/**
 * Why a class may not make a move that its state allows: calling off what took place would take it out of the figures for good, and
 * without a session there is nothing to start. `null` when nothing stands against it.
 */
export async function refusedMove(
  db: Db,
  sessions: SessionRepository,
  { id, to }: { id: number; to: ClassState },
): Promise<Refusal | null> {
  if (to === 'cancelled') {
    const held = await heldIn(db, id);
    if (held > 0) return new Refusal('classHeld', { sessions: held });
  }
  if (to === 'running' && (await sessions.countOf(db, id)) === 0) return new Refusal('classNeedsSession');
  return null;
}
