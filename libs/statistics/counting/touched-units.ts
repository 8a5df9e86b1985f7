import { type AttendedClass, type AttendedSession } from '#attendance';
import { type Audience, bases } from '#contract';
import { type CountedHolding, type HeldMeasure, type Where } from './counted.js';
import { type SessionFacts } from './session-facts.js';

/** Rule 8: the unit of a room's unnamed heads — the point's own, else the session's, the class's village, its first host. */
export const forUnitOf = (owner: AttendedClass, session: AttendedSession, place: number): number =>
  session.viewingPoints.find((point) => point.id === place)?.forUnitId ?? session.forUnitId ?? owner.villageId ?? owner.hostUnitId;

/**
 * Rule 8: a batch or session touches every unit with a valid attendance or verified head count in it; where there is none, its
 * host. Under host and venue that is one unit. `*` stands for anybody.
 */
export function holding(
  measure: HeldMeasure,
  dating: SessionFacts,
  people: readonly { audience: Audience; where: Where }[],
  headUnits: readonly number[],
  place: { host: number; venue: number },
): CountedHolding {
  const touched = new Map<string, CountedHolding['touched'][number]>();
  const touch = (basis: keyof Where, unitId: number, audience: Audience | '*'): void => {
    touched.set(`${basis}/${unitId}/${audience}`, { basis, unitId, audience });
  };
  for (const { audience, where } of people) {
    touch('trainee', where.trainee, audience);
    touch('trainee', where.trainee, '*');
    touch('host', place.host, audience);
    touch('venue', place.venue, audience);
  }
  for (const unitId of headUnits) touch('trainee', unitId, '*');
  touch('host', place.host, '*');
  touch('venue', place.venue, '*');
  if (![...touched.values()].some((one) => one.basis === bases[0])) touch('trainee', place.host, '*');
  return { measure, sessionId: measure === 'batches' ? 0 : dating.session.id, date: dating.session.date, touched: [...touched.values()] };
}
