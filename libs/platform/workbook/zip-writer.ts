import { Readable, pipeline } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface PartToWrite {
  name: string;
  text: Iterable<string> | AsyncIterable<string>;
}

interface WrittenPart {
  name: Buffer;
  offset: number;
  crc: number;
  size: number;
  deflated: number;
}

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Sizes follow the data (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1980-01-01, the first day a zip knows: the time of writing must not show in the bytes. */
const DATE = 0x0021;
const MOST_BYTES = 0xffff_ffff;

/** A zip of the parts, in their order, as bytes that can be sent at once: nothing is gone back to. */
export async function* zipOf(parts: PartToWrite[]): AsyncGenerator<Buffer> {
  const written: WrittenPart[] = [];
  let offset = 0;
  for (const { name, text } of parts) {
    const part: WrittenPart = { name: Buffer.from(name), offset, crc: 0, size: 0, deflated: 0 };
    const header = record(
      LOCAL,
      [2, VERSION],
      [2, FLAGS],
      [2, DEFLATED],
      [2, 0],
      [2, DATE],
      [4, 0],
      [4, 0],
      [4, 0],
      [2, part.name.length],
      [2, 0],
    );
    yield Buffer.concat([header, part.name]);
    yield* deflate(text, part);
    const descriptor = record(DESCRIPTOR, [4, part.crc], [4, part.deflated], [4, part.size]);
    yield descriptor;
    offset += header.length + part.name.length + part.deflated + descriptor.length;
    if (offset > MOST_BYTES || part.size > MOST_BYTES) throw new RangeError('a workbook of 4 GiB or more');
    written.push(part);
  }
  const directory = Buffer.concat(written.map(centralRecord));
  const count = written.length;
  yield directory;
  yield record(END, [2, 0], [2, 0], [2, count], [2, count], [4, directory.length], [4, offset], [2, 0]);
}

/** Deflates the text and notes its checksum and sizes in `part`. */
async function* deflate(text: PartToWrite['text'], part: WrittenPart): AsyncGenerator<Buffer> {
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of text) {
      const bytes = Buffer.from(piece);
      part.crc = crc32(bytes, part.crc);
      part.size += bytes.length;
      yield bytes;
    }
  }
  const deflated = createDeflateRaw({ level: 5, chunkSize: 64 * 1024 });
  // The callback has nothing to do: a failure destroys `deflated` with its error, and the loop below throws it.
  pipeline(Readable.from(counted(), { objectMode: false }), deflated, () => {});
  for await (const bytes of deflated as AsyncIterable<Buffer>) {
    part.deflated += bytes.length;
    yield bytes;
  }
}

function centralRecord({ name, offset, crc, size, deflated }: WrittenPart): Buffer {
  const versions: Field[] = [[2, VERSION], [2, VERSION]]; // prettier-ignore
  const data: Field[] = [[2, FLAGS], [2, DEFLATED], [2, 0], [2, DATE], [4, crc], [4, deflated], [4, size]]; // prettier-ignore
  const rest: Field[] = [[2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]; // prettier-ignore
  return Buffer.concat([record(CENTRAL, ...versions, ...data, ...rest), name]);
}

type Field = [bytes: 2 | 4, value: number];

/** A signature and little-endian fields, as every zip record is made. */
function record(signature: number, ...fields: Field[]): Buffer {
  const all: Field[] = [[4, signature], ...fields];
  const bytes = Buffer.alloc(all.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of all) at = bytes.writeUIntLE(value, at, size);
  return bytes;
}
