import { type Cell } from '#platform/workbook';
import { CellFault } from './cells.js';

/** What stands in a cell, as text without blanks around it. Numbers as a person reads them: Excel keeps 15 digits. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'number') return String(Number.isSafeInteger(cell) ? cell : Number(cell.toPrecision(15)));
  return cell.replace(/[\u200b\u200e\u200f\u2060\ufeff]/g, '').trim();
}

const errors = new Set(['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NULL!', '#NUM!', '#SPILL!', '#CALC!', '#GETTING_DATA']);
/** What no table can hold, or no screen show: control characters but tab and line ends, half characters. */
const unfit = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\p{Surrogate}]/u;

/**
 * The text of a cell that is to become a value.
 * @throws CellFault formulaError · precisionLost (16 digits or more typed as a number: Excel has rounded them) · malformedText
 */
export function readableText(cell: Cell): string {
  if (typeof cell === 'number' && Math.abs(cell) >= 1e15) throw new CellFault('precisionLost');
  const text = cellText(cell);
  if (errors.has(text)) throw new CellFault('formulaError');
  if (unfit.test(text)) throw new CellFault('malformedText');
  return text;
}
