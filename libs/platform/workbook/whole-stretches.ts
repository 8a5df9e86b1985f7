/**
 * The pieces, and before each what lies across its beginning: every stretch of `width` bytes stands in exactly one of the buffers given.
 * Nothing is copied but borders, so that whoever looks for a word in a sheet leaves no second sheet behind as garbage.
 */
export async function* wholeStretches(pieces: AsyncIterable<Buffer>, width: number): AsyncGenerator<Buffer, void, undefined> {
  let border = Buffer.alloc(0);
  for await (const piece of pieces) {
    const seam = Buffer.concat([border, piece.subarray(0, width - 1)]);
    yield seam;
    yield piece;
    border = Buffer.from((piece.length < width ? seam : piece).subarray(-(width - 1)));
  }
}
