/**
 * A file is checked before anything is written, applied on demand, and undone whole. What could not be undone stays applied;
 * a large file whose application broke off half-way has failed and can be undone, and so can one that was called off half-way. A file
 * whose header was not found is checked again once somebody has said where it stands, and so is one that was read otherwise than it is meant,
 * or was called off before anything was written. Undoing that is called off leaves all as it was: applied, or called off half-way.
 */
export const importTransitions = {
  checking: ['checked', 'failed', 'cancelled'],
  checked: ['applying', 'checking'],
  applying: ['applied', 'failed', 'cancelled'],
  applied: ['reverting'],
  reverting: ['reverted', 'applied', 'failed', 'cancelled'],
  reverted: [],
  failed: ['reverting', 'checking'],
  cancelled: ['reverting', 'checking'],
} as const satisfies Record<string, readonly string[]>;

export type ImportState = keyof typeof importTransitions;
export const importStates = Object.keys(importTransitions) as ImportState[];

export const mayBecome = (from: ImportState, to: ImportState): boolean => (importTransitions[from] as readonly ImportState[]).includes(to);

/** Every state can be reached from the first. Checked when the program starts. @throws Error */
function checkReachable(): void {
  const reached = new Set<ImportState>(['checking']);
  for (const state of reached) for (const next of importTransitions[state]) reached.add(next);
  const lost = importStates.filter((state) => !reached.has(state));
  if (lost.length > 0) throw new Error(`import states that nothing leads to: ${lost.join(', ')}`);
}
checkReachable();
