import { type FoldedHeadCount, type FoldHeadCount, foldHeadCounts, type HeadCountEvent, type HeadCountMode, replacesOf } from '#contract';
import { type HeadCountRecord, type KeptSession } from '../kept/shapes.ts';
import { isStored, speaks } from './standing.policy.ts';

/** A count that stands, as the phone shows it. */
export interface StandingCount extends FoldHeadCount {
  countedBy: string;
  verified: boolean;
  /** The phone's own, where it still tells of it. */
  own?: HeadCountRecord;
}

export interface Heads {
  folded: FoldedHeadCount | null;
  standing: StandingCount[];
  /** Somebody has given a whole: a part that is added to it would change nothing. */
  hasWhole: boolean;
}

type Told = Pick<KeptSession, 'headCounts'>;
const inRoom =
  (room: string | undefined) =>
  (one: { viewingPointId?: string }): boolean =>
    one.viewingPointId === room;

/** How many stand in one room: the pack and the phone's own counts folded together, as the county folds them. */
export function headsIn({ headCounts }: Told, own: readonly HeadCountRecord[], room: string | undefined): Heads {
  const counts: StandingCount[] = [
    ...headCounts
      .filter((one) => !one.replaced && inRoom(room)(one))
      .map((one): StandingCount => ({ ...one, origin: one.origin ?? 'field', replaces: [] })),
    ...own
      .filter((one) => speaks(one) && inRoom(room)(one.mark))
      .map((one): StandingCount => ({ ...one.mark, replaces: one.mark.replaces ?? [], origin: 'field', verified: false, own: one })),
  ];
  const folded = foldHeadCounts(counts);
  const live = new Set(folded?.live);
  const standing = counts.filter(({ id }) => live.has(id));
  return { folded, standing, hasWhole: standing.some(({ mode }) => mode === 'replace') };
}

/** A whole takes the place of all that was seen, and of all that this phone has said of the room; a part of nothing. */
export function headsReplaced(
  mode: HeadCountMode,
  { headCounts }: Told,
  own: readonly HeadCountRecord[],
  room: string | undefined,
): NonNullable<HeadCountEvent['replaces']> {
  if (mode === 'add') return [];
  return replacesOf({
    live: headCounts.filter(inRoom(room)).map(({ id }) => id),
    waiting: [],
    own: own.filter((one) => isStored(one) && inRoom(room)(one.mark)).map(({ mark }) => mark.id),
  });
}

/** Over all rooms; `null` where nobody has counted. */
export function headsEverywhere(session: Told & Pick<KeptSession, 'viewingPoints'>, own: readonly HeadCountRecord[]): number | null {
  const rooms = [undefined, ...session.viewingPoints.map(({ id }) => id)];
  const counts = rooms.flatMap((room) => headsIn(session, own, room).folded?.count ?? []);
  return counts.length === 0 ? null : counts.reduce((sum, one) => sum + one, 0);
}
