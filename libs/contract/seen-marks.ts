/** A mark may name so many that it takes the place of. */
export const replacesLimit = 100;

/**
 * What a new mark of one person takes the place of: the live set and what waits for a decision, as the reader saw them, and whatever this
 * screen has said since, also what has not arrived: a mark may be replaced before it comes. The newest where there are too many: each of
 * them names those before it.
 */
export const replacesOf = (seen: { live: readonly string[]; waiting: readonly string[]; own: readonly string[] }): string[] =>
  [...new Set([...seen.live, ...seen.waiting, ...seen.own])].slice(-replacesLimit);
