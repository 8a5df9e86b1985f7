import { type AttendanceStatus } from '#contract';
import { type Shown } from '../../api/client.ts';

type Mark = Pick<Shown<'MarkView'>, 'id' | 'sessionId' | 'slot' | 'personId'>;

export interface Dispute<M extends Mark = Shown<'MarkView'>> {
  key: string;
  marks: M[];
}

/**
 * Marks that disagree, by session, roll call and person. While more pages follow, the last session is held back, were it the only
 * one: some of what it disagrees about may not be here, and settling names all of it.
 */
export function disputesOf<M extends Mark>(marks: readonly M[], more: boolean): Dispute<M>[] {
  const last = marks.at(-1)?.sessionId;
  const groups = new Map<string, M[]>();
  for (const mark of marks) {
    if (more && mark.sessionId === last) continue;
    const key = `${mark.sessionId}/${mark.slot}/${mark.personId}`;
    groups.set(key, [...(groups.get(key) ?? []), mark]);
  }
  return [...groups].map(([key, list]) => ({ key, marks: list }));
}

/** What disagrees: once another mark does too it is another disagreement, though of the same cell. */
export const disagreement = (marks: readonly Mark[]): string =>
  marks
    .map(({ id }) => id)
    .sort()
    .join(' ');

/** One answer to a dispute as it stands: once other marks disagree it is another answer, which has to name those. */
export const settlingKey = (status: AttendanceStatus, marks: readonly Mark[]): string => `${status} ${disagreement(marks)}`;
