import { type Education, type Gender, type PositionKind } from '#contract';

/** Everything about a person that counting needs. Dates are `YYYY-MM-DD`; both ends of a term are included. */
export interface PersonFacts {
  id: number;
  /** Where the person is now. */
  unitId: number;
  gender: Gender | null;
  born: string | null;
  minority: boolean | null;
  education: Education | null;
  partyFrom: string | null;
  partyUntil: string | null;
  /** Ascending by `from`. */
  units: { from: string; unitId: number }[];
  positions: { kind: PositionKind; from: string; to: string | null }[];
}
