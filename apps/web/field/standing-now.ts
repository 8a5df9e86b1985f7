import { useMemo, useSyncExternalStore } from 'react';
import { type HeadCountRecord, type KeptSession, type MarkRecord, type PackPerson, type Trainee } from './kept/shapes.ts';
import { type RollCall, rollCallsOf } from './rules/roll-calls.policy.ts';
import { isStored, speaks, type Standing, standingOf, type Tally, tallyOf } from './rules/standing.policy.ts';
import { walkInsOf } from './rules/walk-ins.policy.ts';
import { phone, useOwnRecords, usePhone } from './use-phone.ts';

type Known = Map<number | undefined, { own: readonly MarkRecord[]; standing: Standing }>;
/** A roster of a thousand is looked at with every tap, and one person of it has changed. */
const known = new WeakMap<Trainee, Known>();

export function standingNow(sessionId: string, person: Trainee, call?: number): Standing {
  const own = phone.state.of(sessionId, person.personId);
  const calls: Known = known.get(person) ?? new Map<never, never>();
  const before = calls.get(call);
  if (before?.own === own) return before.standing;
  const standing = standingOf(person, own, call);
  known.set(person, calls.set(call, { own, standing }));
  return standing;
}

export function useStanding(sessionId: string, person: Trainee, call: number): Standing {
  useOwnRecords(sessionId, person.personId);
  return standingNow(sessionId, person, call);
}

/** Of several classes a person may stand on two rosters, and is one person. */
export const peopleOf = ({ roster }: KeptSession): PackPerson[] => [...new Map(roster.map((person) => [person.personId, person])).values()];

/** People on no list; the same ones as long as nobody came or went. */
export function useWalkIns(session: KeptSession): Trainee[] {
  const told = usePhone(() => {
    const own = phone.state
      .marksOf(session.id)
      .flatMap((one) => (one.mark.walkIn && (speaks(one) || !isStored(one)) ? one.mark.walkIn : []));
    return JSON.stringify(own);
  });
  return useMemo(() => walkInsOf(session, JSON.parse(told) as NonNullable<Trainee['walkIn']>[]), [session, told]);
}

/** By roll call, or over the half-day. */
export function useTally(session: KeptSession, people: readonly Trainee[], call?: number): Tally {
  usePhone(({ records }) => records);
  return tallyOf(people.map((person) => standingNow(session.id, person, call).status));
}

export const unmarkedOf = (session: KeptSession, people: readonly Trainee[], call: number): Trainee[] =>
  people.filter((person) => standingNow(session.id, person, call).status === null);

export function useRollCalls(session: KeptSession, chosen: number): RollCall[] {
  const records = usePhone((standing) => standing.records);
  const behind = usePhone(({ served }) => served?.behind ?? 0);
  return useMemo(() => rollCallsOf(session, phone.state.marksOf(session.id), { chosen, behind }), [session, records, chosen, behind]);
}

export const useOwnHeads = (sessionId: string): readonly HeadCountRecord[] =>
  useSyncExternalStore(phone.state.subscribe, () => phone.state.headsOf(sessionId));
