import { type AttendanceStatus, type FoldMark, foldMarks, halfDayOf, type Origin, positiveStatuses, replacesOf, staysOut } from '#contract';
import { type FieldRecord, type MarkRecord, type Trainee } from '../kept/shapes.ts';

/** What the phone shows of one person in one session. */
export interface Standing {
  /** `null`: nothing was recorded. */
  status: AttendanceStatus | null;
  /** The mark that says so. */
  markId?: string;
  /** The roll call that gave it: a correction goes there. */
  slot: number;
  /** The viewing point; the main room where there is none. */
  room?: string;
  /** Several people said different things: a mark made now settles it, and the first tap says what shows. */
  disputed: boolean;
  /** It is kept and does not count until somebody decides. */
  undecided: boolean;
  /** The mark that shows has not left the phone. */
  unsent: boolean;
}

/** A finger's way through what can be said; what the console alone says leads back to its beginning. */
const following: Record<AttendanceStatus, AttendanceStatus> = {
  present: 'late',
  late: 'absent',
  absent: 'onLeave',
  onLeave: 'present',
  leftEarly: 'present',
};
export const nextStatus = (status: AttendanceStatus | null): AttendanceStatus => (status === null ? 'present' : following[status]);
/**
 * What a tap in a room says. Where several people said different things it says what shows, and so settles it: nobody is given a status that
 * none of them said. Who was recorded in another room is first of all here.
 */
export function nextIn(
  room: string | undefined,
  standing: Pick<Standing, 'status' | 'room' | 'disputed'>,
): { status: AttendanceStatus; room?: string } {
  if (standing.disputed && standing.status !== null) return { status: standing.status, room: standing.room };
  return { status: standing.room === room ? nextStatus(standing.status) : 'present', room };
}

/** The server has it, or will. */
export const isStored = ({ state }: FieldRecord): boolean => state !== 'refused' && state !== 'conflict';
/** Whether the phone's own record still speaks beside the pack: what is in the pack is told by the pack. */
export const speaks = (record: FieldRecord): boolean => isStored(record) && !record.inPack;
const isAside = ({ state, code }: FieldRecord): boolean => state === 'review' && staysOut({ code });

/** The pack and the phone's own marks folded together, as the server folds them: over the half-day, or of one roll call. */
export function standingOf(person: Trainee, own: readonly MarkRecord[], call?: number): Standing {
  const isAsked = ({ slot }: { slot: number }): boolean => call === undefined || slot === call;
  const speaking = own.filter((one) => speaks(one) && isAsked(one.mark));
  const live = person.live.filter(isAsked);
  const seen: FoldMark[] = [
    ...live.map((mark) => foldable(person, mark, [])),
    ...speaking.filter((one) => !isAside(one)).map(({ mark }) => foldable(person, mark, mark.replaces ?? [])),
  ];
  const folded = foldMarks(seen);
  const half = halfDayOf(folded);
  const aside = [...person.waiting.filter(isAsked), ...speaking.filter(isAside).map(({ mark }) => mark)].at(-1);
  const unsent = speaking.findLast((one) => one.state === 'waiting');
  const told = half ? [...live, ...speaking.map(({ mark }) => mark)].find(({ id }) => id === half.markId) : aside;
  return {
    status: half?.status ?? (aside?.status as AttendanceStatus | undefined) ?? null,
    ...(told && { markId: told.id }),
    slot: half?.slot ?? aside?.slot ?? call ?? 1,
    ...(told?.viewingPointId !== undefined && { room: told.viewingPointId }),
    disputed: folded.some((place) => place.disputed),
    undecided: !half && aside !== undefined,
    unsent: unsent !== undefined,
  };
}

const foldable = (
  { personId }: Trainee,
  { id, slot, status, origin = 'field' }: { id: string; slot: number; status: string; origin?: Origin },
  replaces: readonly string[],
): FoldMark => ({ id, slot, personId, status: status as AttendanceStatus, origin, replaces });

/** What a new mark of this roll call takes the place of; of the phone's own all that the server may have, in the pack or not. */
export const replacesIn = (person: Trainee, own: readonly MarkRecord[], slot: number): string[] => {
  const there = (marks: readonly { id: string; slot: number }[]): string[] =>
    marks.filter((mark) => mark.slot === slot).map(({ id }) => id);
  return replacesOf({ live: there(person.live), waiting: there(person.waiting), own: there(own.filter(isStored).map(({ mark }) => mark)) });
};

export type Tally = Record<AttendanceStatus | 'unmarked', number>;

export function tallyOf(statuses: Iterable<AttendanceStatus | null>): Tally {
  const tally: Tally = { present: 0, late: 0, leftEarly: 0, onLeave: 0, absent: 0, unmarked: 0 };
  for (const status of statuses) tally[status ?? 'unmarked'] += 1;
  return tally;
}

/** How many came, whether in time or for part of it. */
export const cameOf = (tally: Tally): number => positiveStatuses.reduce((sum, status) => sum + tally[status], 0);
