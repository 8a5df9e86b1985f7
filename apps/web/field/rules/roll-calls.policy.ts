import { rollCallLimit } from '#contract';
import { type KeptSession, type MarkRecord, type Where } from '../kept/shapes.ts';

export interface RollCall {
  slot: number;
  /** The stop of the route, where it is one. */
  stop: string | null;
}

/**
 * The roll calls of a half-day: one at each stop of its route, in the order of the route, else as many as were called; the chosen one is
 * among them. Somebody whom one of them saw has attended, and is counted once.
 */
export function rollCallsOf(
  { checkpoints, roster, walkIns }: Pick<KeptSession, 'checkpoints' | 'roster' | 'walkIns'>,
  own: Iterable<Pick<MarkRecord, 'mark'>>,
  chosen: number,
): RollCall[] {
  let last = Math.max(chosen, checkpoints.length, 1);
  for (const { live, waiting } of [...roster, ...walkIns]) for (const { slot } of [...live, ...waiting]) last = Math.max(last, slot);
  for (const { mark } of own) last = Math.max(last, mark.slot);
  const many = Math.min(last, rollCallLimit);
  return Array.from({ length: many }, (_, i) => ({ slot: i + 1, stop: checkpoints[i]?.name || null }));
}

/** What was chosen last, as far as the session still has it. */
export const whereIn = ({ viewingPoints }: Pick<KeptSession, 'viewingPoints'>, remembered: Where | undefined): Where => ({
  slot: remembered?.slot ?? 1,
  ...(viewingPoints.some(({ id }) => id === remembered?.room) && { room: remembered!.room }),
});
