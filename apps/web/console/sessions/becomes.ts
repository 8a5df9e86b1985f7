import { type SessionState } from '#contract';
import { api, byId, ifMatch, once, told } from '../../api/client.ts';
import { type SessionOf } from './questions.ts';

/** Moves a session to another state. */
export const becomes = (
  session: SessionOf,
  to: SessionState,
  { key = once(), reason }: { key?: ReturnType<typeof once>; reason?: string } = {},
) =>
  told(
    api.POST('/v1/sessions/{id}/state', {
      params: { path: byId(session.id), header: ifMatch(session.version) },
      headers: key,
      body: { to, ...(reason && { reason }) },
    }),
  );
