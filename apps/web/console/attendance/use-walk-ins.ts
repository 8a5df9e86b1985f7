import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type MarkEvent } from '#contract';
import { uuid } from '../../api/uuid.ts';
import { isOnWay } from './mark-queue.ts';
import { leaveOut, walkInsOf } from './questions.ts';
import { type GridSession } from './sheet.ts';
import { markedNow, type Marking } from './use-marking.ts';

export type WalkInFields = NonNullable<MarkEvent['walkIn']>;
export interface WalkInLine extends WalkInFields {
  id: string;
  /** Not at the server yet. */
  unsent: boolean;
}
export interface WalkIns {
  list: WalkInLine[];
  add: (who: WalkInFields) => void;
  /** Takes the line off the sheet: before it was sent as if it had never been, afterwards as decided not to count. */
  remove: (line: WalkInLine) => Promise<void>;
}

/** People on the sheet and on no roster, whom nobody has matched yet. */
export function useWalkIns(session: GridSession, marking: Marking): WalkIns {
  const client = useQueryClient();
  const { queue, standing } = marking;
  const known = useQuery(walkInsOf(session.id));
  // What has arrived stays on the list until the server tells of it.
  const [made, setMade] = useState<MarkEvent[]>([]);
  const gone = useRef(new Set<string>());
  const unsent = standing.items.filter((one) => one.mark.sessionId === session.id && one.mark.walkIn);
  const unsentCount = unsent.length;
  const before = useRef(unsentCount);
  useEffect(() => {
    // The last of them has arrived: now the server knows more.
    if (unsentCount === 0 && before.current > 0) void client.invalidateQueries({ queryKey: walkInsOf(session.id).queryKey });
    before.current = unsentCount;
  }, [client, session.id, unsentCount]);
  const add = useCallback(
    (walkIn: WalkInFields) => {
      const mark: MarkEvent = {
        id: uuid(),
        sessionId: session.id,
        slot: 1,
        walkIn,
        status: 'present',
        method: 'paper',
        at: markedNow(),
      };
      queue.add([mark]);
      setMade((before) => [...before, mark]);
    },
    [queue, session.id],
  );
  const remove = async (line: WalkInLine): Promise<void> => {
    if (!queue.takeBack([line.id])) await leaveOut(line.id);
    gone.current.add(line.id);
    setMade((before) => before.filter((one) => one.id !== line.id));
    await client.invalidateQueries({ queryKey: ['waiting'] });
  };
  const onWay = new Set(unsent.filter(isOnWay).map((one) => one.mark.id));
  const refused = new Set(unsent.filter((one) => !isOnWay(one)).map((one) => one.mark.id));
  const lines = new Map<string, WalkInLine>();
  for (const { id, walkIn } of known.data ?? [])
    if (walkIn)
      lines.set(id, {
        id,
        name: walkIn.name ?? '',
        village: walkIn.village ?? undefined,
        phoneTail: walkIn.phoneTail ?? undefined,
        unsent: false,
      });
  for (const { id, walkIn } of [...made, ...unsent.map((one) => one.mark)]) lines.set(id, { id, ...walkIn!, unsent: onWay.has(id) });
  return { list: [...lines.values()].filter(({ id }) => !gone.current.has(id) && !refused.has(id)), add, remove };
}
