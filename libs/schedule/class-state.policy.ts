import { type ClassState, classStates } from '#contract';

/** Which change of state is allowed. Closed is final but for a class found to be void; cancelled and void stay. */
export const classTransitions: Record<ClassState, readonly ClassState[]> = {
  draft: ['published', 'cancelled'],
  published: ['draft', 'running', 'cancelled'],
  running: ['closed', 'cancelled', 'void'],
  closed: ['void'],
  cancelled: [],
  void: [],
};

/** Nothing is taught or changed in it any more. */
export const hasEnded = (state: ClassState): boolean => classTransitions[state].every((next) => next === 'void');

/** Neither void nor cancelled: only such a class counts anything. */
export const standsAs = (state: ClassState): boolean => state !== 'void' && state !== 'cancelled';

export const mayBecome = (from: ClassState, to: ClassState): boolean => classTransitions[from].includes(to);

/** Every state can be reached from a draft. Checked when the program starts. @throws Error */
export function checkTransitions(table: Record<string, readonly string[]>, states: readonly string[], first: string): void {
  const reached = new Set([first]);
  for (const state of reached) for (const next of table[state] ?? []) reached.add(next);
  const lost = states.filter((state) => !reached.has(state));
  if (lost.length > 0) throw new Error(`states that nothing leads to: ${lost.join(', ')}`);
}
checkTransitions(classTransitions, classStates, 'draft');
