import { type AttendanceStatus, attendanceStatuses, halfDayOf, isPositive, replacesOf } from '#contract';
import { type Shown } from '../../api/client.ts';
import { type Unsent } from './mark-queue.ts';

export type Grid = Shown<'GridView'>;
export type GridSession = Shown<'GridSessionView'>;
export type GridPerson = Shown<'GridPersonView'>;
export type GridCell = Omit<Shown<'GridCellView'>, 'status'> & { status: AttendanceStatus };

/** Keys 1–5 in this order, on the grid and on paper. */
export const statusOfKey = (key: string): AttendanceStatus | undefined =>
  /^[1-5]$/.test(key) ? attendanceStatuses[Number(key) - 1] : undefined;

/** What a half-day's cell shows of one person. */
export interface Half {
  /** `null`: nothing was recorded. */
  status: AttendanceStatus | null;
  /** The roll call that gave it: a correction goes there. */
  slot: number;
  calls: number;
  disputed: boolean;
  /** A mark of theirs waits for a decision and does not count yet. */
  waiting: AttendanceStatus | null;
  /** What is unusual about the mark that decided. */
  hint: 'assisted' | 'import' | 'late' | null;
  sending: Unsent | null;
  refused: Unsent | null;
}

const cellsOf = (person: GridPerson, sessionId: string): readonly GridCell[] => (person.cells[sessionId] ?? []) as readonly GridCell[];

/** The half-day over all its roll calls. What is on its way to the server stands over what the server said. */
export function halfOf(person: GridPerson, sessionId: string, unsent: readonly Unsent[]): Half {
  const own = unsent.filter((one) => one.mark.sessionId === sessionId);
  const onWay = own.filter((one) => one.state !== 'refused');
  const calls = new Map(cellsOf(person, sessionId).map((cell) => [cell.slot, cell]));
  for (const { mark } of onWay) calls.set(mark.slot, { ...emptyCell(mark.slot), status: mark.status, method: mark.method });
  const decided = halfDayOf(calls.values());
  const waiting = person.waiting[sessionId] ?? [];
  return {
    status: decided?.status ?? null,
    slot: decided?.slot ?? 1,
    calls: calls.size,
    disputed: [...calls.values()].some((cell) => cell.disputed),
    waiting: onWay.length === 0 ? ((waiting.at(-1)?.status as AttendanceStatus | undefined) ?? null) : null,
    hint: decided ? hintOf(decided) : null,
    sending: onWay.at(-1) ?? null,
    refused: onWay.length === 0 ? (own.at(-1) ?? null) : null,
  };
}

/** The status of a half alone: asked for every cell of the grid at once, where nearly all have one call and nothing unsent. */
export function statusOf(person: GridPerson, sessionId: string, unsent: readonly Unsent[]): AttendanceStatus | null {
  const cells = cellsOf(person, sessionId);
  return unsent.length === 0 && cells.length <= 1 ? (cells[0]?.status ?? null) : halfOf(person, sessionId, unsent).status;
}

const emptyCell = (slot: number): GridCell => ({
  slot,
  status: 'present',
  disputed: false,
  live: [],
  method: 'roll',
  origin: 'console',
  late: false,
  viewingPointId: null,
});

function hintOf(cell: GridCell): Half['hint'] {
  if (cell.method === 'assisted') return 'assisted';
  if (cell.method === 'import') return 'import';
  return cell.late ? 'late' : null;
}

/** What a new mark of a cell takes the place of, and where it belongs. */
export function seenIn(
  person: GridPerson,
  sessionId: string,
  slot: number,
  unsent: readonly Unsent[],
): { replaces: string[]; viewingPointId?: string } {
  const cell = cellsOf(person, sessionId).find((one) => one.slot === slot);
  const waiting = (person.waiting[sessionId] ?? []).filter((one) => one.slot === slot).map((one) => one.id);
  const own = unsent
    .filter((one) => one.mark.sessionId === sessionId && one.mark.slot === slot && one.state !== 'refused')
    .map((one) => one.mark.id);
  const replaces = replacesOf({ live: cell?.live ?? [], waiting, own });
  // The room in which somebody signed is theirs whatever is corrected about them.
  return { replaces, ...(cell?.viewingPointId && { viewingPointId: cell.viewingPointId }) };
}

/**
 * The grid once the server has taken a mark: what a fold of all marks gives when nobody else marked meanwhile. Where somebody did, it
 * is wrong until the server is asked again: it only bridges the moment until then.
 */
export function taken(grid: Grid, unsent: Unsent, waits: boolean): Grid {
  const { mark } = unsent;
  const session = grid.sessions.find((one) => one.id === mark.sessionId);
  if (!session || mark.personId === undefined) return grid;
  const without = <T extends { slot: number }>(list: readonly T[] | undefined): T[] => (list ?? []).filter((one) => one.slot !== mark.slot);
  const put = (person: GridPerson): GridPerson => {
    const cells = person.cells[mark.sessionId];
    const waiting = without(person.waiting[mark.sessionId]);
    if (waits)
      return {
        ...person,
        waiting: { ...person.waiting, [mark.sessionId]: [...waiting, { id: mark.id, slot: mark.slot, status: mark.status }] },
      };
    const cell = {
      ...emptyCell(mark.slot),
      status: mark.status,
      live: [mark.id],
      method: mark.method,
      late: session.lateToday,
      viewingPointId: mark.viewingPointId ?? null,
    };
    return {
      ...person,
      cells: { ...person.cells, [mark.sessionId]: [...without(cells), cell].sort((a, b) => a.slot - b.slot) },
      waiting: { ...person.waiting, [mark.sessionId]: waiting },
    };
  };
  return { ...grid, people: grid.people.map((person) => (person.personId === mark.personId ? put(person) : person)) };
}

export interface Tally {
  came: number;
  marked: number;
  all: number;
}

const counted = (statuses: Iterable<AttendanceStatus | null>): Tally => {
  const tally = { came: 0, marked: 0, all: 0 };
  for (const status of statuses) {
    tally.all += 1;
    if (status !== null) tally.marked += 1;
    if (status !== null && isPositive(status)) tally.came += 1;
  }
  return tally;
};

/** A person over the half-days that have come and were neither cancelled nor void. */
export const tallyOfRow = (person: GridPerson, due: readonly GridSession[], unsent: readonly Unsent[]): Tally =>
  counted(due.map((session) => statusOf(person, session.id, unsent)));

export const tallyOfColumn = (people: readonly GridPerson[], sessionId: string, unsentOf: (personId: string) => readonly Unsent[]): Tally =>
  counted(people.map((person) => statusOf(person, sessionId, unsentOf(person.personId))));
