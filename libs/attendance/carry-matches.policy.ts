/** A mark of somebody on no list, with what was decided about it. */
export interface MatchableWalkIn {
  id: string;
  slot: number;
  /** Name, village and phone in one text. */
  words: string;
  decision: 'admit' | 'reject' | 'match' | null;
  /** Whom it was matched to. */
  personId: number | null;
  /** Matched because another one was: nobody decided about this mark itself. */
  carried: boolean;
  replaces: readonly string[];
}

const isMatched = ({ decision, carried }: MatchableWalkIn): boolean => decision === 'match' && !carried;

/**
 * Of one session: the marks that nobody decided about → who they are all the same. The same words in another roll call mean the same person
 * (rule 16), and so does a correction; the same words twice in one roll call mean two people, and nobody but a person tells which was matched.
 * Where the same words were matched to several people, nothing follows.
 */
export function matchesCarried(walkIns: readonly MatchableWalkIn[]): Map<string, number> {
  const carried = new Map<string, number>();
  const byWords = new Map<string, MatchableWalkIn[]>();
  for (const one of walkIns) byWords.set(one.words, [...(byWords.get(one.words) ?? []), one]);
  for (const alike of byWords.values()) {
    if (!alike.some(isMatched)) continue;
    for (const mark of alike) {
      if (mark.decision !== null && !mark.carried) continue;
      const corrects = (other: MatchableWalkIn): boolean => mark.replaces.includes(other.id);
      const isBeside = (other: MatchableWalkIn): boolean =>
        other !== mark && other.slot === mark.slot && !corrects(other) && !other.replaces.includes(mark.id);
      if (alike.some(isBeside)) continue;
      const people = new Set(
        alike.filter((one) => isMatched(one) && (one.slot !== mark.slot || corrects(one))).map((one) => one.personId!),
      );
      if (people.size === 1) for (const personId of people) carried.set(mark.id, personId);
    }
  }
  return carried;
}
