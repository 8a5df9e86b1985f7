import { posix } from 'node:path';
import { unescapeText } from './cell-text.js';
import type { WorkbookLimits } from './limits.js';
import { readXml } from './read-xml.js';
import { WorkbookFault } from './workbook-fault.js';
import type { XmlAttributes } from './xml-tokens.js';
import type { ZipEntries } from './zip-entries.js';

/** Where in the zip things stand. */
export interface WorkbookParts {
  /** Visible worksheets in the order of their tabs. */
  sheets: { name: string; part: string }[];
  sharedStrings?: string;
  styles?: string;
  /** Days counted from 1904-01-01, as old Excel for Mac did. */
  from1904: boolean;
}

interface Relationship {
  /** The last word of the type; what stands before it differs between transitional and strict files. */
  type: string;
  target: string;
}

/** The workbook part and the relationships are small in any real file, also one with thousands of defined names. */
const SMALL_PART = 16 * 1024 * 1024;

/** Finds the parts by their relationships, never by their usual names: writers differ. */
export async function findParts(zip: ZipEntries, limits: WorkbookLimits): Promise<WorkbookParts> {
  const package_ = await readRelationships(zip, '', limits);
  const workbook = [...package_.values()].find((r) => r.type === 'officeDocument')?.target;
  if (workbook === undefined) throw new WorkbookFault('notAWorkbook', 'no office document in the zip');
  if (workbook.toLowerCase().endsWith('.bin')) throw new WorkbookFault('oldFormat', 'a binary workbook (.xlsb)');

  const listed = await readWorkbookPart(zip, workbook, limits);
  const related = await readRelationships(zip, workbook, limits);
  const sheets = listed.sheets.flatMap(({ name, id }) => {
    const found = related.get(id);
    if (!found) throw new WorkbookFault('notAWorkbook', 'a sheet without its part', { sheet: name });
    return found.type === 'worksheet' ? [{ name, part: found.target }] : []; // charts and dialogs hold no rows
  });
  if (sheets.length === 0) throw new WorkbookFault('noSheet', 'no visible worksheet');
  if (sheets.length > limits.sheets) throw new WorkbookFault('tooLarge', 'too many sheets', { limit: limits.sheets });

  const one = (type: string) => [...related.values()].find((r) => r.type === type && zip.has(r.target))?.target;
  return { sheets, sharedStrings: one('sharedStrings'), styles: one('styles'), from1904: listed.from1904 };
}

async function readWorkbookPart(zip: ZipEntries, part: string, limits: WorkbookLimits) {
  const sheets: { name: string; id: string }[] = [];
  let from1904 = false;
  let root = '';
  let section = '';
  await readXml(
    zip.read(part, SMALL_PART),
    {
      open(name, depth, attributes) {
        if (depth === 1) root = name;
        if (depth === 2) section = name;
        if (depth === 2 && name === 'workbookPr') from1904 = ['1', 'true', 'on'].includes(attributes.get('date1904') ?? '');
        if (depth !== 3 || section !== 'sheets' || name !== 'sheet') return;
        if ((attributes.get('state') ?? 'visible') !== 'visible') return;
        if (sheets.length >= limits.entries) throw new WorkbookFault('tooLarge', 'too many sheets', { limit: limits.sheets });
        sheets.push({ name: unescapeText(attributes.get('name') ?? ''), id: relationshipId(attributes) });
      },
    },
    limits,
  );
  if (root !== 'workbook') throw new WorkbookFault('notAWorkbook', `the office document is a ${root}`);
  return { sheets, from1904 };
}

async function readRelationships(zip: ZipEntries, owner: string, limits: WorkbookLimits): Promise<Map<string, Relationship>> {
  const { dir, base } = posix.parse(owner);
  const part = posix.join(dir, '_rels', `${base}.rels`);
  const relationships = new Map<string, Relationship>();
  await readXml(
    zip.read(part, SMALL_PART),
    {
      open(name, depth, attributes) {
        if (depth !== 2 || name !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
        const type = attributes.get('Type')?.split('/').at(-1) ?? '';
        const target = posix.resolve('/', dir, attributes.get('Target') ?? '').slice(1);
        relationships.set(attributes.get('Id') ?? '', { type, target });
        if (relationships.size > limits.entries) throw new WorkbookFault('tooLarge', 'too many relationships', { limit: limits.entries });
      },
    },
    limits,
  );
  return relationships;
}

/** `r:id` under whatever prefix; `sheetId` is another thing. */
function relationshipId(attributes: XmlAttributes): string {
  return attributes.get(attributes.names().find((name) => name.endsWith(':id')) ?? '') ?? '';
}
