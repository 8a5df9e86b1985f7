import { Problem, problemOf } from '../api/problem.ts';
import { type Shown } from '../api/client.ts';

export type Entry = Shown<'HallEntryView'>;
export type Seen = { sessionId: string; code: string; slot?: number; viewingPointId?: string } | { digits: string };

/** In a full hall the network may answer nobody: whoever waited so long presses again, which counts nobody twice. */
const patienceMs = 15_000;

/** @throws Problem what the county refused; `offline` where nobody answered, or not in time */
async function ask<T>(path: string, body: object): Promise<T> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), patienceMs);
  const sent = { method: 'POST', headers, body: JSON.stringify(body), credentials: 'omit' as const, signal: giveUp.signal };
  try {
    const response = await fetch(path, sent);
    if (!response.ok) throw await problemOf(response);
    return (await response.json()) as T;
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('offline', 0);
  } finally {
    clearTimeout(timer);
  }
}

export const enter = (seen: Seen): Promise<Entry> => ask('/v1/here/tickets', seen);
export const sign = (said: { ticket: string; name: string; last4: string }): Promise<{ already: boolean }> => ask('/v1/here/marks', said);
