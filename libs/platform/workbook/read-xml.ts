import { TextDecoder } from 'node:util';
import type { WorkbookLimits } from './limits.js';
import { WorkbookFault } from './workbook-fault.js';
import { XmlScanner } from './xml-scanner.js';
import type { XmlAttributes } from './xml-tokens.js';

/** Told of each element by its local name and its depth (the root has 1). */
export interface XmlListener {
  open(name: string, depth: number, attributes: XmlAttributes): void;
  text?(text: string): void;
  close?(name: string, depth: number): void;
  /** The fault to give when one text or tag has no end; without it `tooLarge`. */
  endless?(): WorkbookFault;
}

/** Bytes in, events out. Refuses any DOCTYPE, and with it every entity but the five of XML; holds at most one token. */
export class XmlFeed {
  readonly #scanner: XmlScanner;
  #utf16: TextDecoder | undefined;
  #first = true;
  #depth = 0;

  constructor(
    private readonly listener: XmlListener,
    private readonly limits: Pick<WorkbookLimits, 'depth' | 'token'>,
  ) {
    this.#scanner = new XmlScanner({
      open: (name, attributes) => {
        if (++this.#depth > limits.depth) throw new WorkbookFault('malformedXml', 'nested too deeply', { limit: limits.depth });
        listener.open(name, this.#depth, attributes);
      },
      text: (text) => listener.text?.(text),
      close: (name) => {
        listener.close?.(name, this.#depth);
        this.#depth--;
      },
      doctype: () => {
        throw new WorkbookFault('doctype', 'a document type declaration');
      },
    });
  }

  write(bytes: Buffer): void {
    if (this.#first) this.#utf16 = utf16Decoder(bytes);
    this.#first = false;
    this.#guarded(() => this.#scanner.write(this.#utf16 ? Buffer.from(this.#utf16.decode(bytes, { stream: true })) : bytes));
    if (this.#scanner.waiting <= this.limits.token) return;
    throw this.listener.endless?.() ?? new WorkbookFault('tooLarge', 'one XML token without end', { limit: this.limits.token });
  }

  end(): void {
    this.#guarded(() => {
      this.#utf16?.decode();
      this.#scanner.end();
    });
  }

  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof WorkbookFault) throw error;
      throw new WorkbookFault('malformedXml', (error as Error).message, {}, { cause: error });
    }
  }
}

/** Reads one part from beginning to end. */
export async function readXml(bytes: AsyncIterable<Buffer>, listener: XmlListener, limits: WorkbookLimits): Promise<void> {
  const feed = new XmlFeed(listener, limits);
  for await (const piece of bytes) feed.write(piece);
  feed.end();
}

/** A workbook is in UTF-8 unless a byte order mark says UTF-16; nothing else is legal, whatever the declaration states. */
function utf16Decoder(bytes: Buffer): TextDecoder | undefined {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return new TextDecoder('utf-16le', { fatal: true });
  if (mark === 'feff') return new TextDecoder('utf-16be', { fatal: true });
  return undefined;
}
