import { saveFile } from './save-file.ts';

/** Text that a spreadsheet would run as a formula is kept a text (CWE-1236). */
const tame = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text);
const quoted = (value: string | number | null | undefined): string => {
  const text = value === null || value === undefined ? '' : typeof value === 'number' ? String(value) : tame(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Hands a table over as a file that Excel reads as UTF-8. */
export function downloadCsv(name: string, rows: readonly (readonly (string | number | null | undefined)[])[]): void {
  const text = `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
  saveFile(`${name}.csv`, new Blob([text], { type: 'text/csv;charset=utf-8' }));
}
