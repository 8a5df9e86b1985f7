import { createHash } from 'node:crypto';
import { type FieldFault, Refusal } from '#platform/refusal';
import { type Cell, DEFAULT_LIMITS } from '#platform/workbook';
import { cellText } from './cell-text.js';
import { type SheetFormat } from './importer.js';
import { type SheetLayout } from './sheet-header.js';

/** Somebody's word on how a sheet is to be read, where its titles do not say it. */
export interface SheetMapping {
  sheet: string;
  /** The name of its format; `null`: it is not read at all. */
  format: string | null;
  /** As Excel shows it; data begins below. */
  headerRow: number;
  /** Which column, from 1, holds which field. */
  columns: { key: string; column: number }[];
}

/** A header stands this near to the top, or nobody would find it. */
export const headerNoDeeperThan = 50;

/** The layout that the mapping tells. A field that the format no longer has is passed over. */
export function mappedLayout({ format, columns }: SheetMapping, formats: readonly SheetFormat[]): SheetLayout | null {
  const found = formats.find(({ name }) => name === format);
  if (!found) return null;
  return {
    format: found,
    columns: columns.flatMap(({ key, column }) => {
      const field = found.columns.find((one) => one.key === key);
      return field ? [{ column: field, index: column - 1 }] : [];
    }),
  };
}

/** @throws Refusal invalidFields, naming each place: a format or a field that is none, a field or a column twice, a required field left out */
export function demandReadable(sheets: readonly SheetMapping[], formats: readonly SheetFormat[]): void {
  const faults: FieldFault[] = [];
  const names = new Set<string>();
  sheets.forEach(({ sheet, format, headerRow, columns }, i) => {
    const fault = (field: string, word: string, allowed?: unknown): void =>
      void faults.push({ field: `sheets[${i}].${field}`, fault: word, ...(allowed === undefined ? {} : { allowed }) });
    if (names.has(sheet)) fault('sheet', 'repeated');
    names.add(sheet);
    if (format === null) return;
    const known = formats.find(({ name }) => name === format);
    if (!known) return fault('format', 'unknown');
    if (headerRow > headerNoDeeperThan) fault('headerRow', 'tooLarge', { max: headerNoDeeperThan });
    const keys = columns.map(({ key }) => key);
    columns.forEach(({ key, column }, place) => {
      if (!known.columns.some((one) => one.key === key)) fault(`columns[${place}].key`, 'unknown');
      if (keys.indexOf(key) !== place) fault(`columns[${place}].key`, 'repeated');
      if (columns.findIndex((one) => one.column === column) !== place) fault(`columns[${place}].column`, 'repeated');
      if (column > DEFAULT_LIMITS.columns) fault(`columns[${place}].column`, 'tooLarge', { max: DEFAULT_LIMITS.columns });
    });
    const missing = known.columns.filter((column) => column.required && !keys.includes(column.key)).map(({ title }) => title);
    if (missing.length > 0) fault('columns', 'required', { missing });
  });
  if (sheets.every(({ format }) => format === null)) faults.push({ field: 'sheets', fault: 'tooFew' });
  if (faults.length > 0) throw new Refusal('invalidFields', { fields: faults });
}

/** The columns that we put behind a sheet when its faulty rows are given back. */
export const faultTitles = ['原行号', '原因'] as const;
const ours: readonly string[] = ['', ...faultTitles];

/**
 * What tells one header from another: its words in their columns, whatever stands above or below; without our own behind them, so that
 * a sheet that was given back is known again. Nothing of them can be read from it.
 */
export function headerPrint(cells: readonly Cell[]): Buffer {
  const words = cells.map((cell) => cellText(cell).normalize('NFKC').replace(/\s/g, ''));
  while (words.length > 0 && ours.includes(words.at(-1)!)) words.pop();
  return createHash('sha256').update(JSON.stringify(words)).digest();
}
