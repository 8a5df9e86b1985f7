import { serialOf } from './cell-dates.js';
import { escapeText } from './cell-text.js';
import { EXCEL_CELL_LENGTH, EXCEL_COLUMNS, EXCEL_ROWS } from './limits.js';
import { STYLE, worksheetFrame } from './package-xml.js';

/** A value to write. A date becomes a real one, that sorts and filters; `null` leaves the cell empty. */
export type CellToWrite = string | number | boolean | null | { date: string };

export interface SheetToWrite {
  /** 1 to 31 characters, unlike any other of the workbook, without : \ / ? * [ ] and no apostrophe at its ends. */
  name: string;
  /** `width` in characters of a digit (a Chinese one takes two); `text` makes what is typed there later stay as typed, such as ID numbers. */
  columns?: { width?: number; text?: boolean }[];
  rows: Iterable<CellToWrite[]> | AsyncIterable<CellToWrite[]>;
  /** So many rows from the top are bold and stay in view. */
  headerRows?: number;
}

/** Characters gathered before they are handed on. */
const PIECE = 64 * 1024;
/** Edited under the general format, such a text would turn into a number or a formula. */
const TEMPTING = /^\s*[\d=+\-@.]/;

/**
 * The XML of one sheet, in pieces.
 *
 * @throws RangeError for a number that is not finite, a date that is no day, a text over 32,767 characters, more rows or columns than Excel has.
 */
export async function* sheetXml(sheet: SheetToWrite, selected: boolean): AsyncGenerator<string> {
  const { head, tail } = worksheetFrame();
  const headerRows = sheet.headerRows ?? 0;
  let xml = head + viewXml(headerRows, selected) + columnsXml(sheet.columns ?? []) + '<sheetData>';
  let number = 0;
  for await (const row of sheet.rows) {
    if (++number > EXCEL_ROWS) throw new RangeError(`more than ${EXCEL_ROWS} rows`);
    xml += rowXml(row, number, number <= headerRows);
    if (xml.length < PIECE) continue;
    yield xml;
    xml = '';
  }
  yield `${xml}</sheetData>${tail}`;
}

/** The names, checked as Excel checks them. @throws RangeError */
export function sheetNames(sheets: SheetToWrite[]): string[] {
  if (sheets.length === 0) throw new RangeError('a workbook needs a sheet');
  const seen = new Set<string>();
  return sheets.map(({ name }) => {
    const key = name.toLowerCase();
    const fit = name.length >= 1 && name.length <= 31 && !/[:\\/?*[\]\x00-\x1f]|^'|'$/.test(name);
    if (!fit || seen.has(key)) throw new RangeError(`not a name for a sheet: ${name}`);
    seen.add(key);
    return name;
  });
}

function viewXml(headerRows: number, selected: boolean): string {
  const frozen = `<pane ySplit="${headerRows}" topLeftCell="A${headerRows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`;
  return `<sheetViews><sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0">${headerRows > 0 ? frozen : ''}</sheetView></sheetViews>`;
}

function columnsXml(columns: NonNullable<SheetToWrite['columns']>): string {
  const each = columns.map(({ width, text }, i) => {
    if (width === undefined && !text) return '';
    return `<col min="${i + 1}" max="${i + 1}" width="${width ?? 9}" customWidth="1"${text ? ` style="${STYLE.text}"` : ''}/>`;
  });
  return each.some(Boolean) ? `<cols>${each.join('')}</cols>` : '';
}

function rowXml(row: CellToWrite[], number: number, header: boolean): string {
  if (row.length > EXCEL_COLUMNS) throw new RangeError(`row ${number}: more than ${EXCEL_COLUMNS} columns`);
  let xml = `<row r="${number}">`;
  for (let i = 0; i < row.length; i++) {
    const cell = row[i];
    if (cell !== null && cell !== undefined && cell !== '') xml += cellXml(cell, `${columnName(i)}${number}`, header);
  }
  return `${xml}</row>`;
}

function cellXml(cell: NonNullable<CellToWrite>, place: string, header: boolean): string {
  if (typeof cell === 'string') return textXml(cell, place, header);
  if (typeof cell === 'object') return dateXml(cell.date, place, header);
  const style = styleXml(header ? STYLE.header : STYLE.plain);
  if (typeof cell === 'boolean') return `<c r="${place}"${style} t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (!Number.isFinite(cell)) throw new RangeError(`${place}: not a finite number`);
  return `<c r="${place}"${style}><v>${cell}</v></c>`;
}

function textXml(text: string, place: string, header: boolean): string {
  if (text.length > EXCEL_CELL_LENGTH) throw new RangeError(`${place}: text too long for a cell`);
  const style = header ? STYLE.header : TEMPTING.test(text) ? STYLE.text : STYLE.plain;
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${place}"${styleXml(style)} t="inlineStr"><is><t${space}>${escapeText(text)}</t></is></c>`;
}

/** Days before 1900 have no serial number and are written as text; what is no day at all is a mistake. */
function dateXml(date: string, place: string, header: boolean): string {
  const serial = serialOf(date);
  if (serial !== undefined) return `<c r="${place}"${styleXml(STYLE.date)}><v>${serial}</v></c>`;
  if (!/^1[0-8]\d\d-\d\d-\d\d$/.test(date)) throw new RangeError(`${place}: not a day: ${date}`);
  return textXml(date, place, header);
}

function styleXml(style: number): string {
  return style === STYLE.plain ? '' : ` s="${style}"`;
}

const columnNames: string[] = [];

/** 0 → A, 26 → AA. */
function columnName(index: number): string {
  return (columnNames[index] ??= (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26)));
}
