import { keepChosen } from './kept/chosen.ts';
import { type KeptSession, type Where } from './kept/shapes.ts';
import { whereIn } from './rules/roll-calls.policy.ts';
import { phone, usePhone } from './use-phone.ts';

/** Shown at once: it is comfort, and what was marked stands in the records. A full phone forgets it when it is closed. */
export function choose(sessionId: string, where: Where): void {
  const others = phone.state.standing().chosen.filter((one) => one.sessionId !== sessionId);
  phone.state.set({ chosen: [...others, { sessionId, where }] });
  void keepChosen(sessionId, where).catch(() => undefined);
}

/** Where marks of the session go. */
export const useWhere = (session: KeptSession): Where =>
  whereIn(
    session,
    usePhone(({ chosen }) => chosen.find((one) => one.sessionId === session.id)?.where),
  );
