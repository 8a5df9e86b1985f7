import { type PositionKind } from '#contract';

export interface Term {
  kind: PositionKind;
  from: string;
  /** The last day; `null` while it lasts. */
  to: string | null;
}

/** Nobody holds the same position twice at once: terms of one kind share no day. Both ends of a term are included. */
export const overlapping = <T extends Term>(term: Term, others: readonly T[]): T | undefined =>
  others.find(
    (other) => other.kind === term.kind && (term.to === null || other.from <= term.to) && (other.to === null || term.from <= other.to),
  );
