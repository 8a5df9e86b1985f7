import { liveSet, type Replacing } from './live-set.js';
import { type AttendanceStatus, type Origin, origins } from './words.js';

/** Present, late and left early are attendance; on leave and absent are not (counting rule 1). */
export const positiveStatuses: readonly AttendanceStatus[] = ['present', 'late', 'leftEarly'];
export const isPositive = (status: AttendanceStatus): boolean => positiveStatuses.includes(status);

/** A mark as the fold sees it: of one session, with its canonical person. */
export interface FoldMark extends Replacing {
  slot: number;
  personId: string;
  status: AttendanceStatus;
  origin: Origin;
  /** Made of somebody on no list, whoever that turned out to be. */
  walkIn?: boolean;
}

/** A mark takes the place of marks of the same person, and of a stranger who was listed after all, or the other way round. */
const sameTrainee = (by: FoldMark, other: FoldMark): boolean => by.personId === other.personId || Boolean(by.walkIn || other.walkIn);

export interface FoldedAttendance {
  slot: number;
  personId: string;
  status: AttendanceStatus;
  /** Several live marks say different things: somebody has to settle it; `status` is provisional until then. */
  disputed: boolean;
  /** The mark that decided. */
  markId: string;
  live: { id: string; status: AttendanceStatus }[];
}

/**
 * The attendance of one session, out of its marks. Clocks and order of arrival play no part: any permutation and any
 * duplication of the same marks gives the same answer, sorted by slot and person. Marks made while two records were taken for
 * one person part with them: each stays with the record it came with.
 */
export function foldMarks(marks: readonly FoldMark[]): FoldedAttendance[] {
  const unique = [...new Map(marks.map((mark) => [mark.id, mark])).values()];
  const places = new Map<string, FoldMark[]>();
  for (const mark of liveSet(unique, sameTrainee)) {
    const key = `${mark.slot}/${mark.personId}`;
    const place = places.get(key);
    if (place) place.push(mark);
    else places.set(key, [mark]);
  }
  return [...places.values()].map(decide).sort((a, b) => a.slot - b.slot || compareIds(a.personId, b.personId));
}

function decide(live: FoldMark[]): FoldedAttendance {
  const [only] = live;
  if (only && live.length === 1) {
    const { slot, personId, status, id } = only;
    return { slot, personId, status, disputed: false, markId: id, live: [{ id, status }] };
  }
  const ordered = [...live].sort(byStrength);
  const strongest = ordered[0]!;
  return {
    slot: strongest.slot,
    personId: strongest.personId,
    status: strongest.status,
    disputed: ordered.some((mark) => mark.status !== strongest.status),
    markId: strongest.id,
    live: ordered.map(({ id, status }) => ({ id, status })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** Console before field before self before import, then the greater id. */
export const byStrength = (a: { origin: Origin; id: string }, b: { origin: Origin; id: string }): number =>
  origins.indexOf(b.origin) - origins.indexOf(a.origin) || (a.id < b.id ? 1 : -1);

/** Ids are numbers written as text: the lower number first. */
const compareIds = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
