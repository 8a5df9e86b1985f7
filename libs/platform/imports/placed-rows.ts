import { type Cell, type MergedAreas, readRowsTogether, type Row } from '#platform/workbook';
import { cellText } from './cell-text.js';
import { type SheetFormat } from './importer.js';
import { type MergedShare, MergedRows } from './merged-rows.js';
import { bestLayout, formatsFor, isTotal, repeatsHeader, type SheetLayout } from './sheet-header.js';
import { mappedLayout, type SheetMapping } from './sheet-mapping.js';

/** The workbook has no sheet, or a sheet of a known name has no header, with the titles that were looked for. */
export class HeaderMissing extends Error {
  constructor(readonly sheet?: string) {
    super('no header row');
    this.name = 'HeaderMissing';
  }
}

const headerWithin = 10;

export const skipReasons = ['total', 'blank', 'headerAgain'] as const;
/** Why a row below the header is no data: a sum, nothing in any column that is read, or the header printed again. */
export type SkipReason = (typeof skipReasons)[number];
export interface SkippedRow {
  sheet: string;
  rowNo: number;
  reason: SkipReason;
}

export interface Book {
  workbook: Buffer;
  areas: ReadonlyMap<string, MergedAreas>;
  /** Of sheets that somebody mapped. */
  mapping: readonly SheetMapping[];
}

export interface PlacedRow {
  row: Row;
  /** `null` above the header. */
  layout: SheetLayout | null;
  part: 'above' | 'header' | 'data' | SkipReason;
  /** Indexes of columns in which the row has a share in merged cells with a value. */
  merged: ReadonlySet<number>;
}

interface OpenSheet {
  name: string;
  /** It has the name of a format: then it must have its header too, or rows would be left out in silence. */
  named: boolean;
  formats: readonly SheetFormat[];
  layout: SheetLayout | null;
  merged: MergedRows;
  told?: SheetMapping;
  /** What stands in the header, where somebody said which row that is: its titles are none of ours. */
  titles?: readonly Cell[];
}

/**
 * Every row of the sheets that are read, as many at a time as were read, each with the part it has in its sheet.
 * @throws WorkbookFault, HeaderMissing
 */
export async function* placedRows(
  { workbook, areas, mapping }: Book,
  formats: readonly SheetFormat[],
): AsyncGenerator<PlacedRow[], void, undefined> {
  let found = false;
  let sheet = null as OpenSheet | null;
  const open = (name: string): OpenSheet => {
    const told = mapping.find((one) => one.sheet === name);
    const wanted = told ? { named: told.format !== null, formats: [] } : formatsFor(name, formats);
    return { name, ...wanted, layout: null, merged: new MergedRows(areas.get(name)), told };
  };
  for await (const rows of readRowsTogether(workbook)) {
    const placed: PlacedRow[] = [];
    for (const row of rows) {
      if (sheet?.name !== row.sheet) {
        if (sheet?.named && !sheet.layout) throw new HeaderMissing(sheet.name);
        sheet = open(row.sheet);
      }
      placed.push(place(row, sheet, formats));
      found ||= sheet.layout !== null;
    }
    yield placed;
  }
  if (!found || (sheet?.named && !sheet.layout)) throw new HeaderMissing(sheet?.named ? sheet.name : undefined);
}

function place(row: Row, sheet: OpenSheet, formats: readonly SheetFormat[]): PlacedRow {
  const merged = sheet.merged.take(row);
  const below = sheet.layout !== null;
  if (!below) findHeader(row, sheet, formats);
  const { layout, told } = sheet;
  if (!layout) return { row, layout, part: 'above', merged: merged.columns };
  // The row that was said to be the header may be blank by now: then this one stands below it.
  const header = !below && !(told && row.row > told.headerRow);
  return { row, layout, part: header ? 'header' : partOf(row, { layout, titles: sheet.titles }, merged), merged: merged.columns };
}

/** Gives the sheet its layout if this row is its header, or the first below the one that was said to be it. */
function findHeader(row: Row, sheet: OpenSheet, formats: readonly SheetFormat[]): void {
  const { told } = sheet;
  if (told) sheet.layout = told.format !== null && row.row >= told.headerRow ? mappedLayout(told, formats) : null;
  else if (row.row <= headerWithin) sheet.layout = bestLayout(row.cells, sheet.formats);
  if (!sheet.layout) return;
  sheet.merged.headerAt(told?.headerRow ?? row.row, sheet.layout);
  if (row.row === told?.headerRow) sheet.titles = row.cells;
}

function partOf(row: Row, { layout, titles }: { layout: SheetLayout; titles?: readonly Cell[] }, merged: MergedShare): PlacedRow['part'] {
  if (merged.belongsToHeader) return 'header';
  if (isTotal(row.cells)) return 'total';
  if (isBlank(row, layout) && !layout.columns.some(({ index }) => merged.columns.has(index))) return 'blank';
  return repeatsHeader(row.cells, layout) || (titles && standsAgain(row.cells, titles, layout)) ? 'headerAgain' : 'data';
}

const standsAgain = (cells: readonly Cell[], titles: readonly Cell[], { columns }: SheetLayout): boolean =>
  columns.every(({ index }) => cellText(at(cells, index)) === cellText(at(titles, index)));

const at = (cells: readonly Cell[], index: number): Cell => cells[index] ?? null;
const isBlank = (row: Row, { columns }: SheetLayout): boolean =>
  columns.every(({ index }) => cellText(at(row.cells, index)) === '' && !row.uncalculated?.includes(index + 1));
