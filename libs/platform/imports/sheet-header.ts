import { type Cell } from '#platform/workbook';
import { isAscii } from './cells.js';
import { cellText } from './cell-text.js';
import { type Column, type SheetFormat } from './importer.js';

/** Where the columns of a format stand on a sheet. */
export interface SheetLayout {
  format: SheetFormat;
  columns: { column: Column; index: number }[];
}

/** A title as it is compared: half-width, without spaces, the asterisk of a required column and a hint in brackets. */
const titleForms = (title: string): { whole: string; bare: string } => {
  const whole = title
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace(/^\*+|\*+$/g, '');
  return { whole, bare: whole.replace(/\([^()]*\)$|\[[^[\]]*\]$|【[^【】]*】$/, '').replace(/\*+$/, '') };
};

/** The titles of our own columns are asked for with every row. */
const ownForms = new WeakMap<Column, string>();
function ownTitle(column: Column): string {
  const known = ownForms.get(column) ?? titleForms(column.title).whole;
  ownForms.set(column, known);
  return known;
}

/**
 * The columns of the format in a row of titles; `null` when a required one is missing. A title written in full goes before
 * one with a hint behind it, the first of several equal ones before the others.
 */
export function layoutIn(cells: readonly Cell[], format: SheetFormat): SheetLayout | null {
  const titles = cells.map((cell) => titleForms(typeof cell === 'string' ? cell : ''));
  const columns: SheetLayout['columns'] = [];
  for (const column of format.columns) {
    const whole = ownTitle(column);
    const exact = titles.findIndex((title) => title.whole === whole);
    const index = exact >= 0 ? exact : titles.findIndex((title) => title.bare === whole);
    if (index >= 0) columns.push({ column, index });
    else if (column.required) return null;
  }
  return columns.length > 0 ? { format, columns } : null;
}

const sheetName = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');

/** The formats a sheet may have: the one of its name, or else any, for sheets get renamed. */
export function formatsFor(sheet: string, formats: readonly SheetFormat[]): { named: boolean; formats: readonly SheetFormat[] } {
  const own = formats.filter((format) => format.sheet !== undefined && sheetName(format.sheet) === sheetName(sheet));
  return own.length > 0 ? { named: true, formats: own } : { named: false, formats };
}

/** Of the formats that the row is a header of, the one with most columns in it. */
export function bestLayout(cells: readonly Cell[], formats: readonly SheetFormat[]): SheetLayout | null {
  let best: SheetLayout | null = null;
  for (const format of formats) {
    const layout = layoutIn(cells, format);
    if (layout && layout.columns.length > (best?.columns.length ?? 0)) best = layout;
  }
  return best;
}

/** A header that is printed again at the top of a page. */
export const repeatsHeader = (cells: readonly Cell[], { columns }: SheetLayout): boolean =>
  columns.every(({ column, index }) => {
    const { whole, bare } = titleForms(cellText(cells[index] ?? null));
    const title = ownTitle(column);
    return whole === title || bare === title;
  });

/** 合计, 小计, 总计, also with a place before it: the first thing that stands in the row. */
export function isTotal(cells: readonly Cell[]): boolean {
  const first = cells.find((cell) => cell !== null && cellText(cell) !== '');
  return typeof first === 'string' && !isAscii(first) && /^.{0,8}(合计|小计|总计):?$/u.test(first.normalize('NFKC').replace(/\s/g, ''));
}
