import { readCellFormats } from './cell-formats.js';
import { DEFAULT_LIMITS, type WorkbookLimits } from './limits.js';
import { XmlFeed } from './read-xml.js';
import { readSharedStrings } from './shared-strings.js';
import { SheetRows, type CellContext, type Row } from './sheet-rows.js';
import { WorkbookFault } from './workbook-fault.js';
import { findParts } from './workbook-parts.js';
import type { WorkbookSource } from './workbook-source.js';
import { ZipEntries } from './zip-entries.js';

/**
 * Every row in which something stands, of every visible sheet, in the order of the workbook.
 * Memory stays flat whatever the file holds: only the shared strings are kept, up to their limit.
 * Values come as saved: formulas by their last result, nothing trimmed, merged cells in their first cell only (`readMergedAreas` tells which).
 *
 * @throws WorkbookFault for anything wrong with the content, also after some rows were given: then none of them should be used.
 */
export async function* readRows(source: WorkbookSource, limits: Partial<WorkbookLimits> = {}): AsyncGenerator<Row, void, undefined> {
  for await (const rows of readRowsTogether(source, limits)) for (const row of rows) yield row;
}

/** The same, as many at a time as a piece of the file holds: waiting for each row by itself costs as much as parsing it. */
export async function* readRowsTogether(
  source: WorkbookSource,
  limits: Partial<WorkbookLimits> = {},
): AsyncGenerator<Row[], void, undefined> {
  const bounds = { ...DEFAULT_LIMITS, ...limits };
  const zip = await ZipEntries.open(source, bounds);
  try {
    const parts = await findParts(zip, bounds);
    const context: CellContext = {
      sharedStrings: parts.sharedStrings === undefined ? [] : await readSharedStrings(zip.read(parts.sharedStrings), bounds),
      formats: parts.styles === undefined ? [] : await readCellFormats(zip.read(parts.styles), bounds),
      from1904: parts.from1904,
    };
    let left = bounds.rows;
    for (const { name, part } of parts.sheets) {
      for await (const rows of readSheet(zip.read(part), new SheetRows(name, context, bounds), bounds, name)) {
        const beyond = rows[left];
        yield beyond ? rows.slice(0, left) : rows;
        if (beyond) throw new WorkbookFault('tooManyRows', 'too many rows', { sheet: name, row: beyond.row, limit: bounds.rows });
        left -= rows.length;
      }
    }
  } finally {
    await zip.close();
  }
}

/** The rows of one sheet, as many at a time as a piece of it holds; none where a piece ends no row. */
export async function* readSheet(
  bytes: AsyncIterable<Buffer>,
  rows: SheetRows,
  limits: WorkbookLimits,
  sheet: string,
): AsyncGenerator<Row[]> {
  const feed = new XmlFeed(rows, limits);
  try {
    for await (const piece of bytes) {
      feed.write(piece);
      yield rows.take();
    }
    feed.end();
  } catch (error) {
    throw error instanceof WorkbookFault ? error.at({ sheet }) : error;
  }
}
