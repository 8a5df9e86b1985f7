import { byStrength } from './fold-marks.js';
import { liveSet, type Replacing } from './live-set.js';
import { type HeadCountMethod, type HeadCountMode, type Origin } from './words.js';

/** A head count as the fold sees it: of one session and one place in it. */
export interface FoldHeadCount extends Replacing {
  mode: HeadCountMode;
  count: number;
  method: HeadCountMethod;
  origin: Origin;
}

export interface FoldedHeadCount {
  count: number;
  estimated: boolean;
  /** Several live counts claim to be the whole and differ: somebody has to settle it. */
  disputed: boolean;
  live: string[];
}

/**
 * How many stood there, out of the counts of one session and place: live additions sum up, live replacements outweigh them,
 * several different replacements are a dispute, provisionally decided as marks are. `null` when nothing was counted.
 * Give it the verified counts for the number in force; an unverified one supersedes nothing.
 */
export function foldHeadCounts(counts: readonly FoldHeadCount[]): FoldedHeadCount | null {
  const live = liveSet([...new Map(counts.map((one) => [one.id, one])).values()]);
  if (live.length === 0) return null;
  const ids = live.map((one) => one.id).sort();
  const whole = live.filter((one) => one.mode === 'replace').sort(byStrength);
  const strongest = whole[0];
  if (strongest) {
    return {
      count: strongest.count,
      estimated: strongest.method === 'estimated',
      disputed: whole.some((one) => one.count !== strongest.count),
      live: ids,
    };
  }
  return {
    count: live.reduce((sum, one) => sum + one.count, 0),
    estimated: live.some((one) => one.method === 'estimated'),
    disputed: false,
    live: ids,
  };
}
