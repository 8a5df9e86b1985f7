/** Where a fact stands in a list that goes by date, session and id. An empty id: behind everything of the session. */
export interface PlaceInSessions {
  date: string;
  sessionId: number;
  id: string;
}

/** Facts are read in steps of so many sessions: a page needs the memory of a step, whatever the sessions hold. */
const sessionsAStep = 10;
/** After this many sessions a page ends, full or not: a filter that finds little must not keep a request for minutes. */
const sessionsAPage = 200;

/**
 * A page of facts of sessions, by date, session and id: one query for the sessions, a constant number for the facts of each
 * step. A page may be shorter than asked, even empty, while there is a next one.
 */
export async function pageBySession<Fact extends PlaceInSessions>(
  { after, limit }: { after: PlaceInSessions | null; limit: number },
  sessionsFrom: (after: PlaceInSessions | null, limit: number) => Promise<{ id: number; date: string }[]>,
  factsOf: (sessions: { id: number; date: string }[]) => Promise<Fact[]>,
): Promise<{ items: Fact[]; next: PlaceInSessions | null }> {
  const sessions = await sessionsFrom(after, sessionsAPage);
  const items: Fact[] = [];
  for (let read = 0; read < sessions.length; read += sessionsAStep) {
    const facts = await factsOf(sessions.slice(read, read + sessionsAStep));
    items.push(...facts.filter((fact) => fact.sessionId !== after?.sessionId || fact.id > after.id).sort(byPlace));
    if (items.length <= limit) continue;
    const shown = items.slice(0, limit);
    const { date, sessionId, id } = shown.at(-1)!;
    return { items: shown, next: { date, sessionId, id } };
  }
  const last = sessions.at(-1);
  return { items, next: last && sessions.length === sessionsAPage ? { date: last.date, sessionId: last.id, id: '' } : null };
}

const byPlace = (a: PlaceInSessions, b: PlaceInSessions): number =>
  a.date === b.date ? a.sessionId - b.sessionId || (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1;
