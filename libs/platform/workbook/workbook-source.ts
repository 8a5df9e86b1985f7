import { open } from 'node:fs/promises';
import { WorkbookFault } from './workbook-fault.js';

/** A file held in memory, or one on the disk that is read piece by piece. */
export type WorkbookSource = Buffer | { path: string };

/** Random access to the bytes of a source, never outside them. */
export interface SourceBytes {
  readonly size: number;
  read(position: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

const PIECE = 64 * 1024;
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

/** Opens the source. Errors of the disk (no such file, no right) are passed on as they are. */
export async function openSource(source: WorkbookSource): Promise<SourceBytes> {
  if (Buffer.isBuffer(source)) {
    return {
      size: source.length,
      read: async (position, length) => {
        mustLieInside(position, length, source.length);
        return source.subarray(position, position + length);
      },
      close: async () => {},
    };
  }
  const file = await open(source.path, 'r');
  const { size } = await file.stat();
  return {
    size,
    read: async (position, length) => {
      mustLieInside(position, length, size);
      const bytes = Buffer.allocUnsafe(length);
      let filled = 0;
      while (filled < length) {
        const { bytesRead } = await file.read(bytes, filled, length - filled, position + filled);
        if (bytesRead === 0) throw new WorkbookFault('notAWorkbook', 'the file ends early');
        filled += bytesRead;
      }
      return bytes;
    },
    close: () => file.close(),
  };
}

/** `length` bytes from `start`, in pieces. */
export async function* pieces(source: SourceBytes, start: number, length: number): AsyncGenerator<Buffer> {
  const end = start + length;
  for (let at = start; at < end; at += PIECE) yield source.read(at, Math.min(PIECE, end - at));
}

/**
 * Refuses what is not a zip at all. Excel's binary formats and its encrypted files are both OLE compound files;
 * only an encrypted one has a stream of the name EncryptedPackage.
 */
export async function refuseOtherFormats(source: SourceBytes): Promise<void> {
  const head = await source.read(0, Math.min(8, source.size));
  if (head.equals(COMPOUND_FILE)) {
    if (await contains(source, ENCRYPTED_PACKAGE)) throw new WorkbookFault('passwordProtected', 'an encrypted workbook');
    throw new WorkbookFault('oldFormat', 'a compound file, such as .xls');
  }
  if (head.toString('latin1', 0, 2) !== 'PK') throw new WorkbookFault('notAWorkbook', 'not a zip file');
}

async function contains(source: SourceBytes, wanted: Buffer): Promise<boolean> {
  let tail: Buffer = Buffer.alloc(0);
  for await (const piece of pieces(source, 0, source.size)) {
    const window = Buffer.concat([tail, piece]);
    if (window.includes(wanted)) return true;
    tail = window.subarray(-wanted.length);
  }
  return false;
}

/** Positions come out of the file: negative, fractional or beyond 2^53 they must not reach the disk. */
function mustLieInside(position: number, length: number, size: number): void {
  const inside = Number.isSafeInteger(position) && Number.isSafeInteger(length) && position >= 0 && length >= 0;
  if (!inside || position + length > size) throw new WorkbookFault('notAWorkbook', 'an offset points outside the file');
}
