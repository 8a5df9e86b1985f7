import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useReducer, useSyncExternalStore } from 'react';
import { type AttendanceStatus, type MarkEvent, type MarkMethod, staysOut } from '#contract';
import { api, Problem, type Shown, tellSignedOut, told } from '../../api/client.ts';
import { uuid } from '../../api/uuid.ts';
import { now } from '../parts/now.ts';
import { readMe, useMe } from '../session/me.ts';
import { type Held, heldFor, queueKey } from './held.ts';
import { isOnWay, MarkQueue, type Standing, type Unsent } from './mark-queue.ts';
import { gridKey } from './questions.ts';
import { type Grid, type GridPerson, type GridSession, halfOf, seenIn, taken } from './sheet.ts';

/** Queues outlive the pages that fill them: whoever leaves for another page leaves nothing behind. */
const queues = new Map<string, MarkQueue>();

/** Console marks carry the browser's time, as phones carry theirs: kept, never believed. */
export const markedNow = (): string => now().toISOString();

export interface Change {
  person: GridPerson;
  session: GridSession;
  status: AttendanceStatus;
  slot?: number;
  method?: MarkMethod;
  reason?: string;
  witness?: string;
  note?: string;
}

/** A mark that was made. */
export interface Step {
  id: string;
  person: GridPerson;
  session: GridSession;
}

export interface Marking {
  queue: MarkQueue;
  standing: Standing;
  /** Marks of this class that nobody sends until their account is signed in again, and the account that is. */
  held: { signedIn: string; by: Held[] };
  unsentOf: (personId: string) => readonly Unsent[];
  /** Marks, all in one step of undoing. */
  mark: (changes: readonly Change[]) => void;
  /** Takes the last step out of what may be undone; empty where there is none. */
  takeLast: () => Step[];
  /** What of a step could not be undone after all, so that it may be tried again. */
  giveBack: (steps: Step[]) => void;
  canUndo: boolean;
}

/** Steps to take back, by queue: they last as long as the page does. */
const histories = new Map<string, Step[][]>();

/** Marks of a class made at this console: kept, sent, and shown before they have arrived. */
export function useMarking(classId: string): Marking {
  const client = useQueryClient();
  const account = useMe().data?.account ?? '';
  const key = queueKey(account, classId);
  const queue = useMemo(() => {
    const known = queues.get(key);
    if (known) return known;
    const grid = gridKey(classId);
    const made = new MarkQueue(key, {
      send: async (marks) => (await told(api.POST('/v1/marks', { body: { marks: marks as Shown<'MarkEventShape'>[] } }))).verdicts as never,
      otherAccount: async () => {
        const me = await readMe();
        if (me) return me.account === account ? null : me.account;
        tellSignedOut();
        throw new Problem('notSignedIn', 401);
      },
      onTaken: (arrived) => {
        // What was asked for before these marks arrived would show their cells as they were. A first answer is waited for all the
        // same: called off, nobody would ask for it again.
        if (client.getQueryData<Grid>(grid)) void client.cancelQueries({ queryKey: grid, exact: true });
        client.setQueryData<Grid>(
          grid,
          (shown) => shown && arrived.reduce((all, { unsent, verdict }) => taken(all, unsent, staysOut(verdict)), shown),
        );
        void client.invalidateQueries({ queryKey: ['figures'] });
        void client.invalidateQueries({ queryKey: ['waiting'] });
      },
      // What others marked meanwhile, and what was really taken, only the server knows. The grid stays as it is until that is here.
      onIdle: () => {
        const first =
          client.getQueryData<Grid>(grid) === undefined && client.getQueryCache().find({ queryKey: grid, exact: true })?.promise;
        void Promise.resolve(first)
          .catch(() => undefined)
          .then(() => client.invalidateQueries({ queryKey: grid }));
      },
    });
    queues.set(key, made);
    return made;
  }, [account, classId, client, key]);
  const standing = useSyncExternalStore(queue.subscribe, queue.standing);
  const unsentOf = useCallback((personId: string) => queue.of(personId), [queue]);

  // Held back until its account came again, it goes on when that account opens the class.
  useEffect(() => {
    queue.kick();
    return () => queue.kick();
  }, [queue]);

  const mark = useCallback(
    (changes: readonly Change[]) => {
      const steps: Step[] = [];
      const marks = changes.map(({ person, session, status, slot, method, reason, witness, note }): MarkEvent => {
        const unsent = queue.of(person.personId);
        const where = slot ?? halfOf(person, session.id, unsent).slot;
        const id = uuid();
        steps.push({ id, person, session });
        return {
          id,
          sessionId: session.id,
          slot: where,
          personId: person.personId,
          status,
          method: method ?? (session.lateToday ? 'lateEntry' : 'roll'),
          at: markedNow(),
          ...seenIn(person, session.id, where, unsent),
          ...(reason && { reason }),
          ...(witness && { witness }),
          ...(note && { note }),
        };
      });
      queue.add(marks);
      histories.set(key, [...(histories.get(key) ?? []), steps].slice(-200));
    },
    [key, queue],
  );

  // Held outside the page, which is drawn anew when there is more or less to undo.
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const takeLast = useCallback((): Step[] => {
    const history = histories.get(key) ?? [];
    histories.set(key, history.slice(0, -1));
    draw();
    return history.at(-1) ?? [];
  }, [key]);
  const giveBack = useCallback(
    (steps: Step[]): void => {
      if (steps.length > 0) histories.set(key, [...(histories.get(key) ?? []), steps]);
      draw();
    },
    [key],
  );

  const signedIn = standing.signedIn ?? account;
  const own = standing.signedIn === null ? [] : [{ account, count: standing.items.filter(isOnWay).length }];
  const held = { signedIn, by: [...own, ...heldFor(sessionStorage, classId, [account, signedIn])] };
  return { queue, standing, held, unsentOf, mark, takeLast, giveBack, canUndo: (histories.get(key)?.length ?? 0) > 0 };
}
