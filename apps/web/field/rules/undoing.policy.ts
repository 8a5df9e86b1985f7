import { type MarkEvent } from '#contract';
import { type MarkRecord } from '../kept/shapes.ts';
import { isStored, type Standing } from './standing.policy.ts';

/**
 * Whether a mark that has left is still all that is said of its person: it shows, nobody says otherwise, and what is said in its place takes the
 * place of nobody else's. What others said meanwhile, or the console decided, is overridden by no undoing.
 */
export function isLastWord(
  { id, replaces = [] }: Pick<MarkEvent, 'id' | 'replaces'>,
  { markId, disputed }: Pick<Standing, 'markId' | 'disputed'>,
  wouldReplace: readonly string[],
): boolean {
  const seen = new Set([id, ...replaces]);
  return markId === id && !disputed && wouldReplace.every((one) => seen.has(one));
}

/**
 * The mark that stood there before, to be said again as it was: how, why, and who stood by. `null` where this phone does not know it whole: it was
 * nobody's, another's, one of several that differed, or its words have been forgotten since.
 */
export function saidBefore(
  { markId, disputed, undecided }: Pick<Standing, 'markId' | 'disputed' | 'undecided'>,
  record: MarkRecord | undefined,
  by: string,
): Pick<MarkEvent, 'status' | 'viewingPointId' | 'method' | 'reason' | 'witness'> | null {
  if (!record || record.mark.id !== markId || record.by !== by || !isStored(record) || disputed || undecided) return null;
  const { status, viewingPointId, method, reason, witness } = record.mark;
  if (method === 'assisted' && !(reason && witness)) return null;
  return {
    status,
    method,
    ...(viewingPointId !== undefined && { viewingPointId }),
    ...(reason !== undefined && { reason }),
    ...(witness !== undefined && { witness }),
  };
}
