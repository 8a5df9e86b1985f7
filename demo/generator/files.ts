import type { ImportKind } from '#contract';
import type { CellToWrite } from '#platform/workbook';
import { inWords } from './dates.js';

/** The files of an organiser, in the order in which they can be imported. */
export type YearFiles = YearFile[];

export interface YearFile {
  file: string;
  kind: ImportKind;
  sheets: YearSheet[];
}

export interface YearSheet {
  name: string;
  /** Titles, the header and what stands under it, as seen on the screen. */
  rows: CellToWrite[][];
  /** So many rows from the top are titles and header. */
  headerRows: number;
}

/** One line of a sheet, by the titles of its columns. Columns left out stay empty. */
export type Line<Column extends string> = Partial<Record<Column, CellToWrite>>;

export interface SheetPlan<Column extends string> {
  name: string;
  title: string;
  columns: readonly Column[];
  lines: Line<Column>[];
  /** Some offices number their lines. */
  numbered?: boolean;
  /** Some add up a column below the last line, whatever the lines mean. */
  summed?: Column;
}

/** Said on every sheet: nobody may take the demo for a statistic. */
export const disclaimer = '示例数据,非眉县实际统计';

export function sheetOf<Column extends string>(plan: SheetPlan<Column>): YearSheet {
  const header: CellToWrite[] = plan.numbered ? ['序号', ...plan.columns] : [...plan.columns];
  const body = plan.lines.map((line, i) => {
    const cells = plan.columns.map((column) => line[column] ?? null);
    return plan.numbered ? [i + 1, ...cells] : cells;
  });
  if (plan.summed !== undefined) body.push(sumLine(plan, header, plan.summed));
  return { name: plan.name, rows: [[`${plan.title}(${disclaimer})`], header, ...body], headerRows: 2 };
}

/** A day as a real date, or in words as many type it. */
export function dateCell(date: string | undefined, typed = false): CellToWrite {
  if (date === undefined) return null;
  return typed ? inWords(date) : { date };
}

function sumLine<Column extends string>(plan: SheetPlan<Column>, header: CellToWrite[], column: Column): CellToWrite[] {
  const sum = plan.lines.reduce((all, line) => all + Number(line[column] ?? 0), 0);
  const cells: CellToWrite[] = header.map((title) => (title === column ? sum : null));
  cells[0] = '合计';
  return cells;
}
