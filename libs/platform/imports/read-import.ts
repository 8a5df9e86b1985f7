import { readMergedAreas, type Row } from '#platform/workbook';
import { CellFault } from './cells.js';
import { readableText } from './cell-text.js';
import { type Column, type ParsedRow, type RowFault, type SheetFormat } from './importer.js';
import { type Book, placedRows, type SkippedRow } from './placed-rows.js';
import { type SheetLayout } from './sheet-header.js';
import { type SheetMapping } from './sheet-mapping.js';

/** The same values; each is being made while whoever takes them is at the one before. One more than without it is in memory. */
export async function* ahead<T>(source: AsyncGenerator<T, void, undefined>): AsyncGenerator<T, void, undefined> {
  let coming = source.next();
  try {
    for (;;) {
      const { value, done } = await coming;
      if (done) return;
      coming = source.next();
      // Its failure is told in its turn, or to nobody when nobody takes it any more.
      coming.catch(() => undefined);
      yield value;
    }
  } finally {
    await coming.catch(() => undefined);
    await source.return();
  }
}

export interface ReadOptions {
  /** What somebody said of sheets whose titles do not say it; the others are read by their titles. */
  mapping?: readonly SheetMapping[] | null;
  /** Gets each row that is passed over, once, before the chunk that follows it. */
  skip?: (row: SkippedRow) => void;
  /** 500 unless told. */
  atOnce?: number;
}

/**
 * The data rows of a workbook in chunks of at most `atOnce`, numbered alike each time. Sheets come in the order of the formats,
 * so that what is referred to is read before what refers to it.
 * @throws WorkbookFault, HeaderMissing
 */
export async function* readImport(
  workbook: Buffer,
  formats: readonly SheetFormat[],
  { mapping, skip, atOnce = 500 }: ReadOptions = {},
): AsyncGenerator<ParsedRow[], void, undefined> {
  let chunk: ParsedRow[] = [];
  let position = 0;
  const book: Book = { workbook, areas: await readMergedAreas(workbook), mapping: mapping ?? [] };
  for (const wanted of await passesOver(book, formats)) {
    for await (const rows of placedRows(book, formats)) {
      for (const { row, layout, part, merged } of rows) {
        if (!layout || part === 'above' || part === 'header' || (wanted && layout.format !== wanted)) continue;
        if (part !== 'data') {
          skip?.({ sheet: row.sheet, rowNo: row.row, reason: part });
          continue;
        }
        chunk.push(parseRow(row, layout, { position: ++position, merged }));
        if (chunk.length < atOnce) continue;
        yield chunk;
        chunk = [];
      }
    }
  }
  if (chunk.length > 0) yield chunk;
}

/** One reading of the file, unless a sheet stands before one it may refer to: then one for each format. */
async function passesOver(book: Book, formats: readonly SheetFormat[]): Promise<readonly (SheetFormat | null)[]> {
  if (formats.length < 2) return [null];
  let last = 0;
  let ordered = true;
  for await (const rows of placedRows(book, formats)) {
    for (const { layout, part } of rows) {
      if (!layout || part !== 'data') continue;
      const at = formats.indexOf(layout.format);
      if (at < last) ordered = false;
      last = at;
    }
  }
  return ordered ? [null] : formats;
}

function parseRow(
  row: Row,
  { format, columns }: SheetLayout,
  { position, merged }: { position: number; merged: ReadonlySet<number> },
): ParsedRow {
  const parsed: ParsedRow = { position, sheet: row.sheet, rowNo: row.row, format, values: {}, faults: [] };
  for (const { column, index } of columns) {
    try {
      // A person sees the value in each of the rows, and nobody knows whether it stands for each or for all together.
      if (merged.has(index)) throw new CellFault('mergedCells');
      if (row.uncalculated?.includes(index + 1)) throw new CellFault('uncalculated');
      const value = valueOf(readableText(row.cells[index] ?? null), column);
      if (value === null && column.required) throw new CellFault('required');
      parsed.values[column.key] = value;
    } catch (error) {
      if (!(error instanceof CellFault)) throw error;
      parsed.faults.push(faultOf(column.title, error));
    }
  }
  return parsed;
}

/** Nothing but separators is nothing. */
function valueOf(text: string, column: Column): unknown {
  const value = text === '' ? null : column.parse ? column.parse(text) : text;
  return value === '' || (Array.isArray(value) && value.length === 0) ? null : value;
}

const faultOf = (column: string, { code, facts }: CellFault): RowFault => ({ column, code, ...(facts ? { facts } : {}) });
