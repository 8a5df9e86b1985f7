import { type AttendedClass, type AttendedSession } from '#attendance';
import { type Audience } from '#contract';
import { type CountedHolding, type HeldMeasure, type Where } from './counted.js';
import { type SessionFacts } from './session-facts.js';

/** Rule 8: the unit of a room's unnamed heads — the point's own, else the session's, the class's village, its first host. */
export const forUnitOf = (owner: AttendedClass, session: AttendedSession, place: number): number =>
  session.viewingPoints.find((point) => point.id === place)?.forUnitId ?? session.forUnitId ?? owner.villageId ?? owner.hostUnitId;

/**
 * Rule 8: a batch or session touches every unit with a valid attendance or verified head count in it; where there is none, its
 * host. Under host and venue that is one unit, for the same audiences. `*` stands for anybody.
 */
export function holding(
  measure: HeldMeasure,
  dating: SessionFacts,
  people: readonly { audience: Audience; where: Where }[],
  headUnits: readonly number[],
  place: { host: number; venue: number },
): CountedHolding {
  const touched = new Map<string, CountedHolding['touched'][number]>();
  const touch = (unitId: number, audience: Audience | '*'): void => void touched.set(`${unitId}/${audience}`, { unitId, audience });
  for (const { audience, where } of people) {
    touch(where.trainee, audience);
    touch(where.trainee, '*');
  }
  for (const unitId of headUnits) touch(unitId, '*');
  if (touched.size === 0) touch(place.host, '*');
  const sessionId = measure === 'batches' ? 0 : dating.session.id;
  return { measure, sessionId, date: dating.session.date, ...place, touched: [...touched.values()] };
}
