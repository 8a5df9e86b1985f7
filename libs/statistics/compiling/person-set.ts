/** Distinct people of a set of the finest grain, kept as ascending 32-bit numbers, little endian. */
export const packPersons = (ids: Iterable<number>): Buffer => {
  const sorted = Uint32Array.from(new Set(ids)).sort();
  return Buffer.from(sorted.buffer, sorted.byteOffset, sorted.byteLength);
};

export function unpackPersons(packed: Buffer): number[] {
  const ids = new Array<number>(packed.length / 4);
  for (let i = 0; i < ids.length; i++) ids[i] = packed.readUInt32LE(4 * i);
  return ids;
}

/** How many different people the sets hold together. */
export function countPersons(sets: readonly Buffer[]): number {
  if (sets.length === 1) return sets[0]!.length / 4;
  let greatest = 0;
  // Each set ends with its greatest.
  for (const set of sets) if (set.length > 0) greatest = Math.max(greatest, set.readUInt32LE(set.length - 4));
  const seen = new Uint8Array(greatest + 1);
  let many = 0;
  for (const set of sets) {
    for (let i = 0; i < set.length; i += 4) {
      const id = set.readUInt32LE(i);
      if (seen[id] === 0) many++;
      seen[id] = 1;
    }
  }
  return many;
}
