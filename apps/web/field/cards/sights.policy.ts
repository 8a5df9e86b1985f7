/** So long after it was last seen a code that is held into the picture again is a new one. */
const goneAfterMs = 1_500;

/** Text of a code → when it was last seen, in milliseconds of any clock. */
export type Sights = Map<string, number>;

/** A code counts once for as long as it stays in the picture. Notes that it was seen. */
export function isNewlySeen(sights: Sights, text: string, at: number): boolean {
  const before = sights.get(text);
  sights.set(text, at);
  return before === undefined || at - before > goneAfterMs;
}
