import { dateText, isoDateText } from './cell-dates.js';
import type { CellFormat } from './cell-formats.js';
import { RichText, escapedLength, unescapeText } from './cell-text.js';
import { EXCEL_COLUMNS, EXCEL_ROWS, type WorkbookLimits } from './limits.js';
import type { XmlListener } from './read-xml.js';
import { WorkbookFault, type WorkbookFaultCode } from './workbook-fault.js';
import type { XmlAttributes } from './xml-tokens.js';

/** One cell as its reader sees it. `null` where nothing stands; dates are text, see `dateText`. */
export type Cell = string | number | boolean | null;

/** A row in which something stands; `cells` begins at column A and ends at the last non-empty one. */
export interface Row {
  sheet: string;
  /** As Excel shows it, from 1. */
  row: number;
  cells: Cell[];
  /** Columns (from 1) with a formula whose result was never saved: their cell is null, though a person may have seen a value. */
  uncalculated?: number[];
}

/** What cells refer to. */
export interface CellContext {
  sharedStrings: string[];
  formats: CellFormat[];
  from1904: boolean;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Listens to worksheet/sheetData/row/c and collects rows, to be taken away after each piece of XML. */
export class SheetRows implements XmlListener {
  #ready: Row[] = [];
  #inData = false;
  #row: Row | undefined;
  #rowNumber = 0;
  #numbered = false;
  /** The current cell: its column, its `t` and `s`, and its text so far. */
  #column = 0;
  #inCell = false;
  #type = 'n';
  #style: string | undefined;
  #value = '';
  #inValue = false;
  #formula = false;
  #inline: RichText | undefined;
  readonly #mostText: number;

  constructor(
    private readonly sheet: string,
    private readonly context: CellContext,
    private readonly limits: WorkbookLimits,
  ) {
    this.#mostText = escapedLength(limits.cellLength);
  }

  take(): Row[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  open(name: string, depth: number, attributes: XmlAttributes): void {
    if (depth === 1 && name !== 'worksheet') throw this.#fault('malformedXml', `the root of a sheet is ${name}`);
    else if (depth === 2) this.#inData = name === 'sheetData';
    else if (depth === 3 && this.#inData && name === 'row') this.#openRow(attributes.get('r'));
    else if (depth === 4 && this.#row && name === 'c') this.#openCell(attributes);
    else if (depth === 5 && this.#inCell) {
      this.#inValue = name === 'v';
      if (name === 'f') this.#formula = true;
      if (name === 'is') this.#inline = new RichText(this.#mostText);
    } else if (depth > 5) this.#inline?.open(name, depth - 5);
  }

  text(text: string): void {
    if (this.#inline) this.#inline.text(text);
    else if (this.#inValue && this.#value.length <= this.#mostText) this.#value += text;
  }

  close(_name: string, depth: number): void {
    if (depth > 5) this.#inline?.close();
    else if (depth === 5) this.#inValue = false;
    else if (depth === 4 && this.#inCell) this.#closeCell();
    else if (depth === 3 && this.#row) this.#closeRow();
  }

  endless(): WorkbookFault {
    return this.#inCell ? this.#tooLong() : this.#fault('tooLarge', 'one XML token without end');
  }

  #openRow(r: string | undefined): void {
    this.#numbered = r !== undefined;
    this.#moveTo(r === undefined ? this.#rowNumber + 1 : Number(r));
    this.#row = { sheet: this.sheet, row: this.#rowNumber, cells: [] };
    this.#column = 0;
  }

  /** Rows only go down, so that a row number names one row. */
  #moveTo(row: number): void {
    const previous = this.#rowNumber;
    this.#rowNumber = row;
    if (!Number.isInteger(row) || row <= previous) throw this.#fault('malformedXml', 'row numbers must grow');
    if (row > EXCEL_ROWS) throw this.#fault('tooManyRows', 'beyond the last row of Excel', EXCEL_ROWS);
  }

  #openCell(attributes: XmlAttributes): void {
    const r = attributes.get('r');
    const previous = this.#column;
    this.#column = r === undefined ? previous + 1 : columnOf(r);
    if (!(this.#column > previous) || this.#column > EXCEL_COLUMNS) throw this.#fault('malformedXml', 'columns must grow, up to XFD');
    if (r !== undefined && !this.#numbered) this.#numberBy(r);
    this.#inCell = true;
    this.#type = attributes.get('t') ?? 'n';
    this.#style = attributes.get('s');
    this.#value = '';
    this.#formula = false;
  }

  /** A row without a number of its own has that of its first cell. */
  #numberBy(reference: string): void {
    this.#numbered = true;
    const row = Number(reference.replace(/^\D+/, ''));
    if (row === this.#rowNumber) return;
    this.#moveTo(row);
    this.#row!.row = row;
  }

  #closeCell(): void {
    const cell = this.#cell();
    if (typeof cell === 'string' && cell.length > this.limits.cellLength) throw this.#tooLong();
    if (cell !== null && cell !== '') this.#put(cell);
    else if (this.#formula && this.#value === '' && this.#type !== 'str') (this.#row!.uncalculated ??= []).push(this.#column);
    this.#inline = undefined;
    this.#inCell = false;
  }

  #put(cell: Cell): void {
    const { cells } = this.#row!;
    if (this.#column > this.limits.columns) throw this.#fault('tooManyColumns', 'a cell far to the right', this.limits.columns);
    while (cells.length < this.#column - 1) cells.push(null);
    cells.push(cell);
  }

  #closeRow(): void {
    const row = this.#row!;
    this.#row = undefined;
    if (row.cells.length > 0 || row.uncalculated) this.#ready.push(row);
  }

  #cell(): Cell {
    if (this.#inline) return unescapeText(this.#inline.value);
    const value = this.#value;
    if (value === '') return null;
    switch (this.#type) {
      case 's':
        return this.#shared(value);
      case 'b':
        return value === '1' || value === 'true';
      case 'd':
        return isoDateText(value);
      case 'n':
        return this.#number(value.trim());
      default: // `str`, the result of a formula, and `e`, an error such as #N/A
        return unescapeText(value);
    }
  }

  #shared(index: string): string {
    const text = this.context.sharedStrings[Number(index)];
    if (text === undefined) throw this.#fault('malformedXml', 'there is no such shared string');
    return text;
  }

  /** An integer too long to be exact, such as an ID number some programs write as a number, is given as its digits. */
  #number(value: string): Cell {
    const number = Number(value);
    if (!NUMBER.test(value) || !Number.isFinite(number)) return value;
    const format = this.#style === undefined ? 'plain' : (this.context.formats[Number(this.#style)] ?? 'plain');
    if (format !== 'plain') return dateText(number, format, this.context.from1904);
    return value.length > 15 && !Number.isSafeInteger(number) && /^[+-]?\d+$/.test(value) ? value : number;
  }

  #tooLong(): WorkbookFault {
    return this.#fault('cellTooLong', 'a text too long for a cell', this.limits.cellLength);
  }

  #fault(code: WorkbookFaultCode, detail: string, limit?: number): WorkbookFault {
    const place = { sheet: this.sheet, row: this.#rowNumber || undefined, column: this.#inCell ? this.#column : undefined, limit };
    return new WorkbookFault(code, detail, place);
  }
}

/** `AB12` → 28; 0 for what begins with no letter. Stops counting beyond the last column that can be. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length && column <= EXCEL_COLUMNS; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column;
}
