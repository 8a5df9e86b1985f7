import { Problem, problemOf } from '../api/problem.ts';
import { type Shown } from '../api/client.ts';

export type Entry = Shown<'HallEntryView'>;
export type Seen = { sessionId: string; code: string; slot?: number; viewingPointId?: string } | { digits: string };

/** @throws Problem what the county refused; `offline` where nobody answered */
async function ask<T>(path: string, body: object): Promise<T> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  const sent = { method: 'POST', headers, body: JSON.stringify(body), credentials: 'omit' as const };
  const response = await fetch(path, sent).catch(() => null);
  if (!response) throw new Problem('offline', 0);
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}

export const enter = (seen: Seen): Promise<Entry> => ask('/v1/here/tickets', seen);
export const sign = (said: { ticket: string; name: string; last4: string }): Promise<{ already: boolean }> => ask('/v1/here/marks', said);
