import { keep, keepsake, write } from './database.ts';
import { type Where } from './shapes.ts';

const sessionsKept = 30;

/** Keeps which roll call and which room of a session was chosen last: a battery that dies at the second stop comes back there. */
export const keepChosen = (sessionId: string, where: Where): Promise<void> =>
  write(async (transaction) => {
    const others = ((await keepsake(transaction, 'chosen')) ?? []).filter((one) => one.sessionId !== sessionId);
    await keep(transaction, 'chosen', [...others, { sessionId, where }].slice(-sessionsKept));
  });
