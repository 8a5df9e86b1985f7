import { randomBytes } from 'node:crypto';

/** A picture in which no two dots are alike: nothing makes it small but leaving something out. As a bitmap, which browsers read. */
export function noisyPicture(width: number, height: number): Buffer {
  const dots = randomBytes(Math.ceil((width * 3) / 4) * 4 * height);
  const head = Buffer.alloc(54);
  head.write('BM', 0, 'latin1');
  head.writeUInt32LE(head.length + dots.length, 2);
  head.writeUInt32LE(head.length, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  return Buffer.concat([head, dots]);
}
