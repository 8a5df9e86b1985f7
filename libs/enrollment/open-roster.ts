import { type Scope } from '#access';
import { type Db } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { type ClassRepository, type ClassRow, demandManaged, hasEnded } from '#schedule';

/**
 * The class, locked, when its roster may still be rewritten, and by this scope: who supports it or sits in reads it.
 * @throws Refusal notFound, forbidden, classFinished
 */
export async function demandOpenRoster(db: Db, classes: ClassRepository, scope: Scope, classId: number): Promise<ClassRow> {
  const owner = required(await classes.find(db, scope, classId, true), 'notFound');
  await demandManaged(db, scope, [owner.id]);
  if (hasEnded(owner.state)) throw new Refusal('classFinished', { state: owner.state });
  return owner;
}
