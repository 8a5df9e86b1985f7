import { useTranslation } from 'react-i18next';
import { useInvented } from './invented.ts';
import { saveFile } from './save-file.ts';

export type CsvValue = string | number | null | undefined;
export type CsvColumns<Row> = readonly (readonly [title: string, value: (row: Row) => CsvValue])[];

/** Text that a spreadsheet would run as a formula is kept a text (CWE-1236). */
const tame = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text);
const quoted = (value: CsvValue): string => {
  const text = value === null || value === undefined ? '' : typeof value === 'number' ? String(value) : tame(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Hands a table over as a file that Excel reads as UTF-8. Of the demonstration its name and its last line say that it is invented. */
export function useCsv(): (name: string, rows: readonly (readonly CsvValue[])[]) => void {
  const { t } = useTranslation();
  const invented = useInvented();
  return (name, rows) => {
    const lines = invented === undefined ? rows : [...rows, [invented]];
    const text = `\uFEFF${lines.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
    const file = invented === undefined ? name : `${t('all.invented')}-${name}`;
    saveFile(`${file}.csv`, new Blob([text], { type: 'text/csv;charset=utf-8' }));
  };
}
