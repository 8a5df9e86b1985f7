import { type Cell, readMergedAreas, readRows, type Row } from '#platform/workbook';
import { CellFault } from './cells.js';
import { cellText, readableText } from './cell-text.js';
import { type Column, type ParsedRow, type RowFault, type SheetFormat } from './importer.js';
import { MergedRows } from './merged-rows.js';
import { bestLayout, formatsFor, isTotal, repeatsHeader, type SheetLayout } from './sheet-header.js';

/** The workbook has no sheet, or a sheet of a known name has no header, with the titles that were looked for. */
export class HeaderMissing extends Error {
  constructor(readonly sheet?: string) {
    super('no header row');
    this.name = 'HeaderMissing';
  }
}

const headerWithin = 10;
const chunkSize = 500;

/**
 * The data rows of a workbook in chunks of at most 500, numbered alike each time. Sheets come in the order of the formats,
 * so that what is referred to is read before what refers to it.
 * @throws WorkbookFault, HeaderMissing
 */
export async function* readImport(workbook: Buffer, formats: readonly SheetFormat[]): AsyncGenerator<ParsedRow[], void, undefined> {
  let chunk: ParsedRow[] = [];
  let position = 0;
  const areas = await readMergedAreas(workbook);
  const book: Book = { workbook, areas };
  for (const wanted of await passesOver(book, formats)) {
    for await (const { row, layout, merged } of dataRows(book, formats)) {
      if (wanted && layout.format !== wanted) continue;
      chunk.push(parseRow(row, layout, { position: ++position, merged }));
      if (chunk.length < chunkSize) continue;
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}

interface Book {
  workbook: Buffer;
  areas: Awaited<ReturnType<typeof readMergedAreas>>;
}

/** One reading of the file, unless a sheet stands before one it may refer to: then one for each format. */
async function passesOver(book: Book, formats: readonly SheetFormat[]): Promise<readonly (SheetFormat | null)[]> {
  if (formats.length < 2) return [null];
  let last = 0;
  let ordered = true;
  for await (const { layout } of dataRows(book, formats)) {
    const at = formats.indexOf(layout.format);
    if (at < last) ordered = false;
    last = at;
  }
  return ordered ? [null] : formats;
}

interface OpenSheet {
  name: string;
  /** It has the name of a format: then it must have its header too, or rows would be left out in silence. */
  named: boolean;
  formats: readonly SheetFormat[];
  layout: SheetLayout | null;
  merged: MergedRows;
}

interface DataRow {
  row: Row;
  layout: SheetLayout;
  /** Indexes of columns in which the row has a share in merged cells with a value. */
  merged: ReadonlySet<number>;
}

/** Rows below a header that hold something in one of its columns. */
async function* dataRows({ workbook, areas }: Book, formats: readonly SheetFormat[]): AsyncGenerator<DataRow> {
  let found = false;
  let sheet = null as OpenSheet | null;
  for await (const row of readRows(workbook)) {
    if (sheet?.name !== row.sheet) {
      if (sheet?.named && !sheet.layout) throw new HeaderMissing(sheet.name);
      sheet = { name: row.sheet, ...formatsFor(row.sheet, formats), layout: null, merged: new MergedRows(areas.get(row.sheet)) };
    }
    const merged = sheet.merged.take(row);
    if (!sheet.layout) {
      if (row.row <= headerWithin) sheet.layout = bestLayout(row.cells, sheet.formats);
      if (sheet.layout) {
        found = true;
        sheet.merged.headerAt(row.row, sheet.layout);
      }
    } else if (!merged.belongsToHeader && isData(row, sheet.layout, merged.columns)) {
      yield { row, layout: sheet.layout, merged: merged.columns };
    }
  }
  if (!found || (sheet?.named && !sheet.layout)) throw new HeaderMissing(sheet?.named ? sheet.name : undefined);
}

const isData = (row: Row, layout: SheetLayout, merged: ReadonlySet<number>): boolean =>
  (!isBlank(row, layout) || layout.columns.some(({ index }) => merged.has(index))) &&
  !isTotal(row.cells) &&
  !repeatsHeader(row.cells, layout);

const at = (cells: readonly Cell[], index: number): Cell => cells[index] ?? null;
const isBlank = (row: Row, { columns }: SheetLayout): boolean =>
  columns.every(({ index }) => cellText(at(row.cells, index)) === '' && !row.uncalculated?.includes(index + 1));

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
      const value = valueOf(readableText(at(row.cells, index)), column);
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
