/** Distinct people of a cell of the finest grain, kept as ascending 32-bit numbers, little endian. */
export const packPersons = (ids: Iterable<number>): Buffer => {
  const sorted = Uint32Array.from(new Set(ids)).sort();
  return Buffer.from(sorted.buffer, sorted.byteOffset, sorted.byteLength);
};

/** Puts the people of a packed set into a set in memory. */
export function addPersons(packed: Buffer, into: Set<number>): void {
  for (let i = 0; i < packed.length; i += 4) into.add(packed.readUInt32LE(i));
}
