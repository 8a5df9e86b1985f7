import { type Cell, readRows, type Row } from '#platform/workbook';
import { CellFault } from './cells.js';
import { cellText, readableText } from './cell-text.js';
import { type Column, type ParsedRow, type RowFault, type SheetFormat } from './importer.js';
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
  for (const wanted of await passesOver(workbook, formats)) {
    for await (const { row, layout } of dataRows(workbook, formats)) {
      if (wanted && layout.format !== wanted) continue;
      chunk.push(parseRow(row, layout, ++position));
      if (chunk.length < chunkSize) continue;
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}

/** One reading of the file, unless a sheet stands before one it may refer to: then one for each format. */
async function passesOver(workbook: Buffer, formats: readonly SheetFormat[]): Promise<readonly (SheetFormat | null)[]> {
  if (formats.length < 2) return [null];
  let last = 0;
  let ordered = true;
  for await (const { layout } of dataRows(workbook, formats)) {
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
}

/** Rows below a header that hold something in one of its columns. */
async function* dataRows(workbook: Buffer, formats: readonly SheetFormat[]): AsyncGenerator<{ row: Row; layout: SheetLayout }> {
  let found = false;
  let sheet = null as OpenSheet | null;
  for await (const row of readRows(workbook)) {
    if (sheet?.name !== row.sheet) {
      if (sheet?.named && !sheet.layout) throw new HeaderMissing(sheet.name);
      sheet = { name: row.sheet, ...formatsFor(row.sheet, formats), layout: null };
    }
    if (!sheet.layout) {
      if (row.row <= headerWithin) sheet.layout = bestLayout(row.cells, sheet.formats);
      if (sheet.layout) found = true;
    } else if (!isBlank(row, sheet.layout) && !isTotal(row.cells) && !repeatsHeader(row.cells, sheet.layout)) {
      yield { row, layout: sheet.layout };
    }
  }
  if (!found || (sheet?.named && !sheet.layout)) throw new HeaderMissing(sheet?.named ? sheet.name : undefined);
}

const at = (cells: readonly Cell[], index: number): Cell => cells[index] ?? null;
const isBlank = (row: Row, { columns }: SheetLayout): boolean =>
  columns.every(({ index }) => cellText(at(row.cells, index)) === '' && !row.uncalculated?.includes(index + 1));

function parseRow(row: Row, { format, columns }: SheetLayout, position: number): ParsedRow {
  const parsed: ParsedRow = { position, sheet: row.sheet, rowNo: row.row, format, values: {}, faults: [] };
  for (const { column, index } of columns) {
    try {
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
