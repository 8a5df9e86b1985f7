import { Readable, pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { RandomAccessReader, fromRandomAccessReaderPromise, type Entry, type ZipFile } from 'yauzl';
import type { WorkbookLimits } from './limits.js';
import { WorkbookFault } from './workbook-fault.js';
import { openSource, pieces, refuseOtherFormats, type SourceBytes, type WorkbookSource } from './workbook-source.js';

const STORED = 0;
const DEFLATED = 8;

/** The parts of one workbook by name. Inflated bytes are counted over all reads; nothing is ever written to the disk. */
export class ZipEntries {
  readonly #entries = new Map<string, Entry>();
  #inflated = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly source: SourceBytes,
    private readonly limits: WorkbookLimits,
  ) {}

  static async open(from: WorkbookSource, limits: WorkbookLimits): Promise<ZipEntries> {
    const source = await openSource(from);
    try {
      await refuseOtherFormats(source);
      const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
      const zip = await fromRandomAccessReaderPromise(new SourceReader(source), source.size, options);
      const entries = new ZipEntries(zip, source, limits);
      await entries.#list();
      return entries;
    } catch (error) {
      await source.close();
      throw asFault(error);
    }
  }

  has(name: string): boolean {
    return this.#entries.has(keyOf(name));
  }

  /** The inflated bytes of a part. `most` bounds this part alone. */
  async *read(name: string, most = Infinity): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(keyOf(name));
    if (!entry) throw new WorkbookFault('notAWorkbook', `there is no part ${name}`);
    if (entry.isEncrypted()) throw new WorkbookFault('passwordProtected', `${name} is encrypted`);
    let crc = 0;
    let size = 0;
    try {
      for await (const bytes of this.#inflate(entry)) {
        crc = crc32(bytes, crc);
        size += bytes.length;
        this.#inflated += bytes.length;
        if (size > most) throw new WorkbookFault('tooLarge', `${name} is too large`, { limit: most });
        if (this.#inflated > this.limits.bytes) throw new WorkbookFault('tooLarge', 'too many bytes', { limit: this.limits.bytes });
        yield bytes;
      }
    } catch (error) {
      throw asFault(error);
    }
    if (crc !== entry.crc32) throw new WorkbookFault('notAWorkbook', `${name} is damaged: its checksum is wrong`);
  }

  close(): Promise<void> {
    return this.source.close();
  }

  async #list(): Promise<void> {
    let count = 0;
    for await (const entry of this.zip.eachEntry()) {
      if (++count > this.limits.entries) throw new WorkbookFault('tooLarge', 'too many files in the zip', { limit: this.limits.entries });
      const key = keyOf(entry.fileNameRaw.toString('utf8'));
      // Two parts of one name read differently in different programs: what a person saw is then not what we would read.
      if (this.#entries.has(key)) throw new WorkbookFault('notAWorkbook', `the part ${key} is there twice`);
      this.#entries.set(key, entry);
    }
  }

  async *#inflate(entry: Entry): AsyncGenerator<Buffer> {
    const { fileDataStart } = await this.zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const deflated = pieces(this.source, fileDataStart, entry.compressedSize);
    if (entry.compressionMethod === STORED) return yield* deflated;
    if (entry.compressionMethod !== DEFLATED) throw new WorkbookFault('notAWorkbook', `compression method ${entry.compressionMethod}`);

    const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
    // The callback has nothing to do: a failure destroys `inflate` with its error, and the loop below throws it.
    pipeline(Readable.from(deflated, { objectMode: false }), inflate, () => {});
    let size = 0;
    for await (const bytes of inflate as AsyncIterable<Buffer>) {
      size += bytes.length;
      if (size > this.limits.ratioFrom && size > inflate.bytesWritten * this.limits.ratio) {
        throw new WorkbookFault('tooLarge', 'compressed beyond what a sheet can be', { limit: this.limits.ratio });
      }
      yield bytes;
    }
  }
}

/** Lets yauzl read headers out of a source. It is asked for positions that the file states, hence the guarded source. */
class SourceReader extends RandomAccessReader {
  constructor(private readonly source: SourceBytes) {
    super();
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    done: (error: Error | null, count?: number) => void,
  ): void {
    this.source.read(position, length).then(
      (bytes) => setImmediate(done, null, bytes.copy(buffer, offset)),
      (error: Error) => setImmediate(done, error),
    );
  }
}

/** Part names are compared without case (OPC §6.2.2); some writers use backslashes or a leading slash. */
function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/** Errors of the disk have an errno and pass; all others here say that the zip is broken. */
function asFault(error: unknown): unknown {
  if (error instanceof WorkbookFault) return error;
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (syscall !== undefined) return error;
  return new WorkbookFault('notAWorkbook', `broken zip: ${code ?? ''} ${message}`, {}, { cause: error });
}
