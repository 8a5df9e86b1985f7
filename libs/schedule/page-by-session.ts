/** Where a fact stands in a list that goes by date, session and id. An empty id: behind everything of the session. */
export interface PlaceInSessions {
  date: string;
  sessionId: number;
  id: string;
}

/** Sessions are read in steps, so that a page needs the memory of a step, whatever the sessions hold. */
const sessionsAStep = 10;
/** After this many sessions a page ends, full or not: a filter that finds little must not keep a request for minutes. */
const sessionsAPage = 200;

/**
 * A page of facts of sessions, by date, session and id, with a constant number of queries a step. A page may be shorter than
 * asked, even empty, while there is a next one.
 */
export async function pageBySession<Fact extends PlaceInSessions>(
  page: { after: PlaceInSessions | null; limit: number },
  sessionsFrom: (after: PlaceInSessions | null, limit: number) => Promise<{ id: number; date: string }[]>,
  factsOf: (sessions: { id: number; date: string }[]) => Promise<Fact[]>,
): Promise<{ items: Fact[]; next: PlaceInSessions | null }> {
  const items: Fact[] = [];
  let after = page.after;
  for (let read = 0; read < sessionsAPage; read += sessionsAStep) {
    const sessions = await sessionsFrom(after, sessionsAStep);
    const begun = after;
    const facts = (await factsOf(sessions)).filter((fact) => fact.sessionId !== begun?.sessionId || fact.id > begun.id);
    items.push(...facts.sort(byPlace));
    if (items.length > page.limit) {
      const shown = items.slice(0, page.limit);
      const { date, sessionId, id } = shown.at(-1)!;
      return { items: shown, next: { date, sessionId, id } };
    }
    const last = sessions.at(-1);
    if (!last || sessions.length < sessionsAStep) return { items, next: null };
    after = { date: last.date, sessionId: last.id, id: '' };
  }
  return { items, next: after };
}

const byPlace = (a: PlaceInSessions, b: PlaceInSessions): number =>
  a.date === b.date ? a.sessionId - b.sessionId || (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1;
