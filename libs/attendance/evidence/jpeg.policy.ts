import { photoSideLimit } from '#contract';

const startsImage = 0xd8;
const startsScan = 0xda;
/** Start of frame: where the size stands. Not the tables that share its numbers (0xc4, 0xc8, 0xcc). */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Where and with what it was taken, what programs noted, and words of somebody's: not the colours (0xe0, 0xe2, 0xee). */
const tells = (marker: number): boolean => marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee);

/**
 * A JPEG by its bytes, whatever it is called, without what it tells beside the picture: whoever sends one past the app may not have dropped
 * the place from it. `null`: not a whole one, or larger than a photo is.
 */
export function plainJpeg(bytes: Buffer): Buffer | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== (0xff00 | startsImage) || bytes.readUInt16BE(bytes.length - 2) !== 0xffd9) return null;
  const kept = [bytes.subarray(0, 2)];
  let hasSize = false;
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes[at + 1]!;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (bytes[at] !== 0xff || end > bytes.length || end < at + 4) return null;
    if (marker === startsScan) return hasSize ? Buffer.concat([...kept, bytes.subarray(at)]) : null;
    if (isFrame(marker)) {
      if (end < at + 9) return null;
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      hasSize = [height, width].every((side) => side > 0 && side <= photoSideLimit);
      if (!hasSize) return null;
    }
    if (!tells(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}
