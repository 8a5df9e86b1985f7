import { readCellFormats } from './cell-formats.js';
import { DEFAULT_LIMITS, type WorkbookLimits } from './limits.js';
import { readSheet } from './read-rows.js';
import { readSharedStrings } from './shared-strings.js';
import { SheetRows, type CellContext, type Row } from './sheet-rows.js';
import { wholeStretches } from './whole-stretches.js';
import { findParts } from './workbook-parts.js';
import type { WorkbookSource } from './workbook-source.js';
import { ZipEntries } from './zip-entries.js';

export interface SheetTop {
  name: string;
  rows: Row[];
}

/**
 * What stands at the top of each visible sheet, down to row `last`: nothing below is read, however long the sheet is.
 * @throws WorkbookFault
 */
export async function firstRows(source: WorkbookSource, last: number, limits: Partial<WorkbookLimits> = {}): Promise<SheetTop[]> {
  const bounds = { ...DEFAULT_LIMITS, ...limits };
  const zip = await ZipEntries.open(source, bounds);
  try {
    const parts = await findParts(zip, bounds);
    const context: CellContext = {
      sharedStrings: parts.sharedStrings === undefined ? [] : await readSharedStrings(zip.read(parts.sharedStrings), bounds),
      formats: parts.styles === undefined ? [] : await readCellFormats(zip.read(parts.styles), bounds),
      from1904: parts.from1904,
    };
    const tops: SheetTop[] = [];
    for (const { name, part } of parts.sheets) {
      const rows: Row[] = [];
      for await (const together of readSheet(zip.read(part), new SheetRows(name, context, bounds), bounds, name)) {
        rows.push(...together.filter(({ row }) => row <= last));
        if ((together.at(-1)?.row ?? 0) > last) break;
      }
      tops.push({ name, rows });
    }
    return tops;
  } finally {
    await zip.close();
  }
}

/** The names of the visible sheets, in their order. @throws WorkbookFault */
export async function namesOfSheets(source: WorkbookSource, limits: Partial<WorkbookLimits> = {}): Promise<string[]> {
  const bounds = { ...DEFAULT_LIMITS, ...limits };
  const zip = await ZipEntries.open(source, bounds);
  try {
    return (await findParts(zip, bounds)).sheets.map(({ name }) => name);
  } finally {
    await zip.close();
  }
}

const tag = Buffer.from('<row ');

/**
 * About how many rows the visible sheets have, blank ones that are only formatted included: enough to say how long reading will take.
 * Never more than may be read.
 * @throws WorkbookFault
 */
export async function aboutHowManyRows(source: WorkbookSource, limits: Partial<WorkbookLimits> = {}): Promise<number> {
  const bounds = { ...DEFAULT_LIMITS, ...limits };
  const zip = await ZipEntries.open(source, bounds);
  try {
    let many = 0;
    for (const { part } of (await findParts(zip, bounds)).sheets) {
      for await (const bytes of wholeStretches(zip.read(part), tag.length))
        for (let at = bytes.indexOf(tag); at >= 0; at = bytes.indexOf(tag, at + tag.length)) many++;
    }
    return Math.min(many, bounds.rows);
  } finally {
    await zip.close();
  }
}
