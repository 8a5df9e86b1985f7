import { isPositive, type MarkEvent, rollCallLimit } from '#contract';
import { type KeptSession, type MarkRecord, type Where } from '../kept/shapes.ts';
import { speaks } from './standing.policy.ts';

export interface RollCall {
  slot: number;
  /** The stop of the route, where it is one. */
  stop: string | null;
  /** When somebody was first marked at the stop, ISO 8601. */
  arrivedAt: string | null;
}

type Known = Pick<KeptSession, 'checkpoints' | 'roster' | 'walkIns'>;

/**
 * The roll calls of a half-day: one at each stop of its route, in the order of the route, else as many as were called; the chosen one is
 * among them. Somebody whom one of them saw has attended, and is counted once. `behind`: by how many milliseconds this phone's clock is.
 */
export function rollCallsOf(
  { checkpoints, roster, walkIns }: Known,
  own: Iterable<MarkRecord>,
  { chosen, behind }: { chosen: number; behind: number },
): RollCall[] {
  const records = [...own];
  const marks = records.filter(speaks).map(({ mark }) => mark);
  let last = Math.max(chosen, checkpoints.length, 1);
  for (const { live, waiting } of [...roster, ...walkIns]) for (const { slot } of [...live, ...waiting]) last = Math.max(last, slot);
  for (const { mark } of records) last = Math.max(last, mark.slot);
  const many = Math.min(last, rollCallLimit);
  return Array.from({ length: many }, (_, i) => {
    const stop = checkpoints[i];
    return { slot: i + 1, stop: stop?.name || null, arrivedAt: stop ? firstOf(stop.arrivedAt, marks, { slot: i + 1, behind }) : null };
  });
}

/** What the county knows, or what is on this phone alone: whichever was first. */
function firstOf(told: string | null | undefined, marks: readonly MarkEvent[], { slot, behind }: { slot: number; behind: number }) {
  const gone = new Set(marks.flatMap(({ replaces }) => replaces ?? []));
  const there = marks.filter((mark) => mark.slot === slot && isPositive(mark.status) && !gone.has(mark.id));
  const times = there.map(({ at }) => Date.parse(at) + behind);
  if (told) times.push(Date.parse(told));
  return times.length === 0 ? null : new Date(Math.min(...times)).toISOString();
}

/** What was chosen last, as far as the session still has it. */
export const whereIn = ({ viewingPoints }: Pick<KeptSession, 'viewingPoints'>, remembered: Where | undefined): Where => ({
  slot: remembered?.slot ?? 1,
  ...(viewingPoints.some(({ id }) => id === remembered?.room) && { room: remembered!.room }),
});
