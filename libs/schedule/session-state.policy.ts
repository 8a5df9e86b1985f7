import { type SessionState, sessionStates } from '#contract';
import { checkTransitions } from './class-state.policy.js';

/** A cancelled session may be put back (the rain stopped); a void one stays void: its sheet was found to be false. */
export const sessionTransitions: Record<SessionState, readonly SessionState[]> = {
  scheduled: ['cancelled', 'void'],
  cancelled: ['scheduled', 'void'],
  void: [],
};
checkTransitions(sessionTransitions, sessionStates, 'scheduled');
