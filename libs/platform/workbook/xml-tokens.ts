/** A name as written and without its prefix. */
export interface XmlName {
  full: string;
  local: string;
}

const NAME = /^[\p{L}\p{Nl}_:][\p{L}\p{Nl}\p{Nd}\p{M}_:.·-]*$/u;
const ENTITIES = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }));
const MOST_ATTRIBUTES = 256;

/** Undefined for what is no name. */
export function xmlName(full: string): XmlName | undefined {
  return NAME.test(full) ? { full, local: full.slice(full.indexOf(':') + 1) } : undefined;
}

/** The attributes of the tag being told, by names as written. Used again for the next tag: take from it, do not keep it. */
export class XmlAttributes {
  readonly #names: string[] = [];
  readonly #values: string[] = [];
  #count = 0;

  get(name: string): string | undefined {
    for (let i = 0; i < this.#count; i++) if (this.#names[i] === name) return this.#values[i];
    return undefined;
  }

  names(): string[] {
    return this.#names.slice(0, this.#count);
  }

  clear(): void {
    this.#count = 0;
  }

  add(name: string, value: string): void {
    if (this.get(name) !== undefined) throw new Error('an attribute twice');
    if (this.#count >= MOST_ATTRIBUTES) throw new Error('too many attributes');
    this.#names[this.#count] = name;
    this.#values[this.#count++] = value;
  }
}

/** The five entities of XML and character references, replaced. There are no others, as there is no document type. */
export function resolved(text: string): string {
  let whole = '';
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at);
    const name = text.slice(at + 1, Math.max(end, at + 1));
    const character = ENTITIES.get(name) ?? referenced(name);
    if (character === undefined) throw new Error('unknown entity');
    whole += text.slice(from, at) + character;
    from = end + 1;
  }
  return from === 0 ? text : whole + text.slice(from);
}

/** The character of `#65` or `#x41`, if XML allows it. */
function referenced(name: string): string | undefined {
  const match = /^#(?:x([0-9a-f]{1,8})|([0-9]{1,8}))$/i.exec(name);
  if (!match) return undefined;
  const code = match[1] === undefined ? Number(match[2]) : parseInt(match[1], 16);
  const allowed = code === 0x9 || code === 0xa || code === 0xd || (code >= 0x20 && code < 0xd800) || (code > 0xdfff && code < 0xfffe);
  return allowed || (code > 0xffff && code <= 0x10ffff) ? String.fromCodePoint(code) : undefined;
}
