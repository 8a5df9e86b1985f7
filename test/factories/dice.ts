/** The same numbers for the same seed: mulberry32. */
export function dice(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  const hex = (n: number): string => Array.from({ length: n }, () => below(16).toString(16)).join('');
  return {
    below,
    chance: (p: number): boolean => next() < p,
    /** The value, or `null` with this probability. */
    orNull: <T>(value: T, p = 0.3): T | null => (next() < p ? null : value),
    of: <T>(list: readonly T[]): T => list[below(list.length)]!,
    some: <T>(list: readonly T[], many: number): T[] => [...new Set(Array.from({ length: many }, () => list[below(list.length)]!))],
    shuffle: <T>(list: readonly T[]): T[] => {
      const mixed = [...list];
      for (let i = mixed.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
      }
      return mixed;
    },
    list: <T>(most: number, make: (i: number) => T): T[] => Array.from({ length: below(most + 1) }, (_, i) => make(i)),
    day: (): string => `2021-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`,
    uuid: (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  };
}
export type Dice = ReturnType<typeof dice>;
