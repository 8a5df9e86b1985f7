/**
 * Follows the inside of one <si> or <is>. The text is that of <t> and of <r><t>, put together;
 * phonetic readings (<rPh>) are not part of it.
 */
export class RichText {
  value = '';
  #run = false;
  #taking = false;

  /** Keeps at most `most` characters and one, so that a longer text can be told. */
  constructor(private readonly most: number) {}

  /** `level` counts from the <si> or <is>: its children have 1. */
  open(name: string, level: number): void {
    if (level === 1) this.#run = name === 'r';
    this.#taking = name === 't' && (level === 1 || (level === 2 && this.#run));
  }

  text(text: string): void {
    if (this.#taking && this.value.length <= this.most) this.value += text;
  }

  close(): void {
    this.#taking = false;
  }
}

/** A character escaped as `_xHHHH_` takes seven, so this much XML text can become one cell of `length`. */
export function escapedLength(length: number): number {
  return length * 7;
}

/** `_x000D_` and its like stand for characters that XML cannot carry; `_x005F_` for the underscore that begins a literal one. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Text as XML can carry it, the exact opposite of reading. A lone surrogate becomes U+FFFD when encoded. */
export function escapeText(text: string): string {
  return text.replace(NEEDS_ESCAPE, (found) => MARKUP[found] ?? `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

const NEEDS_ESCAPE = /[&<>"]|_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]/g;
const MARKUP: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
