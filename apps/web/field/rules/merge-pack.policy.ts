import { type KeptSession, type Pack } from '../kept/shapes.ts';

/** What a pack changes on the phone. Marks are not touched by it. */
export interface Merge {
  put: KeptSession[];
  remove: string[];
}

/**
 * A session that came is as it came. One that is served no more goes, unless marks of it have not left the phone: then it is hidden, and
 * goes with the first pack after they have left. `whole`: asked for without a cursor, so what is not in it is served no more.
 */
export function mergePack(
  kept: readonly KeptSession[],
  pack: Pick<Pack, 'sessions' | 'removed'>,
  { whole, holdsWaiting }: { whole: boolean; holdsWaiting: (sessionId: string) => boolean },
): Merge {
  const came = new Set(pack.sessions.map(({ id }) => id));
  const gone = new Set(pack.removed);
  const merge: Merge = { put: pack.sessions.map((session) => ({ ...session, hidden: false })), remove: [] };
  for (const session of kept) {
    if (came.has(session.id) || !(whole || session.hidden || gone.has(session.id))) continue;
    if (!holdsWaiting(session.id)) merge.remove.push(session.id);
    else if (!session.hidden) merge.put.push({ ...session, hidden: true });
  }
  return merge;
}
