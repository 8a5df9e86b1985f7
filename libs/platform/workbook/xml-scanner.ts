import { isUtf8 } from 'node:buffer';
import { XmlAttributes, resolved, xmlName, type XmlName } from './xml-tokens.js';

/** What the scanner tells, in document order, by local names: a prefix is the writer's taste. */
export interface XmlEvents {
  open(name: string, attributes: XmlAttributes): void;
  /** Text between two pieces of markup, also mere white space. */
  text(text: string): void;
  close(name: string): void;
  /** A document type begins. Must throw: nothing behind it is understood. */
  doctype(): never;
}

const BLANK = /^[ \t\r\n]*$/;
const DECLARATION =
  /^xml\s+version\s*=\s*(["'])1\.\d+\1(?:\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*$/;
/** Not allowed in XML 1.0, not even escaped. */
const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
/** Names remembered as good; further ones are looked at each time. */
const MOST_NAMES = 1_000;
/** A substring from this length on is a window that keeps all it was cut from alive: such texts are made anew. */
const WINDOW = 13;

const [TAB, NEWLINE, RETURN, SPACE, BANG, QUOTE, AMPERSAND, APOSTROPHE] = [0x09, 0x0a, 0x0d, 0x20, 0x21, 0x22, 0x26, 0x27];
const [SLASH, LESS, EQUALS, GREATER, QUESTION, BRACKET, FIRST_NOT_ASCII] = [0x2f, 0x3c, 0x3d, 0x3e, 0x3f, 0x5d, 0x80];

/**
 * Well-formed XML 1.0 without a document type, from UTF-8 that arrives in pieces; throws a plain Error for anything else.
 * It looks for marks among the bytes and decodes only what lies between them, three times as fast on a sheet as a general
 * parser, with whose events the tests compare its own. That prefixes are declared is not checked.
 */
export class XmlScanner {
  /** What is not yet told: one text, tag or comment whose end has not come. */
  #bytes: Buffer = Buffer.alloc(0);
  /** The same, one character for each byte: cutting a string is cheaper than decoding. */
  #latin = '';
  #at = 0;
  #begun = false;
  #sawRoot = false;
  readonly #open: XmlName[] = [];
  readonly #attributes = new XmlAttributes();
  readonly #names = new Map<string, XmlName>();

  constructor(private readonly events: XmlEvents) {}

  /** How many bytes wait for the end of their token. */
  get waiting(): number {
    return this.#bytes.length;
  }

  write(piece: Buffer): void {
    this.#bytes = this.#bytes.length === 0 ? piece : Buffer.concat([this.#bytes, piece]);
    this.#latin = this.#bytes.toString('latin1');
    this.#at = !this.#begun && this.#latin.startsWith('\xef\xbb\xbf') ? 3 : 0;
    while (this.#token());
    this.#bytes = this.#bytes.subarray(this.#at);
  }

  end(): void {
    if (this.#open.length > 0 || !this.#sawRoot || !BLANK.test(this.#bytes.toString('latin1'))) throw new Error('the document ends early');
  }

  /** Tells the next token and steps behind it; false while its end has not come. */
  #token(): boolean {
    const bytes = this.#bytes;
    const start = this.#at;
    let at = start;
    let plain = true;
    for (; at < bytes.length; at++) {
      const c = bytes[at]!;
      if (c === LESS) break;
      if (c < SPACE || c === AMPERSAND || c === BRACKET || c >= FIRST_NOT_ASCII) plain = false;
    }
    if (at === bytes.length) return false;
    if (at > start) this.#text(start, at, plain);
    this.#at = at;
    const kind = bytes[at + 1];
    if (kind === SLASH) return this.#closeTag(at + 2);
    if (kind === BANG) return this.#commentOrData(at);
    if (kind === QUESTION) return this.#instruction(at);
    return this.#openTag(at + 1);
  }

  #openTag(from: number): boolean {
    const bytes = this.#bytes;
    const nameEnd = endOfName(bytes, from);
    this.#attributes.clear();
    for (let at = nameEnd; ;) {
      const before = at;
      at = endOfSpace(bytes, at);
      if (bytes[at] === GREATER) return this.#opened(from, nameEnd, at + 1, false);
      if (at + 1 >= bytes.length) return false;
      if (bytes[at] === SLASH && bytes[at + 1] === GREATER) return this.#opened(from, nameEnd, at + 2, true);
      if (at === before) throw new Error('malformed tag');
      at = this.#attribute(at);
      if (at === bytes.length) return false;
    }
  }

  /** Takes one attribute and tells where it ends; the end of what is there when that has not come. */
  #attribute(from: number): number {
    const bytes = this.#bytes;
    const nameEnd = endOfName(bytes, from);
    const equals = endOfSpace(bytes, nameEnd);
    const quote = endOfSpace(bytes, equals + 1);
    if (quote >= bytes.length) return bytes.length;
    const mark = bytes[quote];
    if (bytes[equals] !== EQUALS || (mark !== QUOTE && mark !== APOSTROPHE)) throw new Error('malformed attribute');
    let plain = true;
    for (let at = quote + 1; at < bytes.length; at++) {
      const c = bytes[at]!;
      if (c === mark) {
        const value = this.#decoded(quote + 1, at, plain);
        this.#attributes.add(this.#name(from, nameEnd).full, plain ? value : resolved(value.replace(/\r\n|[\t\r\n]/g, ' ')));
        return at + 1;
      }
      if (c === LESS) throw new Error('< in an attribute');
      if (c < SPACE || c === AMPERSAND || c >= FIRST_NOT_ASCII) plain = false;
    }
    return bytes.length;
  }

  #opened(from: number, nameEnd: number, end: number, empty: boolean): true {
    if (this.#open.length === 0 && this.#sawRoot) throw new Error('more than one root');
    this.#sawRoot = this.#begun = true;
    this.#at = end;
    const name = this.#name(from, nameEnd);
    this.events.open(name.local, this.#attributes);
    if (empty) this.events.close(name.local);
    else this.#open.push(name);
    return true;
  }

  #closeTag(from: number): boolean {
    const nameEnd = endOfName(this.#bytes, from);
    const end = endOfSpace(this.#bytes, nameEnd);
    if (end === this.#bytes.length) return false;
    const name = this.#open.pop();
    if (this.#name(from, nameEnd).full !== name?.full || this.#bytes[end] !== GREATER) throw new Error('a closing tag that does not fit');
    this.#at = end + 1;
    this.events.close(name.local);
    return true;
  }

  #text(start: number, end: number, plain: boolean): void {
    this.#begun = true;
    const text = this.#decoded(start, end, plain);
    if (this.#open.length === 0) {
      if (!BLANK.test(text)) throw new Error('text outside the root');
      return;
    }
    if (!plain && text.includes(']]>')) throw new Error(']]> in text');
    this.events.text(plain ? text : resolved(unixLines(text)));
  }

  #commentOrData(start: number): boolean {
    const latin = this.#latin;
    if (latin.startsWith('<!DOCTYPE', start)) this.events.doctype();
    const comment = latin.startsWith('<!--', start);
    const from = start + (comment ? 4 : 9);
    if (!comment && !latin.startsWith('<![CDATA[', start)) {
      if (latin.length < from) return false;
      throw new Error('unknown declaration');
    }
    const end = latin.indexOf(comment ? '--' : ']]>', from);
    if (end < 0 || latin.length < end + 3) return false;
    if (comment ? this.#bytes[end + 2] !== GREATER : this.#open.length === 0) throw new Error('malformed comment or CDATA');
    this.#begun = true;
    this.#at = end + 3;
    const content = this.#decoded(from, end, false);
    if (!comment) this.events.text(unixLines(content));
    return true;
  }

  #instruction(start: number): boolean {
    const end = this.#latin.indexOf('?>', start + 2);
    if (end < 0) return false;
    const body = this.#decoded(start + 2, end, false);
    const target = /^[^ \t\r\n]*/.exec(body)![0];
    // The XML declaration, and only at the very beginning. The encoding that it states does not matter: see XmlFeed.
    if (/^xml$/i.test(target) ? this.#begun || !DECLARATION.test(body) : !xmlName(target)) throw new Error('malformed instruction');
    this.#begun = true;
    this.#at = end + 2;
    return true;
  }

  #name(from: number, end: number): XmlName {
    const latin = this.#latin.slice(from, end);
    const known = this.#names.get(latin);
    if (known !== undefined) return known;
    const name = xmlName(this.#decoded(from, end, false));
    if (!name) throw new Error('not a name');
    if (this.#names.size < MOST_NAMES) this.#names.set(this.#bytes.toString('latin1', from, end), name);
    return name;
  }

  /** `plain` says that there is nothing to decode or to refuse. The string keeps nothing else in memory. */
  #decoded(start: number, end: number, plain: boolean): string {
    if (plain) return end - start < WINDOW ? this.#latin.slice(start, end) : this.#bytes.toString('latin1', start, end);
    const text = this.#bytes.toString('utf8', start, end);
    if (text.includes('\ufffd') && !isUtf8(this.#bytes.subarray(start, end))) throw new Error('not UTF-8');
    if (FORBIDDEN.test(text)) throw new Error('a character that XML does not allow');
    return text;
  }
}

function unixLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The first place from `at` on where a name cannot go on. */
function endOfName(bytes: Buffer, at: number): number {
  for (; at < bytes.length; at++) {
    const c = bytes[at]!;
    if (c <= SPACE || c === GREATER || c === EQUALS || c === SLASH || c === LESS || c === QUOTE || c === APOSTROPHE) break;
  }
  return at;
}

function endOfSpace(bytes: Buffer, at: number): number {
  for (; at < bytes.length; at++) {
    const c = bytes[at];
    if (c !== SPACE && c !== NEWLINE && c !== TAB && c !== RETURN) break;
  }
  return at;
}
