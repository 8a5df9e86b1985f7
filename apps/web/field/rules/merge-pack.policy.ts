import { packReach } from '#contract';
import { dayAt } from '../clock.ts';
import { type Keepsakes, type KeptSession, type Pack } from '../kept/shapes.ts';

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

const day = 86_400_000;

/**
 * Sessions so long past that no pack holds them, where the county is not heard. The phone's clock may say anything: it may have been wrong
 * when the last pack came, be put right since, or be set wrong. So what was today's or still to come when the county was last heard stays
 * until it is heard again; only what was past by then goes, once the clock says that its week is over.
 */
export function longPast(kept: readonly Pick<KeptSession, 'id' | 'date'>[], served: Keepsakes['served'] | null, now: Date): string[] {
  if (!served) return [];
  const heard = Date.parse(served.at) + served.behind;
  const first = dayAt(new Date(Math.min(heard, now.getTime() + served.behind - packReach.back * day)));
  return kept.filter(({ date }) => date < first).map(({ id }) => id);
}
