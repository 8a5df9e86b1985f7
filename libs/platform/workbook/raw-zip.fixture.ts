import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A part of a zip made by hand; what is not stated is true. */
export interface RawPart {
  name: string;
  data: string | Buffer;
  stored?: boolean;
  flags?: number;
  method?: number;
  crc?: number;
  /** Sizes that the headers state, whatever the data. */
  statedSize?: number;
  statedDeflated?: number;
  offset?: number;
  /** The deflated bytes, when they are known already. */
  deflated?: Buffer;
}

/** A zip that says exactly what it is told to, also lies. */
export function rawZip(parts: RawPart[], end: { count?: number; offset?: number } = {}): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data as string);
    const body = part.deflated ?? (part.stored ? data : deflateRawSync(data));
    const name = Buffer.from(part.name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(part.flags ?? 0, 2);
    head.writeUInt16LE(part.method ?? (part.stored ? 0 : 8), 4);
    head.writeUInt32LE(part.crc ?? crc32(data), 10);
    head.writeUInt32LE(part.statedDeflated ?? body.length, 14);
    head.writeUInt32LE(part.statedSize ?? data.length, 18);
    head.writeUInt16LE(name.length, 22);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), head, name, body]);
    files.push(file);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(part.offset ?? offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), head, tail, name]));
    offset += file.length;
  }
  const last = Buffer.alloc(22);
  last.write('PK\x05\x06', 'latin1');
  last.writeUInt16LE(end.count ?? parts.length, 8);
  last.writeUInt16LE(end.count ?? parts.length, 10);
  last.writeUInt32LE(Buffer.concat(directory).length, 12);
  last.writeUInt32LE(end.offset ?? offset, 16);
  return Buffer.concat([...files, ...directory, last]);
}

/** `times` times the same piece of XML, deflated without ever being in memory whole. */
export function bomb(head: string, piece: string, times: number): Buffer {
  const first = deflateRawSync(head, { finishFlush: constants.Z_SYNC_FLUSH });
  const one = deflateRawSync(piece.repeat(Math.ceil(1_000_000 / piece.length)), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([first, ...Array<Buffer>(Math.ceil((times * piece.length) / 1_000_000)).fill(one)]);
}

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a test wants to be different from the plainest workbook. */
export interface RawWorkbook {
  /** The XML of each sheet; a string is the inside of <sheetData>. */
  sheets?: (string | { xml: string } | { name?: string; state?: string; data: string })[];
  /** The inside of <sst>. */
  strings?: string;
  /** The inside of <styleSheet>. */
  styles?: string;
  /** Attributes of <workbookPr>. */
  properties?: string;
  /** Parts to put in the place of the usual ones, by name, or besides them. */
  parts?: RawPart[];
}

export function rawWorkbook(workbook: RawWorkbook): Buffer {
  return rawZip(rawParts(workbook));
}

export function rawParts({ sheets = [''], strings, styles, properties, parts = [] }: RawWorkbook): RawPart[] {
  const listed = sheets.map((sheet, i) => ({
    name: typeof sheet === 'object' && 'name' in sheet ? sheet.name : `Sheet${i + 1}`,
    state: typeof sheet === 'object' && 'state' in sheet ? ` state="${sheet.state}"` : '',
    xml: typeof sheet === 'object' && 'xml' in sheet ? sheet.xml : worksheet(typeof sheet === 'string' ? sheet : sheet.data),
  }));
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relationships = (inside: string) => `<Relationships>${inside}</Relationships>`;
  const all: RawPart[] = [
    { name: '_rels/.rels', data: relationships(relationship('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr ${properties ?? ''}/><sheets>${listed
        .map(({ name, state }, i) => `<sheet name="${name}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relationships(
        listed.map((_, i) => relationship(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('') +
          relationship('rIdS', 'sharedStrings', 'sharedStrings.xml') +
          relationship('rIdT', 'styles', '/xl/styles.xml'),
      ),
    },
    ...listed.map(({ xml }, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, data: xml })),
    ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', data: `<sst xmlns="${MAIN}">${strings}</sst>` }]),
    ...(styles === undefined ? [] : [{ name: 'xl/styles.xml', data: `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }]),
  ];
  const replaced = new Set(parts.map((p) => p.name));
  return [...all.filter((p) => !replaced.has(p.name)), ...parts];
}

export function worksheet(data: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`;
}
